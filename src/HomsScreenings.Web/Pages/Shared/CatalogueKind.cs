using HomsScreenings.Catalogues;
using HomsScreenings.Web.Site;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A list of films, people or venues: where it is, what it can be narrowed by, and its words.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Quick">The facets of which each value is one tap away; the others stand in the form.</param>
/// <param name="HasMap">Whether it can be looked at as a map.</param>
public sealed record CatalogueKind(string Path, IReadOnlyList<CatalogueFacet> Facets, IReadOnlyList<string> Quick, bool HasMap = false)
{
    public static CatalogueKind Films { get; } = new("/films", FilmCatalogue.Facets, ["showing", "kind"]);
    public static CatalogueKind People { get; } = new("/people", PersonCatalogue.Facets, ["speaking", "role"]);
    public static CatalogueKind Venues { get; } = new("/venues", VenueCatalogue.Facets, ["access"], HasMap: true);

    /// <summary>The same for the cache.</summary>
    public QueryReader Reader => field ??= new(
        [CatalogueFilter.QueryName, CatalogueFilter.LetterName, .. Facets.Select(f => f.Name), "view", "page"],
        request => CatalogueAddress.Read(this, request.Query, out _)?.Query);

    public string Name => this == Films ? T("Films") : this == People ? T("People") : T("Venues");

    /// <summary>What the pages are of.</summary>
    public string Pages => this == Films ? T("the films") : this == People ? T("the people") : T("the venues");

    public string All => this == Films ? T("All films") : this == People ? T("All people") : T("All venues");

    public string Search => this == Films ? T("Search the films") : this == People ? T("Search the people") : T("Search the venues");

    public string Show => this == Films ? T("Show films") : this == People ? T("Show people") : T("Show venues");

    public string Nothing => this == Films ? T("No films match.") : this == People ? T("No people match.") : T("No venues match.");

    public string Count(int total) => this == Films ? N(total, "{0} film", "{0} films")
        : this == People ? N(total, "{0} person", "{0} people") : N(total, "{0} venue", "{0} venues");

    /// <summary>What a facet of the form is called.</summary>
    public static string Title(CatalogueFacet facet) => facet.Name switch
    {
        "language" => T("Language"),
        "country" => T("Country"),
        "city" => T("City"),
        _ => T("Year"),
    };
}
