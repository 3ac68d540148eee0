using System.Runtime.CompilerServices;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>What the ledger asks with every booking, compiled once for each model: a process has one, tests have several.</summary>
sealed class SeatLedgerQueries
{
    static readonly ConditionalWeakTable<IModel, SeatLedgerQueries> Known = [];

    /// <summary>What is held or waited for, by the state of the bookings.</summary>
    public sealed record Sum(BookingState State, int Count, int Seats, int Wheelchairs, int Companions, Instant? Until);

    readonly Func<ScreeningsDb, int, CancellationToken, Task<BookableScreening>> _standing = EF.CompileAsyncQuery(
        (ScreeningsDb db, int id, CancellationToken cancellationToken) => db.Screenings.AsNoTracking()
        .Where(s => s.Id == id).Select(BookableScreening.Of).Single());

    readonly Func<ScreeningsDb, int, IAsyncEnumerable<Sum>> _sums = EF.CompileAsyncQuery((ScreeningsDb db, int screening) => db.Bookings
        .Where(b => b.ScreeningId == screening && b.IsActive)
        .GroupBy(b => b.State)
        .Select(
            g => new Sum(g.Key, g.Count(), g.Sum(b => b.People - b.Wheelchairs - b.Companions),
                g.Sum(b => b.Wheelchairs), g.Sum(b => b.Companions), g.Min(b => b.HeldUntil))));

#pragma warning disable CA1304, CA1311, CA1862, MA0011 // it becomes SQL, whose lower() asks for no culture
    readonly Func<ScreeningsDb, int, string, CancellationToken, Task<Booking?>> _ofAddress = EF.CompileAsyncQuery(
        (ScreeningsDb db, int screening, string address, CancellationToken cancellationToken) =>
        db.Bookings.Where(b => b.ScreeningId == screening && b.IsActive && b.Email!.ToLower() == address)
        .OrderBy(b => b.Id).FirstOrDefault());
#pragma warning restore CA1304, CA1311, CA1862, MA0011

    readonly Func<ScreeningsDb, int, string, CancellationToken, Task<int>> _id = EF.CompileAsyncQuery(
        (ScreeningsDb db, int screening, string key, CancellationToken cancellationToken) =>
        db.Bookings.Where(b => b.ScreeningId == screening && b.RequestKey == key).Select(b => b.Id).Single());

    /// <summary>The booking that an address has there, however its letters are written; null where it has none that stands.</summary>
    public static Task<Booking?> OfAddressAsync(ScreeningsDb db, int screeningId, string address, CancellationToken cancellationToken) =>
        Of(db)._ofAddress(db, screeningId, address.ToLowerInvariant(), cancellationToken);

    public static Task<int> IdAsync(ScreeningsDb db, int screeningId, string key, CancellationToken cancellationToken) =>
        Of(db)._id(db, screeningId, key, cancellationToken);

    public static Task<BookableScreening> ScreeningAsync(ScreeningsDb db, int screeningId, CancellationToken cancellationToken) =>
        Of(db)._standing(db, screeningId, cancellationToken);

    public static async Task<IReadOnlyList<Sum>> SumsAsync(ScreeningsDb db, int screeningId, CancellationToken cancellationToken)
    {
        var sums = new List<Sum>();
        await foreach (var sum in Of(db)._sums(db, screeningId).WithCancellation(cancellationToken)) sums.Add(sum);
        return sums;
    }

    static SeatLedgerQueries Of(ScreeningsDb db) => Known.GetValue(db.Model, _ => new SeatLedgerQueries());
}
