using System.Globalization;
using HomsScreenings.Catalogues;
using HomsScreenings.Web.Site;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>One state of a list of films, people or venues: what is asked of it, and how it is looked at. Each has one address.</summary>
/// <param name="Number">Of the page.</param>
public sealed record CatalogueAddress(CatalogueKind Of, CatalogueFilter Filter, bool IsMap, PageNumber Number)
{
    const string View = "view", Map = "map", List = "list";

    /// <summary>Reads it from a query string; null for what is not understood.</summary>
    /// <param name="problems">Sentences for that.</param>
    public static CatalogueAddress? Read(CatalogueKind kind, IQueryCollection query, out IReadOnlyList<string> problems)
    {
        var filter = CatalogueFilter.Read(kind.Facets, kind.HasMap ? query.PairsBut(View, "page") : query.PairsBut("page"), out problems);
        if (problems.Count > 0) return null;
        string? view = kind.HasMap ? query[View] : "";
        if (!PageNumber.TryRead(query["page"], out var number)) problems = [PageNumber.Problem];
        else if (view is not (null or "" or List or Map)) problems = [T("This list has two views: list and map.")];
        return problems.Count > 0 ? null : new(kind, filter, view == Map, number);
    }

    /// <summary>The same state of the list with another filter, from its first page on.</summary>
    public string With(CatalogueFilter filter) => $"{this with { Filter = filter, Number = new(1) }}";

    public string OfPage(int page) => $"{this with { Number = new(page) }}";

    /// <summary>The path, with the query string.</summary>
    public override string ToString() => Query.Length > 0 ? $"{Of.Path}?{Query}" : Of.Path;

    /// <summary>The query string without its question mark, always in the same order.</summary>
    public string Query => string.Join('&', Pairs().Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>Whether search engines are to know it: the list as a whole. What else can be asked has no end.</summary>
    public bool IsIndexed => Filter.IsEmpty && !IsMap;

    IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        foreach (var pair in Filter.Pairs()) yield return pair;
        if (IsMap) yield return new(View, Map);
        if (Number.Value > 1) yield return new("page", Number.Value.ToString(CultureInfo.InvariantCulture));
    }
}
