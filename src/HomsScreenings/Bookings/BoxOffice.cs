using System.Data.Common;
using HomsScreenings.Mail;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// Where guests get their seats. Each verb is one transaction at the <see cref="Counter"/> of the screening, with the
/// mail that it causes; each can be told twice, and the second time changes nothing.
/// </summary>
public sealed class BoxOffice(ScreeningsDb db, Turnstile turnstile, ProgrammeStamp stamp, GuestOptions options, TimeProvider clock)
{
    /// <summary>Books, or puts on the waiting list what does not fit. The same form sent again is the same booking.</summary>
    public async Task<BookingAnswer> BookAsync(int screeningId, BookingRequest request, CancellationToken cancel)
    {
        BookingAnswer answer;
        try { answer = await AtCounterAsync(screeningId, counter => GiveAsync(counter, request, cancel), cancel); }
        catch (DbException) when (!cancel.IsCancellationRequested)
        {
            // The key is there already: the unique index says so.
            db.ChangeTracker.Clear();
            if (await MadeBeforeAsync(screeningId, request, cancel) is { } twin) return twin;
            throw;
        }
        if (!answer.IsGranted) return await MadeBeforeAsync(screeningId, request, cancel) ?? answer;
        answer.Booking!.Id = await CounterQueries.IdAsync(db, screeningId, request.Key, cancel);
        return answer;
    }

    async Task<BookingAnswer?> MadeBeforeAsync(int screeningId, BookingRequest request, CancellationToken cancel)
    {
        if (await db.Bookings.SingleOrDefaultAsync(b => b.ScreeningId == screeningId && b.RequestKey == request.Key, cancel) is not { } booking) return null;
        if (booking.Email != request.Email) return new BookingAnswer(null, Refusal.OtherForm);
        var token = AddLink(booking, clock.Now());
        await db.SaveChangesAsync(cancel);
        return new BookingAnswer(booking, Token: token);
    }

    async Task<BookingAnswer> GiveAsync(Counter counter, BookingRequest request, CancellationToken cancel)
    {
        var (standing, now) = (counter.Standing, counter.Now);
        var refusal = standing.Against(now) is not Refusal.None and var against ? against : standing.Against(request.Party);
        var fits = counter.Free.Hold(request.Party.Places);
        if (refusal == Refusal.None && !fits && !standing.OffersSeats(now)) refusal = Refusal.Full;
        if (refusal != Refusal.None) return new BookingAnswer(null, refusal);

        var booking = Booking.For(standing.Id, request, standing.Rules.FactsNumber, now);
        if (!fits) await counter.QueueAsync(booking, cancel);
        else
        {
            counter.Take(request.Party);
            if (standing.Rules.ConfirmByLink) booking.HoldUntil(now + SeatRules.LinkHolds);
            else booking.Book();
        }
        var token = SecretToken.New();
        await db.WriteAsync(booking, booking.State switch
        {
            BookingState.Waiting => GuestMailKind.Waiting,
            BookingState.Unconfirmed => GuestMailKind.Confirm,
            _ => GuestMailKind.Booked,
        }, token, cancel);
        return new BookingAnswer(booking, Token: token);
    }

    /// <summary>The guest has followed the link: the places that were held are theirs.</summary>
    public Task<BookingAnswer> ConfirmAsync(int bookingId, CancellationToken cancel) => TakeAsync(bookingId, BookingState.Unconfirmed, Refusal.LinkExpired, cancel);

    /// <summary>The guest takes the places that were offered.</summary>
    public Task<BookingAnswer> AcceptAsync(int bookingId, CancellationToken cancel) => TakeAsync(bookingId, BookingState.Offered, Refusal.OfferExpired, cancel);

    Task<BookingAnswer> TakeAsync(int bookingId, BookingState held, Refusal tooLate, CancellationToken cancel) => WithBookingAsync(bookingId, (counter, booking) =>
    {
        if (booking.State == BookingState.Booked) return new(booking);
        if (counter.Standing.AgainstGuests(counter.Now) is not Refusal.None and var against) return new(booking, against);
        if (booking.State != held || !booking.IsStanding) return new(booking, booking.State == BookingState.Lapsed ? tooLate : Refusal.NotStanding);
        booking.Book();
        counter.Write(GuestMailKind.Booked, booking);
        return new(booking);
    }, cancel);

    /// <summary>Makes the party another. Fewer is always right; more only where there is room for all of them.</summary>
    public Task<BookingAnswer> ChangePartyAsync(int bookingId, Party party, CancellationToken cancel) => WithBookingAsync(bookingId, async (counter, booking) =>
    {
        if (booking.Party == party) return new(booking);
        if (!booking.IsStanding) return new(booking, Refusal.NotStanding);
        if (counter.Standing.AgainstGuests(counter.Now) is not Refusal.None and var against) return new(booking, against);
        if (counter.Standing.Beginning <= counter.Now) return new(booking, Refusal.Begun);
        var (had, wants) = (booking.Party.Places, party.Places);
        var more = wants - had;
        var isMore = more.Seats > 0 || more.Wheelchairs > 0 || more.Companions > 0;
        if (isMore && counter.Standing.Against(party) is not Refusal.None and var tooMany) return new(booking, tooMany);
        if (booking.State != BookingState.Waiting)
        {
            if (!counter.Free.Hold(more)) return new(booking, Refusal.NoMoreSeats);
            counter.Take(new Party(more.Seats + more.Wheelchairs + more.Companions, more.Wheelchairs, more.Companions));
        }
        booking.BecomeParty(party);
        // Who changes their mind again before the mail has left gets one: it is worded when it leaves.
        if (!await db.Outbox.AnyAsync(m => m.BookingId == bookingId && m.Kind == GuestMailKind.PartyChanged && m.SentAt == null && m.Attempts == 0, cancel)) counter.Write(GuestMailKind.PartyChanged, booking);
        return new(booking);
    }, cancel);

    /// <summary>Gives the places back, by the guest or by the organisers; who came or did not is history once it is over.</summary>
    public Task<BookingAnswer> CancelAsync(int bookingId, bool byOrganiser, CancellationToken cancel) => WithBookingAsync(bookingId, (counter, booking) =>
    {
        if (!booking.IsStanding) return new(booking);
        if (counter.Standing.IsOver(counter.Now)) return new(booking, Refusal.Over);
        counter.Release(booking, BookingState.Cancelled);
        counter.Write(byOrganiser ? GuestMailKind.Withdrawn : GuestMailKind.Cancelled, booking);
        return new(booking);
    }, cancel);

    /// <summary>
    /// Forgets who the guest is, at once: gives back what they held, and leaves no name, address, word or link of
    /// theirs. What was counted stays.
    /// </summary>
    public async Task<BookingAnswer> EraseAsync(int bookingId, CancellationToken cancel)
    {
        var answer = await WithBookingAsync(bookingId, async (counter, booking) =>
        {
            if (booking.ErasedAt is not null) return new(booking);
            if (booking.IsStanding && !(counter.Standing.Beginning <= counter.Now)) counter.Release(booking, BookingState.Cancelled);
            await Erasure.OfAsync(db, [booking], counter.Now, cancel);
            return new(booking);
        }, cancel);
        if (options.AfterForgetting is { } afterwards) await afterwards(db, cancel);
        return answer;
    }

    /// <summary>Lets what was held for too long go, and offers it to the next.</summary>
    public Task RenewAsync(int screeningId, CancellationToken cancel) => AtCounterAsync(screeningId, _ => Task.CompletedTask, cancel);

    /// <summary>The screenings at which something was held for too long.</summary>
    public async Task<IReadOnlyList<int>> OverdueAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        return await db.Bookings.WhoStand().Where(b => (b.State == BookingState.Unconfirmed || b.State == BookingState.Offered) && b.HeldUntil <= now)
            .Select(b => b.ScreeningId).Distinct().OrderBy(id => id).ToListAsync(cancel);
    }

    /// <summary>Makes every link that there ever was worthless, and the form too that was booked with, which would give another.</summary>
    /// <returns>The token of the one new link.</returns>
    public async Task<string> RenewLinksAsync(int bookingId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId, cancel);
        await db.GuestLinks.Where(l => l.BookingId == bookingId).ExecuteDeleteAsync(cancel);
        booking.ForgetForm();
        var token = AddLink(booking, clock.Now());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return token;
    }

    string AddLink(Booking booking, Instant now)
    {
        var (link, token) = GuestLink.New(booking, now);
        db.GuestLinks.Add(link);
        return token;
    }

    Task<BookingAnswer> WithBookingAsync(int bookingId, Func<Counter, Booking, BookingAnswer> act, CancellationToken cancel) =>
        WithBookingAsync(bookingId, (counter, booking) => Task.FromResult(act(counter, booking)), cancel);

    async Task<BookingAnswer> WithBookingAsync(int bookingId, Func<Counter, Booking, Task<BookingAnswer>> act, CancellationToken cancel)
    {
        var screening = await db.Bookings.Where(b => b.Id == bookingId).Select(b => b.ScreeningId).SingleAsync(cancel);
        return await AtCounterAsync(screening, async counter => await act(counter, await db.Bookings.SingleAsync(b => b.Id == bookingId, cancel)), cancel);
    }

    async Task<BookingAnswer> AtCounterAsync(int screeningId, Func<Counter, Task<BookingAnswer>> act, CancellationToken cancel)
    {
        var answer = new BookingAnswer(null, Refusal.NotBookable);
        await AtCounterAsync(screeningId, async counter => { answer = await act(counter); }, cancel);
        return answer;
    }

    /// <summary>
    /// Does something at the counter of a screening, and nothing where it has none. What was read before the lock is
    /// forgotten: only what is read under it is true.
    /// </summary>
    internal async Task AtCounterAsync(int screeningId, Func<Counter, Task> act, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel); // before the queue, so that nobody waits for it
        using var turn = await turnstile.EnterAsync(screeningId, cancel);
        db.ChangeTracker.Clear();
        db.Database.AutoSavepointsEnabled = false; // what fails here fails as a whole
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Counter.OpenAsync(db, screeningId, clock.Now(), cancel) is not { } counter) return;
        await act(counter);
        await counter.CloseAsync(cancel);
        var raised = counter.Told is null ? null : (long?)await db.RaiseStampAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None); // from here on it is known, whoever has hung up
        if (raised is { } value) stamp.Learn(value);
    }
}
