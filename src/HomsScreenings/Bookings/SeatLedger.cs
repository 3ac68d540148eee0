using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// The one place where the seats of a screening are decided about, within one transaction: it locks the row of the
/// rules, looks afresh at what is taken, and before it closes offers what has become free to the first on the waiting
/// list whom it fits. So no seat is given twice, a party is never split, and the order is kept, however many ask.
/// </summary>
sealed class SeatLedger
{
    readonly ScreeningsDb _db;
    long? _lastTurn;
    int _waiting;

    SeatLedger(ScreeningsDb db, BookableScreening standing, Instant now) => (_db, Screening, Now) = (db, standing, now);

    /// <summary>The screening as it stands under the lock.</summary>
    public BookableScreening Screening { get; }
    public Instant Now { get; }
    /// <summary>What nobody holds.</summary>
    public SeatCounts Free { get; private set; } = new(0, 0, 0);

    /// <summary>Locks the ledger of a screening; null where it has none.</summary>
    public static async Task<SeatLedger?> OpenAsync(ScreeningsDb db, int screeningId, Instant now, CancellationToken cancellationToken)
    {
        if (await db.Database.ExecuteSqlAsync($"""UPDATE "SeatRules" SET "Revision" = "Revision" + 1 WHERE "ScreeningId" = {screeningId}""",
            cancellationToken) == 0) return null;
        var counter = new SeatLedger(db, await SeatLedgerQueries.ScreeningAsync(db, screeningId, cancellationToken), now);
        await counter.CountAsync(cancellationToken);
        return counter;
    }

    async Task CountAsync(CancellationToken cancellationToken)
    {
        var sums = await SeatLedgerQueries.SumsAsync(_db, Screening.Id, cancellationToken);
        Free = sums.Where(s => s.State != BookingState.Waiting)
            .Aggregate(Screening.Capacity, (free, s) => free - new SeatCounts(s.Seats, s.Wheelchairs, s.Companions));
        _waiting = sums.Where(s => s.State == BookingState.Waiting).Sum(s => s.Count);
        if (!sums.Any(s => s.Until <= Now)) return;
        await LapseAsync(cancellationToken);
        if (MayOffer) await OfferAsync(cancellationToken); // before anybody else asks for it
    }

    bool MayOffer => _waiting > 0 && Screening.OffersSeats(Now);

    // What was held for too long is free again before anything else is decided.
    async Task LapseAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var overdue = await Screening.BookingsIn(_db).Active()
            .Where(b => (b.State == BookingState.Unconfirmed || b.State == BookingState.Offered) && b.HeldUntil <= now)
            .ToListAsync(cancellationToken);
        foreach (var booking in overdue)
        {
            if (booking.State == BookingState.Offered) Write(GuestMailKind.OfferLapsed, booking);
            Release(booking, BookingState.Lapsed);
        }
    }

    /// <summary>Puts a mail to a guest into the outbox.</summary>
    public void Write(GuestMailKind kind, Booking booking, int? detail = null) =>
        _db.Outbox.Add(OutboxMessage.ToGuest(kind, booking, Now, detail));

    /// <summary>Notes that a guest knows the present beginning by the mail that leaves now, and needs no reminder beside it.</summary>
    public void NoteReminded(Booking booking)
    {
        if (booking.State == BookingState.Booked && Screening.Reminder?.At <= Now) booking.RemindedAt = Now;
    }

    /// <summary>Takes places for a booking that holds them from now on.</summary>
    public void Reserve(Party party) => Free -= party.Places;

    /// <summary>Ends a booking and gives back what it held.</summary>
    public void Release(Booking booking, BookingState end)
    {
        if (booking.State is BookingState.Booked or BookingState.Unconfirmed or BookingState.Offered) Free += booking.Party.Places;
        else if (booking.State == BookingState.Waiting) _waiting--;
        booking.End(end, Now);
    }

    /// <summary>Puts a booking at the end of the waiting list.</summary>
    public async Task QueueAsync(Booking booking, CancellationToken cancellationToken)
    {
        _lastTurn ??= await Screening.BookingsIn(_db).MaxAsync(b => b.Turn, cancellationToken) ?? 0;
        booking.Queue((++_lastTurn).Value);
        _waiting++;
    }

    /// <summary>Offers what is free, saves, and finds out what the public is to be told.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_db.ChangeTracker.HasChanges()) await _db.SaveChangesAsync(cancellationToken);
        if (MayOffer && await OfferAsync(cancellationToken)) await _db.SaveChangesAsync(cancellationToken);
        var availability = _waiting > 0 && Free.Seats <= 0 ? Availability.WaitingList : Screening.AvailabilityFor(Free);
        if (availability == Screening.Availability) return;
        await _db.SeatRules.Where(r => r.ScreeningId == Screening.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Availability, availability), cancellationToken);
        _db.Raise(Area.Seats);
    }

    // What is free only becomes less here, so whoever has not fitted will not: one look at each place of the queue is enough.
    async Task<bool> OfferAsync(CancellationToken cancellationToken)
    {
        var any = false;
        for (long? after = 0; !Free.AreNone && await FirstThatFitsAsync(after, cancellationToken) is { } next; after = next.Turn)
        {
            next.Offer(Now, Screening.OfferEndsAt(Now));
            Reserve(next.Party);
            _waiting--;
            Write(GuestMailKind.Offer, next);
            any = true;
        }
        return any;
    }

    // As Places.Hold says it, for the database.
    Task<Booking?> FirstThatFitsAsync(long? after, CancellationToken cancellationToken)
    {
        var (seats, wheelchairs, companions) = (Math.Max(Free.Seats, 0), Math.Max(Free.Wheelchairs, 0), Math.Max(Free.Companions, 0));
        return Screening.BookingsIn(_db).Active()
            .Where(b => b.State == BookingState.Waiting && b.Turn > after && b.People - b.Wheelchairs - b.Companions <= seats
                && b.Wheelchairs <= wheelchairs && b.Companions <= companions)
            .OrderBy(b => b.Turn).FirstOrDefaultAsync(cancellationToken);
    }
}
