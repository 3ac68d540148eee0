using HomsScreenings.Maps;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Interests;

/// <summary>How many wait in a town.</summary>
public sealed record TownCount(string Town, string Country, string Part, double Latitude, double Longitude, int Count)
{
    /// <summary>The town, in the language that is spoken.</summary>
    public string Called => PlaceNames.Town(Town, Country);
}

/// <summary>A film or a series, and where people wait for it.</summary>
/// <param name="Path">Of its public page.</param>
/// <param name="Towns">Those in which enough wait, the most first.</param>
/// <param name="HasFewElsewhere">Whether some wait in towns that are not named.</param>
public sealed record InterestLine(string Path, string Title, IReadOnlyList<TownCount> Towns, bool HasFewElsewhere);

/// <summary>How many wait where, never so few that one could tell who.</summary>
public static class InterestCounts
{
    /// <summary>Fewer in a town are shown to nobody: neither at the desk nor on a public page.</summary>
    public const int LeastAtDesk = 3, LeastInPublic = 5;

    /// <summary>How many towns a public page names at most: those in which most wait.</summary>
    public const int MostTownsInPublic = 12;

    /// <summary>The towns in which most wait for a film, or for a series, and enough that the public may know; in one statement.</summary>
    public static Task<List<TownCount>> PublicAsync(ScreeningsDb db, int? filmId, int? seriesId, CancellationToken cancellationToken) =>
        db.Interests.Where(i => i.IsWaiting && i.FilmId == filmId && i.SeriesId == seriesId)
            .GroupBy(i => new { i.Town, i.Country, i.Part, i.Latitude, i.Longitude }).Where(g => g.Count() >= LeastInPublic)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Town).ThenBy(g => g.Key.Country).ThenBy(g => g.Key.Part)
            .Take(MostTownsInPublic)
            .Select(g => new TownCount(g.Key.Town, g.Key.Country, g.Key.Part, g.Key.Latitude, g.Key.Longitude, g.Count()))
            .ToListAsync(cancellationToken);

    sealed record Group(int? FilmId, int? SeriesId, TownCount Town);

    /// <summary>Who waits for all that is public, in four statements; those for which most wait first.</summary>
    public static async Task<IReadOnlyList<InterestLine>> AtDeskAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var waiting = db.Interests.Where(i => i.IsWaiting);
        var groups = await waiting
            .GroupBy(i => new { i.FilmId, i.SeriesId, i.Town, i.Country, i.Part, i.Latitude, i.Longitude })
            .Where(g => g.Count() >= LeastAtDesk)
            .Select(g => new Group(g.Key.FilmId, g.Key.SeriesId,
                new TownCount(g.Key.Town, g.Key.Country, g.Key.Part, g.Key.Latitude, g.Key.Longitude, g.Count())))
            .ToListAsync(cancellationToken);
        var few = await waiting.GroupBy(i => new { i.FilmId, i.SeriesId, i.Town, i.Country, i.Part, i.Latitude, i.Longitude })
            .Where(g => g.Count() < LeastAtDesk).Select(g => new { g.Key.FilmId, g.Key.SeriesId }).Distinct()
            .ToListAsync(cancellationToken);
        var tag = Language.Current.Tag;
        var films = await db.Films.Where(f => f.IsPublic && db.Interests.Any(i => i.FilmId == f.Id && i.IsWaiting))
            .Select(f => new { f.Id, f.Slug, Title = f.TitleIn(tag) }).ToListAsync(cancellationToken);
        var series = await db.Series.Where(s => s.IsPublic && db.Interests.Any(i => i.SeriesId == s.Id && i.IsWaiting))
            .Select(s => new { s.Id, s.Slug, Title = s.TitleIn(tag) }).ToListAsync(cancellationToken);
        return [
            .. films.Select(f => Line($"/films/{f.Slug}", f.Title, f.Id, null))
                .Concat(series.Select(s => Line($"/series/{s.Slug}", s.Title, null, s.Id)))
                .OrderByDescending(l => l.Towns.Sum(t => t.Count)).ThenBy(l => l.Title, StringComparer.Ordinal)
                .ThenBy(l => l.Path, StringComparer.Ordinal)];

        InterestLine Line(string path, string title, int? film, int? series) => new(path, title,
            [.. InOrder(groups.Where(g => g.FilmId == film && g.SeriesId == series).Select(g => g.Town))],
            few.Any(g => g.FilmId == film && g.SeriesId == series));
    }

    /// <summary>The towns of several lines together, as a map shows them.</summary>
    public static ProgrammePlaces Places(IEnumerable<InterestLine> lines) => new(
        [.. InOrder(lines.SelectMany(l => l.Towns).GroupBy(t => t with { Count = 0 })
                .Select(g => g.Key with { Count = g.Sum(t => t.Count) }))
            .Select(t => new ProgrammePlace(t.Town, t.Country, new GeoPoint(t.Latitude, t.Longitude), t.Count))], 0);

    static IEnumerable<TownCount> InOrder(IEnumerable<TownCount> towns) => towns.OrderByDescending(t => t.Count)
        .ThenBy(t => t.Town, StringComparer.Ordinal).ThenBy(t => t.Country, StringComparer.Ordinal)
        .ThenBy(t => t.Part, StringComparer.Ordinal).ThenBy(t => t.Latitude);
}
