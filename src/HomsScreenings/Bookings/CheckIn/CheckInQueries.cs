using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings.CheckIn;

/// <summary>How many of one booking are in, by the device that says most.</summary>
public sealed record Arrival
{
    public required int ScreeningId { get; init; }
    public required int BookingId { get; init; }
    public required int People { get; init; }
}

/// <summary>Who came to a screening, as the door counted them.</summary>
/// <param name="Guests">People of bookings.</param>
/// <param name="Parties">Bookings of which somebody came.</param>
/// <param name="WalkIns">People without a booking.</param>
public sealed record CheckInSum(int Guests, int Parties, int WalkIns)
{
    public int InTheRoom => Guests + WalkIns;
}

/// <summary>What the door counted, of all devices together; see <see cref="CheckInCount"/>.</summary>
public static class CheckInQueries
{
    extension(ScreeningsDb db)
    {
        /// <summary>The bookings that a door has ever spoken of, with how many of each are in; that may be none again.</summary>
        public IQueryable<Arrival> Arrivals() => db.CheckInCounts.Where(c => c.BookingId != null)
            .GroupBy(c => new { c.ScreeningId, BookingId = c.BookingId!.Value })
            .Select(g => new Arrival { ScreeningId = g.Key.ScreeningId, BookingId = g.Key.BookingId, People = g.Max(c => c.People) });

        /// <summary>The sums of those screenings at which somebody counted; the others are not in it.</summary>
        public async Task<IReadOnlyDictionary<int, CheckInSum>> CheckInSumsAsync(
            IReadOnlyCollection<int> screenings, CancellationToken cancellationToken)
        {
            var guests = (await db.Arrivals().Where(a => screenings.Contains(a.ScreeningId) && a.People > 0).GroupBy(a => a.ScreeningId)
                .Select(g => new { Id = g.Key, People = g.Sum(a => a.People), Parties = g.Count() }).ToListAsync(cancellationToken))
                .ToDictionary(g => g.Id);
            var others = await db.CheckInCounts.Where(c => screenings.Contains(c.ScreeningId)).GroupBy(c => c.ScreeningId)
                .Select(g => new { Id = g.Key, WalkIns = g.Sum(c => c.BookingId == null ? c.People : 0) }).ToListAsync(cancellationToken);
            return others.ToDictionary(o => o.Id, o => guests.TryGetValue(o.Id, out var came)
                ? new CheckInSum(came.People, came.Parties, o.WalkIns) : new CheckInSum(0, 0, o.WalkIns));
        }

        /// <summary>The sum of one screening; null where nobody counted.</summary>
        public async Task<CheckInSum?> CheckInSumAsync(int screeningId, CancellationToken cancellationToken) =>
            (await db.CheckInSumsAsync([screeningId], cancellationToken)).GetValueOrDefault(screeningId);
    }
}
