using HomsScreenings.Catalogues;
using HomsScreenings.Web.Site;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A list of films, people, venues or entries of the journal: where it is, what it can be narrowed by, and its words.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Quick">The facets of which each value is one tap away; the others stand in the form.</param>
/// <param name="Words">What it is called, where it is called something.</param>
/// <param name="HasMap">Whether it can be looked at as a map.</param>
/// <param name="HasLetters">Whether it is in the order of an alphabet.</param>
public sealed record CatalogueKind(string Path, IReadOnlyList<CatalogueFacet> Facets, IReadOnlyList<string> Quick,
    Func<CatalogueWords> Words, bool HasMap = false, bool HasLetters = true)
{
    public static CatalogueKind Films { get; } = new("/films", FilmCatalogue.Facets, ["showing", "kind"], () => new(T("Films"),
        T("the films"), T("All films"), T("Search the films"), T("Show films"), T("No films match."), n => N(n, "{0} film", "{0} films")));
    public static CatalogueKind People { get; } = new("/people", PersonCatalogue.Facets, ["speaking", "role"], () => new(T("People"),
        T("the people"), T("All people"), T("Search the people"), T("Show people"), T("No people match."),
        n => N(n, "{0} person", "{0} people")));
    public static CatalogueKind Venues { get; } = new("/venues", VenueCatalogue.Facets, ["access"], () => new(T("Venues"),
        T("the venues"), T("All venues"), T("Search the venues"), T("Show venues"), T("No venues match."),
        n => N(n, "{0} venue", "{0} venues")), HasMap: true);
    public static CatalogueKind Journal { get; } = new("/journal", JournalCatalogue.Facets, ["kind"], () => new(T("Journal"),
        T("the journal"), T("The whole journal"), T("Search the journal"), T("Show entries"), T("No entries match."),
        n => N(n, "{0} entry", "{0} entries")), HasLetters: false);

    /// <summary>The same for the cache.</summary>
    public QueryReader Reader => field ??= new(
        [CatalogueFilter.QueryName, CatalogueFilter.LetterName, .. Facets.Select(f => f.Name), "view", "page"],
        request => CatalogueAddress.Read(this, request.Query, out _)?.Query);

    public string Name => Words().Name;

    /// <summary>What the pages are of.</summary>
    public string Pages => Words().Pages;

    public string All => Words().All;

    public string Search => Words().Search;

    public string Show => Words().Show;

    public string Nothing => Words().Nothing;

    public string Count(int total) => Words().Count(total);

    /// <summary>What a facet of the form is called.</summary>
    public static string Title(CatalogueFacet facet) => facet.Name switch
    {
        "language" => T("Language"),
        "country" => T("Country"),
        "city" => T("City"),
        "film" => T("Film"),
        "author" => T("Author"),
        "organisation" => T("Organisation"),
        "tag" => T("Tag"),
        _ => T("Year"),
    };
}

/// <summary>What a list is called in the language that is spoken.</summary>
public sealed record CatalogueWords(string Name, string Pages, string All, string Search, string Show, string Nothing,
    Func<int, string> Count);
