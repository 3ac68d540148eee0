using NodaTime;

namespace HomsScreenings.Screenings;

/// <summary>Where a screening stands among others with a date: by programme day, time, and its number for a tie-break.</summary>
public static class ScreeningNeighbours
{
    extension(IQueryable<Screening> screenings)
    {
        /// <summary>What comes before one with a date, the nearest first.</summary>
        public IQueryable<Screening> Before(ScreeningCard one)
        {
            var (day, start, id) = (one.ProgrammeDate, one.StartsAt, one.Id);
            var before = start is null
                ? screenings.Where(s => s.ProgrammeDate < day || (s.ProgrammeDate == day && (s.StartsAt != null || s.Id < id)))
                : screenings.Where(s => s.ProgrammeDate < day || (s.ProgrammeDate == day && (s.StartsAt < start || (s.StartsAt == start && s.Id < id))));
            return before.OrderByDescending(s => s.ProgrammeDate).ThenByDescending(s => s.StartsAt == null).ThenByDescending(s => s.StartsAt).ThenByDescending(s => s.Id);
        }

        /// <summary>What comes after one with a date, the nearest first.</summary>
        public IQueryable<Screening> After(ScreeningCard one)
        {
            var (day, start, id) = (one.ProgrammeDate, one.StartsAt, one.Id);
            var after = start is null
                ? screenings.Where(s => s.ProgrammeDate > day || (s.ProgrammeDate == day && s.StartsAt == null && s.Id > id))
                : screenings.Where(s => s.ProgrammeDate > day || (s.ProgrammeDate == day && (s.StartsAt == null || s.StartsAt > start || (s.StartsAt == start && s.Id > id))));
            return after.InProgrammeOrder();
        }
    }
}
