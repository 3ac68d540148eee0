using System.Runtime.CompilerServices;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>What the counter asks with every booking, compiled once for each model: a process has one, tests have several.</summary>
sealed class CounterQueries
{
    static readonly ConditionalWeakTable<IModel, CounterQueries> Known = [];

    /// <summary>What is held or waited for, by the state of the bookings.</summary>
    public sealed record Sum(BookingState State, int Count, int Seats, int Wheelchairs, int Companions, Instant? Until);

    readonly Func<ScreeningsDb, int, CancellationToken, Task<Standing>> _standing = EF.CompileAsyncQuery((ScreeningsDb db, int id, CancellationToken cancel) => db.Screenings.AsNoTracking()
        .Where(s => s.Id == id).Select(Standing.Of).Single());

    readonly Func<ScreeningsDb, int, IAsyncEnumerable<Sum>> _sums = EF.CompileAsyncQuery((ScreeningsDb db, int screening) => db.Bookings
        .Where(b => b.ScreeningId == screening && b.ErasedAt == null && (b.State == BookingState.Booked || b.State == BookingState.Unconfirmed || b.State == BookingState.Offered || b.State == BookingState.Waiting))
        .GroupBy(b => b.State)
        .Select(g => new Sum(g.Key, g.Count(), g.Sum(b => b.People - b.Wheelchairs - b.Companions), g.Sum(b => b.Wheelchairs), g.Sum(b => b.Companions), g.Min(b => b.HeldUntil))));

    readonly Func<ScreeningsDb, int, string, CancellationToken, Task<int>> _id = EF.CompileAsyncQuery((ScreeningsDb db, int screening, string key, CancellationToken cancel) =>
        db.Bookings.Where(b => b.ScreeningId == screening && b.RequestKey == key).Select(b => b.Id).Single());

    public static Task<int> IdAsync(ScreeningsDb db, int screeningId, string key, CancellationToken cancel) => Of(db)._id(db, screeningId, key, cancel);

    public static Task<Standing> StandingAsync(ScreeningsDb db, int screeningId, CancellationToken cancel) => Of(db)._standing(db, screeningId, cancel);

    public static async Task<IReadOnlyList<Sum>> SumsAsync(ScreeningsDb db, int screeningId, CancellationToken cancel)
    {
        var sums = new List<Sum>();
        await foreach (var sum in Of(db)._sums(db, screeningId).WithCancellation(cancel)) sums.Add(sum);
        return sums;
    }

    static CounterQueries Of(ScreeningsDb db) => Known.GetValue(db.Model, _ => new CounterQueries());
}
