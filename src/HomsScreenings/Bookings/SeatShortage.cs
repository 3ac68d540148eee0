using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Storage;

namespace HomsScreenings.Bookings;

/// <summary>More than there is room for is promised where a house was made smaller; nobody's promise is taken back for that.</summary>
public static class SeatShortage
{
    extension(ScreeningsDb db)
    {
        /// <summary>'8 seats are promised, and there are 6', of each kind that there is too little of; else null.</summary>
        public async Task<string?> ShortageAsync(int screeningId, CancellationToken cancellationToken)
        {
            var standing = await SeatLedgerQueries.ScreeningAsync(db, screeningId, cancellationToken);
            var held = (await SeatLedgerQueries.SumsAsync(db, screeningId, cancellationToken)).Where(s => s.State != BookingState.Waiting)
                .Aggregate(new SeatCounts(0, 0, 0), (sum, s) => sum + new SeatCounts(s.Seats, s.Wheelchairs, s.Companions));
            var there = standing.Capacity;
            string?[] lacks =
            [
                Lack(held.Seats, there.Seats, "seat"), Lack(held.Wheelchairs, there.Wheelchairs, "wheelchair place"),
                Lack(held.Companions, there.Companions, "companion's place"),
            ];
            return lacks.Any(lack => lack is not null) ? string.Join("; ", lacks.OfType<string>()) : null;
        }
    }

    static string? Lack(int held, int there, string kind) => held <= there ? null : string.Create(CultureInfo.InvariantCulture,
        $"{held} {kind}{(held == 1 ? " is" : "s are")} promised, and there {(there == 1 ? "is" : "are")} {(there == 0 ? "none" : there)}");
}
