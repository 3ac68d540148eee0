using System.Runtime.InteropServices;
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
        public IQueryable<Screening> After(ScreeningCard one) => screenings.After(ProgrammePlace.Of(one)).Where(s => s.ProgrammeDate != null).InProgrammeOrder();

        /// <summary>What comes later in the order of the programme, in whatever order it is asked for then.</summary>
        public IQueryable<Screening> After(ProgrammePlace place)
        {
            var (day, start, id) = place;
            return (day, start) switch
            {
                (null, _) => screenings.Where(s => s.ProgrammeDate == null && s.Id > id),
                (_, null) => screenings.Where(s => s.ProgrammeDate == null || s.ProgrammeDate > day || (s.ProgrammeDate == day && s.StartsAt == null && s.Id > id)),
                _ => screenings.Where(s => s.ProgrammeDate == null || s.ProgrammeDate > day
                    || (s.ProgrammeDate == day && (s.StartsAt == null || s.StartsAt > start || (s.StartsAt == start && s.Id > id)))),
            };
        }
    }
}

/// <summary>A place in the order of the programme, which stays where it is while screenings are added around it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProgrammePlace(LocalDate? Day, Instant? Start, int Id)
{
    public static ProgrammePlace Of(ScreeningCard card) => new(card.ProgrammeDate, card.StartsAt, card.Id);
}
