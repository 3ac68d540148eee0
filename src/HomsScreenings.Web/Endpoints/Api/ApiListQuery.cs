using System.Globalization;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.Primitives;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>What a list of the API is asked for in its address: what, how much, and from where on.</summary>
/// <param name="Cursor">As it stands in 'next'; null for the beginning.</param>
sealed record ApiListQuery(ScreeningFilter Filter, int Limit, string? Cursor)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>The same for the cache.</summary>
    public static QueryReader Reader { get; } = new([.. ScreeningFilter.Names, "limit", "cursor"], request =>
        Read(request.Query, out var problems) is var asked && problems.Count == 0 ? asked.ToQuery() : null);

    public static string CursorProblem => T("The cursor is none that this list gave out.");

    /// <summary>Reads it from a query string; what has problems is not to be used.</summary>
    /// <param name="problems">A sentence for each parameter that is not understood.</param>
    public static ApiListQuery Read(IQueryCollection query, out IReadOnlyList<string> problems)
    {
        var filter = ScreeningFilter.Read(query.PairsBut("limit", "cursor"), out var wrong);
        var (limit, cursor) = ReadPart(query, out var others);
        problems = [.. wrong, .. others];
        return new(filter, limit, cursor);
    }

    /// <summary>How much is asked for, and from where on.</summary>
    public static (int Limit, string? Cursor) ReadPart(IQueryCollection query, out IReadOnlyList<string> problems)
    {
        var wrong = new List<string>();
        if (!TryReadLimit(query["limit"], out var limit)) wrong.Add(T("'limit' is a number from 1 to {0}.", MaxLimit));
        var cursor = query["cursor"];
        if (cursor.Count > 1) wrong.Add(CursorProblem);
        problems = wrong;
        return (limit, string.IsNullOrEmpty(cursor) ? null : cursor.ToString());
    }

    static bool TryReadLimit(StringValues query, out int limit)
    {
        limit = DefaultLimit;
        if (query.Count == 0) return true;
        return query.Count == 1 && int.TryParse(query[0]?.PlainFigures(), NumberStyles.None, CultureInfo.InvariantCulture, out limit)
            && limit is >= 1 and <= MaxLimit;
    }

    /// <summary>The query string without its question mark, always in the same order; what is as usual is left out.</summary>
    string ToQuery() => ToQuery(Filter.ToQuery(), Limit, Cursor);

    /// <summary>The same for a list with filters of its own.</summary>
    public static string ToQuery(string filter, int limit, string? cursor)
    {
        var size = limit == DefaultLimit ? "" : string.Create(CultureInfo.InvariantCulture, $"limit={limit}");
        var from = cursor is null ? "" : $"cursor={Uri.EscapeDataString(cursor)}";
        return string.Join('&', new[] { filter, size, from }.Where(part => part.Length > 0));
    }
}
