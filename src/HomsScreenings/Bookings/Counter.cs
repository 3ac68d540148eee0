using HomsScreenings.Mail;
using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// The one place where the seats of a screening are decided about, within one transaction: it locks the row of the
/// rules, looks afresh at what is taken, and before it closes offers what has become free to the first on the waiting
/// list whom it fits. So no seat is given twice, a party is never split, and the order is kept, however many ask.
/// </summary>
sealed class Counter
{
    readonly ScreeningsDb _db;
    long? _lastTurn;
    int _waiting;

    Counter(ScreeningsDb db, Standing standing, Instant now) => (_db, Standing, Now) = (db, standing, now);

    /// <summary>The screening as it stands under the lock.</summary>
    public Standing Standing { get; }
    public Instant Now { get; }
    /// <summary>What nobody holds.</summary>
    public Places Free { get; private set; } = new(0, 0, 0);
    /// <summary>Whether the public is to be told something else than before.</summary>
    public Availability? Told { get; private set; }

    /// <summary>Locks the counter of a screening; null where it has none.</summary>
    public static async Task<Counter?> OpenAsync(ScreeningsDb db, int screeningId, Instant now, CancellationToken cancel)
    {
        if (await db.Database.ExecuteSqlAsync($"""UPDATE "SeatRules" SET "Revision" = "Revision" + 1 WHERE "ScreeningId" = {screeningId}""", cancel) == 0) return null;
        var counter = new Counter(db, await CounterQueries.StandingAsync(db, screeningId, cancel), now);
        await counter.CountAsync(cancel);
        return counter;
    }

    async Task CountAsync(CancellationToken cancel)
    {
        var sums = await CounterQueries.SumsAsync(_db, Standing.Id, cancel);
        Free = sums.Where(s => s.State != BookingState.Waiting).Aggregate(Standing.Capacity, (free, s) => free - new Places(s.Seats, s.Wheelchairs, s.Companions));
        _waiting = sums.Where(s => s.State == BookingState.Waiting).Sum(s => s.Count);
        if (!sums.Any(s => s.Until <= Now)) return;
        await LapseAsync(cancel);
        if (MayOffer) await OfferAsync(cancel); // before anybody else asks for it
    }

    bool MayOffer => _waiting > 0 && Standing.OffersSeats(Now);

    // What was held for too long is free again before anything else is decided.
    async Task LapseAsync(CancellationToken cancel)
    {
        var now = Now;
        var overdue = await Standing.BookingsIn(_db).WhoStand().Where(b => (b.State == BookingState.Unconfirmed || b.State == BookingState.Offered) && b.HeldUntil <= now).ToListAsync(cancel);
        foreach (var booking in overdue)
        {
            if (booking.State == BookingState.Offered) Write(GuestMailKind.OfferLapsed, booking);
            Release(booking, BookingState.Lapsed);
        }
    }

    /// <summary>Puts a mail to a guest into the outbox.</summary>
    public void Write(GuestMailKind kind, Booking booking, int? factsBefore = null) => _db.Outbox.Add(OutboxMessage.ToGuest(kind, booking, Now, factsBefore));

    /// <summary>Takes places for a booking that holds them from now on.</summary>
    public void Take(Party party) => Free -= party.Places;

    /// <summary>Ends a booking and gives back what it held.</summary>
    public void Release(Booking booking, BookingState end)
    {
        if (booking.State is BookingState.Booked or BookingState.Unconfirmed or BookingState.Offered) Free += booking.Party.Places;
        else if (booking.State == BookingState.Waiting) _waiting--;
        booking.End(end, Now);
    }

    /// <summary>Puts a booking at the end of the waiting list.</summary>
    public async Task QueueAsync(Booking booking, CancellationToken cancel)
    {
        _lastTurn ??= await Standing.BookingsIn(_db).MaxAsync(b => b.Turn, cancel) ?? 0;
        booking.Queue((++_lastTurn).Value);
        _waiting++;
    }

    /// <summary>Offers what is free, saves, and finds out what the public is to be told.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        if (_db.ChangeTracker.HasChanges()) await _db.SaveChangesAsync(cancel);
        if (MayOffer && await OfferAsync(cancel)) await _db.SaveChangesAsync(cancel);
        var availability = _waiting > 0 && Free.Seats <= 0 ? Availability.WaitingList : Standing.Tell(Free);
        if (availability == Standing.Availability) return;
        Told = availability;
        await _db.SeatRules.Where(r => r.ScreeningId == Standing.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Availability, availability), cancel);
    }

    // What is free only becomes less here, so whoever has not fitted will not: one look at each place of the queue is enough.
    async Task<bool> OfferAsync(CancellationToken cancel)
    {
        var any = false;
        for (long? after = 0; !Free.AreNone && await FirstThatFitsAsync(after, cancel) is { } next; after = next.Turn)
        {
            next.Offer(Now, Standing.OfferEndsAt(Now));
            Take(next.Party);
            _waiting--;
            Write(GuestMailKind.Offer, next);
            any = true;
        }
        return any;
    }

    // As Places.Hold says it, for the database.
    Task<Booking?> FirstThatFitsAsync(long? after, CancellationToken cancel)
    {
        var (seats, wheelchairs, companions) = (Math.Max(Free.Seats, 0), Math.Max(Free.Wheelchairs, 0), Math.Max(Free.Companions, 0));
        return Standing.BookingsIn(_db).WhoStand()
            .Where(b => b.State == BookingState.Waiting && b.Turn > after && b.People - b.Wheelchairs - b.Companions <= seats && b.Wheelchairs <= wheelchairs && b.Companions <= companions)
            .OrderBy(b => b.Turn).FirstOrDefaultAsync(cancel);
    }
}
