using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>All films: what is shown next first, then by title.</summary>
public static class FilmCatalogue
{
    static readonly CatalogueFacet Showing = CatalogueFacet.Flag("showing", () => T("Showing now"));
    static readonly CatalogueFacet Kind = CatalogueFacet.OneOf("kind", [.. Enum.GetValues<FilmKind>().Select(Name)],
        name => FilmWords.Label(Enum.GetValues<FilmKind>().Single(kind => Name(kind) == name)));

    public static IReadOnlyList<CatalogueFacet> Facets { get; } =
        [Showing, Kind, CatalogueFacet.Language, CatalogueFacet.Country, ReleaseYears.Facet];

    static readonly CatalogueSource Source = new("films",
        db => RecordsStamp.Of(db.Films).Concat(RecordsStamp.Of(db.People)), ReadAsync,
        (film, days) => film with
        {
            Next = days.Films.GetValueOrDefault(film.Id),
            Values = [CatalogueFacet.FlagValues(days.Films.ContainsKey(film.Id)), .. film.Values.Skip(1)],
        })
    {
        Order = films => films.OrderBy(f => f.Values[0].Count == 0).ThenBy(f => f.Next is null).ThenBy(f => f.Next),
    };

    /// <summary>Finds a page: in one statement for its cards, and in a few more after a save.</summary>
    public static async Task<CataloguePage<FilmCard>> FindAsync(
        ScreeningsDb db, CatalogueFilter filter, int skip, int size, Instant now, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueStore.GetAsync(db, Source, now, cancellationToken);
        // Whoever looks for a letter goes through the alphabet.
        return await catalogue.PageAsync(
            filter, skip, size, found => filter.Letter is null ? found : found.OrderBy(e => e.Position),
            ids => CardsAsync(db, ids, cancellationToken));
    }

    /// <summary>All of them as they are now.</summary>
    internal static async Task<IReadOnlyList<CatalogueEntry>> EntriesAsync(
        ScreeningsDb db, Instant now, CancellationToken cancellationToken) =>
        (await CatalogueStore.GetAsync(db, Source, now, cancellationToken)).Entries;

    /// <summary>Whether it is still to be shown, and in this language.</summary>
    internal static bool IsShownIn(CatalogueEntry film, string? language) =>
        language is not null && film.Values[0].Count > 0 && film.Values[2].Contains(language);

    internal static Task<Dictionary<int, FilmCard>> CardsAsync(ScreeningsDb db, int[] ids, CancellationToken cancellationToken) =>
        db.Films.Published().Where(f => ids.Contains(f.Id)).Select(FilmCard.Of).ToDictionaryAsync(f => f.Id, cancellationToken);

    static async Task<CatalogueRows> ReadAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var titles = (await db.Set<FilmTranslation>().Where(t => t.Title != null).Select(t => new { t.FilmId, t.Title })
            .ToListAsync(cancellationToken)).ToLookup(t => t.FilmId, t => t.Title);
        var directors = (await db.Set<Credit>().Where(c => c.Role == CreditRoles.Director)
            .Select(c => new { c.FilmId, c.Person.NameKey, Others = c.Person.Translations.Select(t => t.NameKey).ToList() })
            .ToListAsync(cancellationToken)).SelectMany(c => c.Others.Prepend(c.NameKey), (c, key) => (c.FilmId, Key: key))
            .ToLookup(c => c.FilmId, c => c.Key);
        var films = await db.Films.Published().Select(f => new
        {
            f.Id,
            Names = f.NamesIn(Language.Current.Tag),
            f.Title,
            f.OriginalTitle,
            f.Kind,
            f.Languages,
            f.Countries,
            f.ReleaseYear,
        }).ToListAsync(cancellationToken);

        var inOrder = films.Select(f => (Film: f, Key: SortKey.OfTitle(f.Names.First, f.Names.FirstLanguage ?? Language.Current.Tag)))
            .OrderBy(f => f.Key, StringComparer.Ordinal).ThenBy(f => f.Film.Id);
        return new(Facets, [.. inOrder.Select((f, position) => new CatalogueEntry(f.Film.Id, SortKey.Letter(f.Key),
            CatalogueEntry.Join(FindableWords.Of(
                [f.Film.Title, f.Film.OriginalTitle, $"{f.Film.ReleaseYear}", .. titles[f.Film.Id], .. directors[f.Film.Id]])
                .Concat(FactWords.Of(f.Film.Kind, f.Film.Languages))),
            [[], [Name(f.Film.Kind)], LanguageRanges.Of(f.Film.Languages), f.Film.Countries, ReleaseYears.ValuesOf(f.Film.ReleaseYear)])
        { Position = position })]);
    }

    static string Name(FilmKind kind) => kind.ToString().ToLowerInvariant();
}
