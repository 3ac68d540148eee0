using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings.Reports;

/// <summary>Counts what became of screenings. A fixed number of statements, however many screenings there are.</summary>
public static class ReportQueries
{
    extension(IQueryable<Screening> screenings)
    {
        /// <summary>
        /// What took place and is over, of what the filter names. An organisation means what it keeps, not what it is a partner of.
        /// </summary>
        public IQueryable<Screening> ToReport(ScreeningFilter filter, FilterTargets targets, Instant now)
        {
            var keepers = targets.Of("organisation", filter.Organisations);
            return screenings.Over(now).Matching(filter, targets)
                .Where(s => s.IsOn && (keepers.Count == 0 || keepers.Contains(s.OrganisationId!.Value)));
        }
    }

    extension(ScreeningsDb db)
    {
        /// <summary>What was counted of these screenings, the latest first.</summary>
        public async Task<IReadOnlyList<ReportedScreening>> ReportAsync(
            IQueryable<Screening> screenings, CancellationToken cancellationToken)
        {
            var ids = screenings.Select(s => s.Id);
            var found = await screenings.LatestFirst().Select(ReportedScreening.Of).ToListAsync(cancellationToken);
            var bookings = (await db.BookingSums(ids).ToListAsync(cancellationToken)).ToDictionary(b => b.Id);
            var tickedOff = (await db.TickedOff(ids).ToListAsync(cancellationToken)).ToDictionary(t => t.Id);
            var door = (await db.Counted(ids).ToListAsync(cancellationToken)).ToDictionary(d => d.Id);
            return [
                .. found.Select(
                    s => s with { Figures = FiguresOf(s, bookings.GetValueOrDefault(s.Id),
                        tickedOff.GetValueOrDefault(s.Id), door.GetValueOrDefault(s.Id)) })];
        }

        IQueryable<BookingSum> BookingSums(IQueryable<int> screenings) =>
            db.Bookings.Where(b => screenings.Contains(b.ScreeningId)).GroupBy(b => b.ScreeningId)
            .Select(g => new BookingSum
            {
                Id = g.Key,
                Booked = g.Sum(b => b.State == BookingState.Booked ? b.People : 0),
                NeverSeated = g.Sum(b => b.State == BookingState.Waiting ? 1 : 0),
                Ones = g.Sum(b => b.Rating == 1 ? 1 : 0),
                Twos = g.Sum(b => b.Rating == 2 ? 1 : 0),
                Threes = g.Sum(b => b.Rating == 3 ? 1 : 0),
                Fours = g.Sum(b => b.Rating == 4 ? 1 : 0),
                Fives = g.Sum(b => b.Rating == 5 ? 1 : 0),
            });

        // Whoever comes with more than they booked takes nobody's absence away.
        IQueryable<TickedOffSum> TickedOff(IQueryable<int> screenings) => db.Arrivals().Where(a => screenings.Contains(a.ScreeningId))
            .Join(db.Bookings, a => a.BookingId, b => b.Id, (a, b) =>
                new { a.ScreeningId, a.People, AsBooked = b.State != BookingState.Booked ? 0 : a.People < b.People ? a.People : b.People })
            .GroupBy(a => a.ScreeningId)
            .Select(g => new TickedOffSum { Id = g.Key, Arrived = g.Sum(a => a.People), AsBooked = g.Sum(a => a.AsBooked) });

        IQueryable<CountedSum> Counted(IQueryable<int> screenings) =>
            db.CheckInCounts.Where(c => screenings.Contains(c.ScreeningId)).GroupBy(c => c.ScreeningId)
            .Select(g => new CountedSum { Id = g.Key, WalkIns = g.Sum(c => c.BookingId == null ? c.People : 0) });
    }

    static Figures FiguresOf(ReportedScreening screening, BookingSum? bookings, TickedOffSum? tickedOff, CountedSum? door)
    {
        var booked = bookings?.Booked ?? 0;
        var (arrived, walkIns) = (tickedOff?.Arrived ?? 0, door?.WalkIns ?? 0);
        return new Figures
        {
            Screenings = 1,
            Capacity = screening.Capacity ?? 0,
            CapacityKnown = screening.Capacity is null ? 0 : 1,
            Booked = booked,
            Arrived = arrived,
            WalkIns = walkIns,
            DoorKept = door is null ? 0 : 1,
            Attendance = screening.Entered ?? arrived + walkIns,
            Entered = screening.Entered is null ? 0 : 1,
            FromDoor = screening.Entered is null && door is not null ? 1 : 0,
            IsAtLeast = screening is { Entered: not null, EnteredIsMinimum: true },
            Expected = tickedOff is null ? 0 : booked,
            NoShows = tickedOff is null ? 0 : booked - tickedOff.AsBooked,
            NeverSeated = bookings?.NeverSeated ?? 0,
            Answers = bookings is null ? SurveyRatings.None
                : new SurveyRatings(bookings.Ones, bookings.Twos, bookings.Threes, bookings.Fours, bookings.Fives),
        };
    }

    sealed class BookingSum
    {
        public required int Id { get; init; }
        public required int Booked { get; init; }
        public required int NeverSeated { get; init; }
        public required int Ones { get; init; }
        public required int Twos { get; init; }
        public required int Threes { get; init; }
        public required int Fours { get; init; }
        public required int Fives { get; init; }
    }

    sealed class TickedOffSum
    {
        public required int Id { get; init; }
        public required int Arrived { get; init; }
        public required int AsBooked { get; init; }
    }

    sealed class CountedSum
    {
        public required int Id { get; init; }
        public required int WalkIns { get; init; }
    }
}
