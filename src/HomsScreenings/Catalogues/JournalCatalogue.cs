using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>All entries of the journal that are public, the newest first.</summary>
public static class JournalCatalogue
{
    const string Organisation = "organisation", Author = "author", Film = "film";

    static readonly CatalogueFacet Kind = CatalogueFacet.OneOf("kind", [.. Enum.GetValues<EntryKind>().Select(Name)],
        name => JournalWords.Label(Enum.GetValues<EntryKind>().Single(kind => Name(kind) == name)));

    static readonly CatalogueFacet Tag = new("tag",
        typed => typed.Length <= EntryTag.MaxLength && SearchKey.Of(typed).Length > 0 ? typed : null,
        typed => T("'{0}' is not a tag.", typed), tag => tag)
    { IsSpeltAnyhow = true };

    public static IReadOnlyList<CatalogueFacet> Facets { get; } =
    [
        Kind, OfRecord(Film), OfRecord(Author), OfRecord(Organisation), ReleaseYears.Facet, CatalogueFacet.Language, Tag,
    ];

    static readonly CatalogueSource Source = new("journal",
        db => RecordsStamp.Of(db.Journal).Concat(RecordsStamp.Of(db.People)).Concat(RecordsStamp.Of(db.Films))
            .Concat(RecordsStamp.Of(db.Organisations)),
        ReadAsync, Now: null)
    {
        WhenEmpty = async (db, cancellationToken) => await db.Journal.AnyAsync(cancellationToken) ? null : new CatalogueRows(Facets, []),
    };

    /// <summary>Finds a page: in one statement for its cards, and in a few more after a save.</summary>
    public static async Task<CataloguePage<EntryCard>> FindAsync(
        ScreeningsDb db, CatalogueFilter filter, int skip, int size, Instant now, CancellationToken cancellationToken)
    {
        var catalogue = await CatalogueStore.GetAsync(db, Source, now, cancellationToken);
        return await catalogue.PageAsync(filter, skip, size, found => found, ids => CardsAsync(db, ids, cancellationToken));
    }

    /// <summary>The newest that are about a record, and how many there are: in one statement, and in none where none is.</summary>
    /// <param name="path">The address of the record: '/films/return-to-homs'.</param>
    public static Task<WrittenAbout> AboutAsync(
        ScreeningsDb db, string path, int most, Instant now, CancellationToken cancellationToken) =>
        FindAsync(db, entry => entry.About.Contains(path), most, now, cancellationToken);

    /// <summary>The newest of an organisation, in the same way.</summary>
    public static Task<WrittenAbout> OfOrganisationAsync(
        ScreeningsDb db, string slug, int most, Instant now, CancellationToken cancellationToken) =>
        FindAsync(db, entry => entry.Values[3].Contains(slug), most, now, cancellationToken);

    /// <summary>The newest about a person or by them, in the same way.</summary>
    public static Task<WrittenAbout> OfPersonAsync(
        ScreeningsDb db, string slug, int most, Instant now, CancellationToken cancellationToken) =>
        FindAsync(db, entry => entry.Values[2].Contains(slug) || entry.About.Contains($"/people/{slug}"), most, now, cancellationToken);

    /// <summary>The newest of all, in the same way.</summary>
    public static Task<WrittenAbout> NewestAsync(ScreeningsDb db, int most, Instant now, CancellationToken cancellationToken) =>
        FindAsync(db, _ => true, most, now, cancellationToken);

    static async Task<WrittenAbout> FindAsync(
        ScreeningsDb db, Func<CatalogueEntry, bool> which, int most, Instant now, CancellationToken cancellationToken)
    {
        var found = (await CatalogueStore.GetAsync(db, Source, now, cancellationToken)).Entries.Where(which).ToList();
        if (found.Count == 0) return WrittenAbout.Nothing;
        var shown = found.Take(most).Select(e => e.Id).ToArray();
        var cards = await CardsAsync(db, shown, cancellationToken);
        return new([.. shown.Where(cards.ContainsKey).Select(id => cards[id])], found.Count);
    }

    static Task<Dictionary<int, EntryCard>> CardsAsync(ScreeningsDb db, int[] ids, CancellationToken cancellationToken) =>
        db.Journal.Published().Where(e => ids.Contains(e.Id)).Select(EntryCard.Of).ToDictionaryAsync(e => e.Id, cancellationToken);

    static async Task<CatalogueRows> ReadAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Journal.Published().NewestFirst().Select(e => new
        {
            e.Id,
            e.Kind,
            e.Title,
            e.Standfirst,
            e.Body,
            e.TextLanguage,
            e.Byline,
            e.Publication,
            On = e.AppearedOn,
            At = e.PublishedAt!.Value,
            Author = e.Author == null || !e.Author.IsPublic ? null
                : new { e.Author.Slug, Name = e.Author.NameIn(Language.Current.Tag), e.Author.NameKey },
            Organisation = e.Organisation == null ? null
                : new { e.Organisation.Slug, Name = e.Organisation.NameIn(Language.Current.Tag), e.Organisation.NameKey },
        }).ToListAsync(cancellationToken);
        var texts = (await db.Set<JournalEntryTranslation>().Where(t => db.Journal.Published().Any(e => e.Id == t.EntryId))
            .Select(t => new { t.EntryId, t.Language, t.Title, t.Standfirst, t.Body }).ToListAsync(cancellationToken))
            .ToLookup(t => t.EntryId);
        var tags = (await db.Set<EntryTag>().OrderBy(t => t.Position).Select(t => new { t.EntryId, t.Name }).ToListAsync(cancellationToken))
            .ToLookup(t => t.EntryId, t => t.Name);
        var subjects = (await SubjectsAsync(db, cancellationToken)).ToLookup(s => s.EntryId);

        var names = new Dictionary<(string, string), string>();
        foreach (var row in rows)
        {
            if (row.Author is { } author) names[(Author, author.Slug)] = author.Name;
            if (row.Organisation is { } organisation) names[(Organisation, organisation.Slug)] = organisation.Name;
        }
        foreach (var film in subjects.SelectMany(s => s).Where(s => s.Kind == "films")) names[(Film, film.Slug)] = film.Name;
        return new(Facets, [.. rows.Select(row =>
        {
            var about = subjects[row.Id].ToList();
            var year = (row.On ?? row.At.InUtc().Date).Year;
            return new CatalogueEntry(row.Id, "", CatalogueEntry.Join(FindableWords.Of(
                [row.Title, row.Standfirst, row.Body, row.Byline, row.Publication, row.Author?.NameKey, row.Organisation?.NameKey,
                    .. texts[row.Id].SelectMany(t => new[] { t.Title, t.Standfirst, t.Body }), .. tags[row.Id],
                    .. about.Select(s => s.Key)])),
                [[Name(row.Kind)], [.. about.Where(s => s.Kind == "films").Select(s => s.Slug)], row.Author is { } by ? [by.Slug] : [],
                    row.Organisation is { } of ? [of.Slug] : [], ReleaseYears.ValuesOf(year),
                    LanguageRanges.Of([row.TextLanguage, .. texts[row.Id].Where(t => t.Body != null).Select(t => t.Language)]),
                    [.. tags[row.Id]]])
            { About = [.. about.Select(s => $"/{s.Kind}/{s.Slug}")] };
        })])
        { Names = names };
    }

    sealed record Subject(int EntryId, string Kind, string Slug, string Name, string Key);

    static async Task<List<Subject>> SubjectsAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var all = db.Set<EntrySubject>();
        var (language, found) = (Language.Current.Tag, new List<Subject>());
        found.AddRange(await all.Where(s => s.Film!.IsPublic).Select(s =>
            new Subject(s.EntryId, "films", s.Film!.Slug, s.Film.TitleIn(language), s.Film.TitleKey)).ToListAsync(cancellationToken));
        found.AddRange(await all.Where(s => s.Person!.IsPublic).Select(s =>
            new Subject(s.EntryId, "people", s.Person!.Slug, "", s.Person.NameKey)).ToListAsync(cancellationToken));
        found.AddRange(await all.Where(s => s.Series!.IsPublic).Select(s =>
            new Subject(s.EntryId, "series", s.Series!.Slug, "", s.Series.TitleKey)).ToListAsync(cancellationToken));
        found.AddRange(await all.Where(s => s.Screening!.IsPublic).Select(s =>
            new Subject(s.EntryId, "screenings", s.Screening!.Slug, "", "")).ToListAsync(cancellationToken));
        found.AddRange(await all.Where(s => s.Venue!.IsPublic).Select(s =>
            new Subject(s.EntryId, "venues", s.Venue!.Slug, "", s.Venue.NameKey)).ToListAsync(cancellationToken));
        return found;
    }

    // A value is the slug of a record, whose name the rows know.
    static CatalogueFacet OfRecord(string name) => new(name, typed => Records.Slug.IsWellFormed(typed) ? typed : null,
        typed => T("'{0}' is not the last part of an address here.", typed), slug => slug);

    static string Name(EntryKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>What the journal has about something: the newest of it, and how many there are.</summary>
public sealed record WrittenAbout(IReadOnlyList<EntryCard> Entries, int Total)
{
    public static WrittenAbout Nothing { get; } = new([], 0);
}
