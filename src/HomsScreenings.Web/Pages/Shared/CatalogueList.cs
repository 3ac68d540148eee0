using HomsScreenings.Catalogues;
using HomsScreenings.Text;
using HomsScreenings.Web.Site;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A link that adds something to what is asked of a list, or takes it away again.</summary>
/// <param name="Count">How many there would be; null where that is not said.</param>
public sealed record CatalogueLink(string Words, int? Count, string Address, bool IsSet)
{
    public string WithCount => Count is { } count && !IsSet ? T("{0} ({1})", Words, count) : Words;
}

/// <summary>
/// A list of films, people, venues or entries of the journal as its page shows it: what is asked of it, and what else can be.
/// </summary>
public sealed class CatalogueList(CatalogueAddress address, CatalogueResult found, IReadOnlyList<LoosenedCatalogue> without, int pageSize)
{
    // A select with more than that nobody reads, and a phone has to load it.
    const int MaxChoices = 200;
    // More years than that are offered by decades.
    const int MaxYears = 15;
    // A shorter list is looked through as quickly as an alphabet.
    const int MinForLetters = 25;

    public CatalogueKind Of => address.Of;
    public CatalogueAddress Address { get; } = address with { Filter = found.Filter };
    public CatalogueFilter Filter => found.Filter;
    public CatalogueResult Found => found;
    public int Total => found.Total;
    public Pager Pager => new(Of.Pages, Address.Number, !Address.IsMap && Address.Number.HasNext(Total, pageSize), Address.OfPage);

    /// <summary>What is asked for, before what it is: 'Fiction, 2014: Films'.</summary>
    public string Title
    {
        get
        {
            var asked = Filter.Pairs().Select(p => Label(p.Key, p.Value)).Concat(Address.IsMap ? [T("Map")] : [])
                .Concat(Address.Number.Value > 1 ? [T("Page {0}", Address.Number.Value)] : []).ToList();
            return asked.Count == 0 ? Of.Name : T("{0}: {1}", string.Join(T(", "), asked), Of.Name);
        }
    }

    public PageHead Head(string description) =>
        new(Title, description, Address.ToString()) { IsIndexed = Address.IsIndexed && (Total > 0 || Filter.IsEmpty) };

    /// <summary>What is asked for in one line.</summary>
    public string Asked => Filter.IsEmpty ? Of.All : string.Join(T(", "), Active.Select(a => a.Words));

    /// <summary>Each thing that is asked for, and the list without it.</summary>
    public IEnumerable<CatalogueLink> Active => Filter.Pairs()
        .Select(p => new CatalogueLink(Label(p.Key, p.Value), null, Address.With(Filter.Without(p.Key, p.Value)), true));

    /// <summary>What many ask for, in one tap.</summary>
    public IEnumerable<CatalogueLink> Quick => found.Facets.Where(f => Of.Quick.Contains(f.Facet.Name))
        .SelectMany(f => f.Values.Union(Filter.Values.Where(v => v.Facet == f.Facet.Name).Select(v => v.Value))
            .Select(value => Link(f, value)));

    /// <summary>The facets that stand in the form.</summary>
    public IEnumerable<FacetCounts> Choices => found.Facets.Where(f => !Of.Quick.Contains(f.Facet.Name) && Offered(f).Any())
        .Where(f => f.Counts.Count <= MaxChoices || f.Facet == ReleaseYears.Facet || Chosen(f.Facet) is not null);

    /// <summary>The values of a facet in the form.</summary>
    public IEnumerable<string> Offered(FacetCounts facet)
    {
        var isByDecade = facet.Facet == ReleaseYears.Facet && facet.Counts.Keys.Count(v => !ReleaseYears.IsDecade(v)) > MaxYears;
        return facet.Values.Where(v => facet.Facet != ReleaseYears.Facet || ReleaseYears.IsDecade(v) == isByDecade)
            .Union(Chosen(facet.Facet) is { } chosen ? [chosen] : []);
    }

    /// <summary>The value that the form has chosen; what a link names beyond that is kept.</summary>
    public string? Chosen(CatalogueFacet facet) => Filter.Values.FirstOrDefault(v => v.Facet == facet.Name).Value;

    /// <summary>What is asked for besides the form, which keeps it.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
        Filter.Values.Where(v => Of.Quick.Contains(v.Facet) || v.Value != Filter.Values.First(f => f.Facet == v.Facet).Value)
            .Concat(Address.IsMap ? [("view", "map")] : []);

    /// <summary>The alphabet of the list, as far as it has letters; none of a short list.</summary>
    public IReadOnlyList<CatalogueLink> Letters =>
        !Of.HasLetters || (Filter.Letter is null && found.LetterCounts.Values.Sum() < MinForLetters) ? []
        : [.. found.Letters.Select(letter =>
            new CatalogueLink(LetterName(letter), found.LetterCounts[letter],
                Address.With(Filter with { Letter = Filter.Letter == letter ? null : letter }), Filter.Letter == letter))];

    /// <summary>The ways out of an empty list, each with how many there would be.</summary>
    public IEnumerable<CatalogueLink> Without => without.Select(way =>
        new CatalogueLink(Label(way.Name, way.Value), way.Total, Address.With(way.Filter), false));

    CatalogueLink Link(FacetCounts facet, string value)
    {
        var isSet = Filter.Has(facet.Facet.Name, value);
        return new(facet.Label(value), facet.Of(value),
            Address.With(isSet ? Filter.Without(facet.Facet.Name, value) : Filter.With(facet.Facet, value, Of.Facets)), isSet);
    }

    string Label(string name, string value) =>
        name == CatalogueFilter.LetterName ? LetterName(value) : found.Label(name, value);

    /// <summary>What a first letter is called.</summary>
    public static string LetterName(string letter) => letter switch
    {
        SortKey.Figures => $"{Number(0)}–{Number(9)}",
        SortKey.Others => T("Other letters"),
        _ => letter,
    };
}
