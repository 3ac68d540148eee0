using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>All entries of the journal that are public, the newest first.</summary>
public static class JournalCatalogue
{
    internal const string Organisation = "organisation", Author = "author", Film = "film";

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
        JournalReader.ReadAsync, Now: null)
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

    /// <summary>The numbers of those that a filter leaves over and that stand after a place in the list, in its order.</summary>
    /// <param name="after">The moment of publication in ticks, and the number, of the last that is known; null for the beginning.</param>
    public static async Task<IReadOnlyList<int>> AfterAsync(ScreeningsDb db, CatalogueFilter filter, PlaceInOrder? after, int most,
        Instant now, CancellationToken cancellationToken)
    {
        var found = (await CatalogueStore.GetAsync(db, Source, now, cancellationToken)).Find(filter).Entries;
        return [.. found.Where(e => after is not { } place || IsOlder(e, place)).Take(most).Select(e => e.Id)];
    }

    static bool IsOlder(CatalogueEntry entry, PlaceInOrder place) =>
        entry.PublishedAt!.Value.ToUnixTimeTicks() is var at && (at < place.Order || (at == place.Order && entry.Id < place.Id));

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

    /// <summary>
    /// The newest whose title, author or tags have the words of a search, in the same way, and how many have the words anywhere.
    /// </summary>
    /// <param name="query">What was typed; null where nothing was, and nothing is found.</param>
    public static async Task<WrittenAbout> NamedAsync(
        ScreeningsDb db, string? query, int most, Instant now, CancellationToken cancellationToken)
    {
        if (query is null) return WrittenAbout.Nothing;
        var (named, total) = (await CatalogueStore.GetAsync(db, Source, now, cancellationToken)).Named(query);
        return new(await ShownAsync(db, named, most, cancellationToken), total);
    }

    /// <summary>The newest of all, in the same way.</summary>
    public static Task<WrittenAbout> NewestAsync(ScreeningsDb db, int most, Instant now, CancellationToken cancellationToken) =>
        FindAsync(db, _ => true, most, now, cancellationToken);

    static async Task<WrittenAbout> FindAsync(
        ScreeningsDb db, Func<CatalogueEntry, bool> which, int most, Instant now, CancellationToken cancellationToken)
    {
        var found = (await CatalogueStore.GetAsync(db, Source, now, cancellationToken)).Entries.Where(which).ToList();
        return new(await ShownAsync(db, found, most, cancellationToken), found.Count);
    }

    static async Task<IReadOnlyList<EntryCard>> ShownAsync(
        ScreeningsDb db, IReadOnlyList<CatalogueEntry> found, int most, CancellationToken cancellationToken)
    {
        if (found.Count == 0) return [];
        var shown = found.Take(most).Select(e => e.Id).ToArray();
        var cards = await CardsAsync(db, shown, cancellationToken);
        return [.. shown.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    static Task<Dictionary<int, EntryCard>> CardsAsync(ScreeningsDb db, int[] ids, CancellationToken cancellationToken) =>
        db.Journal.Published().Where(e => ids.Contains(e.Id)).Select(EntryCard.Of).ToDictionaryAsync(e => e.Id, cancellationToken);

    // A value is the slug of a record, whose name the rows know.
    static CatalogueFacet OfRecord(string name) => new(name, typed => Records.Slug.IsWellFormed(typed) ? typed : null,
        typed => T("'{0}' is not the last part of an address here.", typed), slug => slug);

    internal static string Name(EntryKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>What the journal has about something: the newest of it, and how many there are.</summary>
public sealed record WrittenAbout(IReadOnlyList<EntryCard> Entries, int Total)
{
    public static WrittenAbout Nothing { get; } = new([], 0);
}
