using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Series;

public static class SeriesQueries
{
    extension(IQueryable<ScreeningSeries> series)
    {
        /// <summary>What the public may see.</summary>
        public IQueryable<ScreeningSeries> Published() => series.Where(s => s.IsPublic);

        /// <summary>Those with screenings to come first, the next one leading; then the latest.</summary>
        public IOrderedQueryable<ScreeningSeries> ByNextScreening(Instant now) => series
            .OrderBy(s => s.Screenings.All(x => !x.IsPublic || x.EndsAt == null || x.IsOver(now)))
            .ThenBy(s => s.Screenings.Where(x => x.IsPublic && !x.IsOver(now)).Min(x => x.ProgrammeDate))
            .ThenBy(s => s.Year == null).ThenByDescending(s => s.Year).ThenBy(s => s.TitleKey).ThenBy(s => s.Id);
    }
}
