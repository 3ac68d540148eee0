using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme;

/// <summary>
/// What one can follow: films, series, venues and organisations that have been in the programme, by name. A film whose
/// last screening is over is among them: who follows it waits for the next.
/// </summary>
public sealed record FollowChoices(ILookup<string, FollowChoice> ByFilter)
{
    // A longer list is no help to choose from; a link on the page of the film itself leads here with the film chosen.
    const int Max = 1_000;

    public static FollowChoices None { get; } = new(Array.Empty<FollowChoice>().ToLookup(c => c.Filter));

    /// <summary>The slugs to choose from.</summary>
    /// <param name="filter">'film', 'series', 'venue' or 'organisation'.</param>
    public IReadOnlyList<string> Slugs(string filter) => [.. ByFilter[filter].Select(c => c.Slug)];

    /// <summary>What is called by this slug; the slug itself for one that is not among them.</summary>
    public string Name(string filter, string slug) => ByFilter[filter].FirstOrDefault(c => c.Slug == slug)?.Name ?? slug;

    /// <summary>Finds them, in one statement.</summary>
    public static async Task<FollowChoices> FindAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var (published, language) = (db.Screenings.Published(), Language.Current.Tag);
        var found = await db.Films.Where(f => published.Any(s => s.Films.Any(x => x.FilmId == f.Id)))
            .Select(f => new { Filter = "film", f.Slug, Name = f.TitleIn(language), Key = f.TitleKey })
            .Concat(db.Series.Where(r => r.IsPublic && published.Any(s => s.SeriesId == r.Id))
                .Select(r => new { Filter = "series", r.Slug, Name = r.TitleIn(language), Key = r.TitleKey }))
            .Concat(
                db.Venues.Where(v => published.Any(s => s.VenueId == v.Id))
                    .Select(v => new { Filter = "venue", v.Slug, Name = v.NameIn(language), Key = v.NameKey }))
            .Concat(
                db.Organisations.Where(o => published.Any(s => s.OrganisationId == o.Id))
                    .Select(o => new { Filter = "organisation", o.Slug, Name = o.NameIn(language), Key = o.NameKey }))
            .OrderBy(c => c.Key).ThenBy(c => c.Slug).Take(Max).ToListAsync(cancellationToken);
        return new(
            found.OrderBy(c => SearchKey.Of(c.Name), StringComparer.Ordinal).ThenBy(c => c.Slug, StringComparer.Ordinal)
                .Select(c => new FollowChoice(c.Filter, c.Slug, c.Name)).ToLookup(c => c.Filter));
    }
}

/// <summary>One thing to follow.</summary>
/// <param name="Filter">The filter that names it: 'film', 'series', 'venue' or 'organisation'.</param>
public sealed record FollowChoice(string Filter, string Slug, string Name);
