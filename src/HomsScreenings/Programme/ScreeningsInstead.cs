using HomsScreenings.Model;

namespace HomsScreenings.Programme;

/// <summary>What somebody may come to who reads of a screening that is over or has been called off.</summary>
public static class ScreeningsInstead
{
    const int Max = 2;

    extension(IQueryable<Screening> screenings)
    {
        /// <summary>The next ones of a film that it shows, and where it was called off those of its series too.</summary>
        public IQueryable<Screening> InsteadOf(ScreeningCard card, NodaTime.Instant now)
        {
            var (id, films) = (card.Id, card.Films.Select(f => f.Slug).ToList());
            var series = card.IsOn && films.Count > 0 ? null : card.SeriesSlug;
            return screenings.Upcoming(now)
                .Where(s => s.Id != id && s.IsOn && s.Date != null
                    && (s.Films.Any(f => films.Contains(f.Film.Slug)) || (series != null && s.Series!.Slug == series)))
                .InProgrammeOrder().Take(Max);
        }
    }
}
