using HomsScreenings.Programme;

namespace HomsScreenings.Web.Site;

/// <summary>
/// What a page or a feed understands of a query string, written in one way for all the ways in which the same can be
/// asked: parameters in their order, each value in its usual form, and nothing that is not read.
/// </summary>
/// <param name="names">The parameters that are read; what else there is makes no difference.</param>
/// <param name="read">The query string without its question mark; null for what is not understood.</param>
public sealed class QueryReader(IReadOnlyCollection<string> names, Func<HttpRequest, string?> read)
{
    /// <summary>For what rests on the path alone.</summary>
    public static QueryReader None { get; } = new([], _ => "");

    /// <summary>For what takes the filters of the programme.</summary>
    public static QueryReader Filters { get; } = new(ScreeningFilter.Names, request =>
        ScreeningFilter.Read(request.Query.PairsBut(), out var problems) is var filter && problems.Count == 0 ? filter.ToQuery() : null);

    /// <summary>For a long list.</summary>
    public static QueryReader Page { get; } = new(["page"], request =>
        !PageNumber.TryRead(request.Query["page"], out var number) ? null
        : number.Value > 1 ? FormattableString.Invariant($"page={number.Value}") : "");

    /// <summary>For a long list that takes the filters of the programme.</summary>
    public static QueryReader FiltersAndPage { get; } = new([.. ScreeningFilter.Names, "page"], request =>
        ScreeningFilter.Read(request.Query.PairsBut("page"), out var problems) is var filter && problems.Count == 0
            && Page.Read(request) is { } page ? string.Join('&', new[] { filter.ToQuery(), page }.Where(part => part.Length > 0)) : null);

    /// <summary>The query string in its one form, without a question mark; null where an error is the answer.</summary>
    public string? Read(HttpRequest request) => read(request);

    /// <summary>Whether a parameter makes a difference: what only says where a reader came from makes none.</summary>
    public bool Knows(string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
