using HomsScreenings.Programme;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>
/// What somebody asked of a list of films, people or venues: words, a first letter, and values of its facets. Whatever is not
/// understood is a problem with a sentence.
/// </summary>
/// <param name="Query">Words to search for; null for none.</param>
/// <param name="Letter">As <see cref="SortKey.Letter"/> has it; null for all.</param>
/// <param name="Values">The values of facets, each facet and value once, in the order of the facets.</param>
public sealed record CatalogueFilter(string? Query, string? Letter, IReadOnlyList<(string Facet, string Value)> Values)
{
    /// <summary>How many values of facets can be asked for.</summary>
    public const int MaxValues = 20;

    const int MaxQueryLength = 200, MaxQuoted = 40;
    public const string QueryName = "q", LetterName = "letter";

    public static CatalogueFilter None { get; } = new(null, null, []);

    public bool IsEmpty => Query is null && Letter is null && Values.Count == 0;

    public bool Has(string facet, string value) => Values.Contains((facet, value));

    /// <summary>The pairs of a query string, always in the same order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Query is not null) yield return new(QueryName, Query);
        foreach (var (facet, value) in Values) yield return new(facet, value);
        if (Letter is not null) yield return new(LetterName, Letter);
    }

    /// <summary>The query string without its question mark, always in the same order.</summary>
    public string ToQuery() => string.Join('&', Pairs().Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>The same without one of its pairs.</summary>
    public CatalogueFilter Without(string name, string value) => name switch
    {
        QueryName => this with { Query = null },
        LetterName => this with { Letter = null },
        _ => this with { Values = [.. Values.Where(v => v != (name, value))] },
    };

    /// <summary>The same with one more value, which takes the place of others where the facet does not need all.</summary>
    public CatalogueFilter With(CatalogueFacet facet, string value, IReadOnlyList<CatalogueFacet> facets) => this with
    {
        Values = InOrder(facets, Values.Where(v => facet.NeedsAll || v.Facet != facet.Name).Append((facet.Name, value))),
    };

    /// <summary>The same with these values of a facet in the place of all that it had.</summary>
    public CatalogueFilter With(CatalogueFacet facet, IEnumerable<string> values, IReadOnlyList<CatalogueFacet> facets) => this with
    {
        Values = InOrder(facets, Values.Where(v => v.Facet != facet.Name).Concat(values.Select(value => (facet.Name, value)))),
    };

    /// <summary>Reads it; empty values, as forms send them, count as not given.</summary>
    /// <param name="query">The pairs of a query string.</param>
    /// <param name="problems">A sentence for each pair that is not understood.</param>
    public static CatalogueFilter Read(
        IReadOnlyList<CatalogueFacet> facets, IEnumerable<KeyValuePair<string, string>> query, out IReadOnlyList<string> problems)
    {
        var (filter, wrong, values) = (None, new List<string>(), new List<(string Facet, string Value)>());
        foreach (var (key, typed) in query)
        {
            if (CleanText.Of(typed, inLines: false) is not { } value) continue;
            if (key == QueryName) filter = filter with { Query = Once(key, filter.Query, ReadQuery(value)) };
            else if (key == LetterName) filter = filter with { Letter = Once(key, filter.Letter, ReadLetter(value)) };
            else if (facets.FirstOrDefault(f => f.Name == key) is { } facet) Take(facet, value);
            else wrong.Add(T("There is no filter '{0}'.", Quote(key)));
        }
        problems = FilterProblems.Told(wrong);
        return filter with { Values = InOrder(facets, values) };

        string? ReadQuery(string value)
        {
            if (value.Length <= MaxQueryLength && SearchKey.Words(value).Count > 0) return value;
            wrong.Add(value.Length > MaxQueryLength
                ? N(MaxQueryLength, "A search has at most {0} character.", "A search has at most {0} characters.")
                : T("The search has no letter or digit in it."));
            return null;
        }

        string? ReadLetter(string value)
        {
            if (SortKey.ReadLetter(value) is { } letter) return letter;
            wrong.Add(T("'{0}' is not a first letter, such as A; '0-9' is for figures, and 'other' for all else.", Quote(value)));
            return null;
        }

        // The same twice is no contradiction; of two different values neither is the one that was meant.
        string? Once(string key, string? before, string? now)
        {
            if (before is not null && now is not null && before != now) wrong.Add(T("'{0}' can have only one value.", key));
            return now ?? before;
        }

        void Take(CatalogueFacet facet, string typed)
        {
            if (facet.Read(typed) is not { } value) wrong.Add(facet.Problem(Quote(typed)));
            else if (value != "false" && !values.Contains((facet.Name, value))) values.Add((facet.Name, value));
            if (values.Count == MaxValues + 1) wrong.Add(N(MaxValues, "At most {0} time '{1}'.", "At most {0} times '{1}'.", facet.Name));
        }
    }

    static IReadOnlyList<(string, string)> InOrder(
        IReadOnlyList<CatalogueFacet> facets, IEnumerable<(string Facet, string Value)> values) =>
        [.. facets.SelectMany(f => values.Where(v => v.Facet == f.Name).Distinct().OrderBy(v => v.Value, StringComparer.Ordinal))];

    static string Quote(string text) => text.CutWithEllipsis(MaxQuoted);
}
