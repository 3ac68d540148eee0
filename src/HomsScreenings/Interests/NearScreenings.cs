using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Interests;

/// <summary>The screenings that are to come of what somebody waits for.</summary>
public static class NearScreenings
{
    /// <summary>How many are told.</summary>
    public const int Most = 5;

    extension(IQueryable<Screening> screenings)
    {
        /// <summary>Those of a film, or of a series.</summary>
        public IQueryable<Screening> Of(int? filmId, int? seriesId) => filmId is { } film
            ? screenings.Where(s => s.Films.Any(f => f.FilmId == film)) : screenings.Where(s => s.SeriesId == seriesId);

        /// <summary>Those that the public can go to, as far as anybody knows, at a place that is known.</summary>
        public IQueryable<Screening> ToGoTo(Instant now) => screenings.Published().Upcoming(now)
            .Where(s => s.IsOn && s.Status != ScreeningStatus.MovedOnline && s.Latitude != null && s.Longitude != null);
    }

    /// <summary>The next ones within reach, in one statement.</summary>
    public static async Task<IReadOnlyList<ScreeningCard>> FindAsync(
        ScreeningsDb db, int? filmId, int? seriesId, Nearby near, Instant now, CancellationToken cancellationToken) =>
        await db.Screenings.AsNoTracking().Of(filmId, seriesId).ToGoTo(now).Near(near).InProgrammeOrder().Take(Most)
            .Select(ScreeningCard.Of).ToListAsync(cancellationToken);
}
