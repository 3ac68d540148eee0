using HomsScreenings.Films;
using HomsScreenings.Organisations;
using HomsScreenings.Series;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Screenings;

/// <summary>The records that a filter names by their slugs, old ones included: who follows a feed keeps following it.</summary>
public sealed record FilterTargets(IReadOnlyList<int> Films, IReadOnlyList<int> Series, IReadOnlyList<int> Venues, IReadOnlyList<int> Organisations)
{
    public static FilterTargets None { get; } = new([], [], [], []);

    /// <summary>What the records are called, by filter and slug; what is asked for by an old slug keeps that for a name.</summary>
    public IReadOnlyDictionary<(string Filter, string Slug), string> Titles { get; init; } = new Dictionary<(string, string), string>();

    /// <summary>Finds them, in one statement, or none where the filter names none.</summary>
    /// <returns>The records, and a sentence for each slug that names nothing.</returns>
    public static async Task<(FilterTargets Targets, IReadOnlyList<string> Problems)> FindAsync(ScreeningsDb db, ScreeningFilter filter, CancellationToken cancel)
    {
        if (filter.Films.Count + filter.Series.Count + filter.Venues.Count + filter.Organisations.Count == 0) return (None, []);
        const string film = nameof(Film), series = nameof(ScreeningSeries), venue = nameof(Venue), organisation = nameof(Organisation);
        var found = await db.Films.Where(r => filter.Films.Contains(r.Slug)).Select(r => new { Kind = film, r.Slug, Id = (int?)r.Id, Title = r.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.Title).FirstOrDefault()
                ?? (r.TextLanguage != Language.Current.Tag && r.OriginalTitleLanguage == Language.Current.Tag ? r.OriginalTitle : null) ?? (string?)r.Title })
            .Concat(db.Series.Where(r => r.PublishedAt != null && filter.Series.Contains(r.Slug)).Select(r => new { Kind = series, r.Slug, Id = (int?)r.Id, Title = r.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.Title).FirstOrDefault() ?? (string?)r.Title }))
            .Concat(db.Venues.Where(r => filter.Venues.Contains(r.Slug)).Select(r => new { Kind = venue, r.Slug, Id = (int?)r.Id, Title = (string?)r.Name }))
            .Concat(db.Organisations.Where(r => filter.Organisations.Contains(r.Slug)).Select(r => new { Kind = organisation, r.Slug, Id = (int?)r.Id, Title = (string?)r.Name }))
            .Concat(db.PastSlugs.Where(p => p.TargetId != null && p.WasPublic
                && ((p.Kind == film && filter.Films.Contains(p.Slug)) || (p.Kind == series && filter.Series.Contains(p.Slug))
                    || (p.Kind == venue && filter.Venues.Contains(p.Slug)) || (p.Kind == organisation && filter.Organisations.Contains(p.Slug))))
                .Select(p => new { p.Kind, p.Slug, Id = p.TargetId, Title = (string?)null }))
            .ToListAsync(cancel);

        var problems = new List<string>();
        var titles = new Dictionary<(string, string), string>();
        return (new FilterTargets(Ids(film, "film", filter.Films), Ids(series, "series", filter.Series),
            Ids(venue, "venue", filter.Venues), Ids(organisation, "organisation", filter.Organisations))
        { Titles = titles }, problems);

        List<int> Ids(string kind, string word, IReadOnlyList<string> slugs)
        {
            var rows = found.Where(f => f.Kind == kind).ToList();
            problems.AddRange(slugs.Where(slug => rows.All(r => r.Slug != slug)).Select(slug => SlugWords.Missing(word, slug)));
            foreach (var row in rows) titles[(word, row.Slug)] = row.Title ?? row.Slug;
            return [.. rows.Select(r => r.Id!.Value).Distinct()];
        }
    }
}
