using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Series;

public static class SeriesQueries
{
    extension(IQueryable<ScreeningSeries> series)
    {
        /// <summary>What the public may see.</summary>
        public IQueryable<ScreeningSeries> Published() => series.Where(s => s.PublishedAt != null);

        /// <summary>Those with screenings to come first, the next one leading; then the latest.</summary>
        public IOrderedQueryable<ScreeningSeries> ByNextScreening(Instant now) => series
            .OrderBy(s => s.Screenings.All(x => x.PublishedAt == null || x.EndsAt == null || x.EndsAt <= now))
            .ThenBy(s => s.Screenings.Where(x => x.PublishedAt != null && x.EndsAt > now).Min(x => x.ProgrammeDate))
            .ThenBy(s => s.Year == null).ThenByDescending(s => s.Year).ThenBy(s => s.TitleKey).ThenBy(s => s.Id);
    }
}
