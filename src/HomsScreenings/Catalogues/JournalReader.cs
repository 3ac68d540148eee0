using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Catalogues;

/// <summary>Reads the entries of the journal that are public for their catalogue, in a few statements.</summary>
static class JournalReader
{
    const string Organisation = JournalCatalogue.Organisation, Author = JournalCatalogue.Author, Film = JournalCatalogue.Film;

    public static async Task<CatalogueRows> ReadAsync(ScreeningsDb db, CancellationToken cancellationToken)
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
        var authors = (await db.Journal.Published().Where(e => e.Author!.IsPublic)
            .SelectMany(e => e.Author!.Translations, (e, t) => new { EntryId = e.Id, t.Name }).ToListAsync(cancellationToken))
            .ToLookup(t => t.EntryId, t => t.Name);
        var subjects = (await SubjectsAsync(db, cancellationToken)).ToLookup(s => s.EntryId);

        var values = new Dictionary<(string, string), string>();
        foreach (var row in rows)
        {
            if (row.Author is { } author) values[(Author, author.Slug)] = author.Name;
            if (row.Organisation is { } organisation) values[(Organisation, organisation.Slug)] = organisation.Name;
        }
        foreach (var film in subjects.SelectMany(s => s).Where(s => s.Kind == "films")) values[(Film, film.Slug)] = film.Name;
        return new(JournalCatalogue.Facets, [.. rows.Select(row =>
        {
            var about = subjects[row.Id].ToList();
            var year = (row.On ?? row.At.InUtc().Date).Year;
            string?[] names =
            [
                row.Title, .. texts[row.Id].Select(t => t.Title), row.Byline, row.Author?.NameKey, .. authors[row.Id], .. tags[row.Id],
            ];
            return new CatalogueEntry(row.Id, "", Join([.. names, row.Standfirst, row.Body, row.Publication, row.Organisation?.NameKey,
                .. texts[row.Id].SelectMany(t => new[] { t.Standfirst, t.Body }), .. about.Select(s => s.Key)]),
                [[JournalCatalogue.Name(row.Kind)], [.. about.Where(s => s.Kind == "films").Select(s => s.Slug)],
                    row.Author is { } by ? [by.Slug] : [], row.Organisation is { } of ? [of.Slug] : [], ReleaseYears.ValuesOf(year),
                    LanguageRanges.Of([row.TextLanguage, .. texts[row.Id].Where(t => t.Body != null).Select(t => t.Language)]),
                    [.. tags[row.Id]]])
            { NameWords = Join(names), PublishedAt = row.At, About = [.. about.Select(s => $"/{s.Kind}/{s.Slug}")] };
        })])
        { Names = values };
    }

    static string Join(params ReadOnlySpan<string?> texts) => CatalogueEntry.Join(FindableWords.Of(texts));

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
}
