using System.Data.Common;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// Where guests get their seats. Each verb is one transaction at the <see cref="SeatLedger"/> of the screening, with the
/// mail that it causes; each can be told twice, and the second time changes nothing.
/// </summary>
public sealed class BoxOffice(ScreeningsDb db, ScreeningLocks turnstile, DeletedRows deleted, TimeProvider clock)
{
    /// <summary>Books, or puts on the waiting list what does not fit. The same form sent again is the same booking.</summary>
    public async Task<BookingResult> BookAsync(int screeningId, BookingRequest request, CancellationToken cancellationToken)
    {
        BookingResult answer;
        try { answer = await WithLedgerAsync(screeningId, counter => GiveAsync(counter, request, cancellationToken), cancellationToken); }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // The key is there already: the unique index says so.
            db.ChangeTracker.Clear();
            if (await MadeBeforeAsync(screeningId, request, cancellationToken) is { } twin) return twin;
            throw;
        }
        if (!answer.IsGranted) return await MadeBeforeAsync(screeningId, request, cancellationToken) ?? answer;
        answer.Booking!.Id = await SeatLedgerQueries.IdAsync(db, screeningId, request.Key, cancellationToken);
        return answer;
    }

    async Task<BookingResult?> MadeBeforeAsync(int screeningId, BookingRequest request, CancellationToken cancellationToken)
    {
        if (await db.Bookings.SingleOrDefaultAsync(b => b.ScreeningId == screeningId && b.RequestKey == request.Key,
            cancellationToken) is not { } booking) return null;
        if (booking.Email != request.Email) return new BookingResult(null, Refusal.OtherForm);
        var token = db.IssueToken(TokenPurpose.Booking, booking.Id, clock.Now());
        await db.SaveChangesAsync(cancellationToken);
        return new BookingResult(booking, Token: token) { IsMadeBefore = true };
    }

    async Task<BookingResult> GiveAsync(SeatLedger counter, BookingRequest request, CancellationToken cancellationToken)
    {
        var (standing, now) = (counter.Screening, counter.Now);
        var refusal = standing.RefusalAt(now) is not Refusal.None and var against ? against : standing.RefusalFor(request.Party);
        var fits = counter.Free.Hold(request.Party.Places);
        if (refusal == Refusal.None && !fits && !standing.OffersSeats(now)) refusal = Refusal.Full;
        if (refusal != Refusal.None) return new BookingResult(null, refusal);
        if (await SeatLedgerQueries.OfAddressAsync(db, standing.Id, request.Email, cancellationToken) is { } known)
            return RemindOf(counter, known, request);

        var booking = Booking.For(standing.Id, request, standing.Rules.FactsNumber, now);
        if (!fits) await counter.QueueAsync(booking, cancellationToken);
        else
        {
            if (IsToConfirm(counter, request)) booking.HoldUntil(now + SeatRules.LinkHolds);
            else booking.Book();
            counter.Reserve(request.Party);
        }
        var token = Token.NewSecret();
        await db.WriteAsync(booking, booking.State switch
        {
            BookingState.Waiting => GuestMailKind.Waiting,
            BookingState.Unconfirmed => GuestMailKind.Confirm,
            _ => GuestMailKind.Booked,
        }, token, cancellationToken);
        return new BookingResult(booking, Token: token);
    }

    // The last seats are those that the public reads of as few.
    static bool IsToConfirm(SeatLedger counter, BookingRequest request) => counter.Screening.Rules.ConfirmByLink
        || request.Confirmation == LinkConfirmation.Always
        || (request.Confirmation == LinkConfirmation.OfLastSeats && counter.Screening.AvailabilityFor(counter.Free) != Availability.Open);

    // One address books a screening once. Whoever typed it is told nothing; its owner is told what they have.
    static BookingResult RemindOf(SeatLedger counter, Booking known, BookingRequest request)
    {
        if (known.RequestKey != request.Key)
            counter.Write(known.State == BookingState.Unconfirmed ? GuestMailKind.Confirm : GuestMailKind.AlreadyBooked, known);
        return new BookingResult(null, Refusal.AlreadyBooked);
    }

    /// <summary>The guest has followed the link: the places that were held are theirs.</summary>
    public Task<BookingResult> ConfirmAsync(int bookingId, CancellationToken cancellationToken) =>
        SettleAsync(bookingId, BookingState.Unconfirmed, Refusal.LinkExpired, cancellationToken);

    /// <summary>The guest takes the places that were offered.</summary>
    public Task<BookingResult> AcceptAsync(int bookingId, CancellationToken cancellationToken) =>
        SettleAsync(bookingId, BookingState.Offered, Refusal.OfferExpired, cancellationToken);

    Task<BookingResult> SettleAsync(int bookingId, BookingState held, Refusal tooLate, CancellationToken cancellationToken) =>
        WithBookingAsync(bookingId, (counter, booking) =>
    {
        if (booking.State == BookingState.Booked) return new(booking);
        if (counter.Screening.GuestRefusalAt(counter.Now) is not Refusal.None and var against) return new(booking, against);
        if (booking.State != held || !booking.IsActive)
            return new(booking, booking.State == BookingState.Lapsed ? tooLate : Refusal.NotStanding);
        // Whoever typed the address has its form still: from now on only the owner's link opens the page.
        if (held == BookingState.Unconfirmed) booking.ForgetForm();
        booking.Book();
        counter.Write(GuestMailKind.Booked, booking);
        counter.NoteReminded(booking);
        return new(booking);
    }, cancellationToken);

    /// <summary>Makes the party another. Fewer is always right; more only where there is room for all of them.</summary>
    public Task<BookingResult> ChangePartyAsync(
        int bookingId, Party party, CancellationToken cancellationToken, bool byOrganiser = false) =>
        WithBookingAsync(bookingId, async (counter, booking) =>
    {
        if (booking.Party == party) return new(booking);
        if (!booking.IsActive) return new(booking, Refusal.NotStanding);
        if (counter.Screening.GuestRefusalAt(counter.Now) is not Refusal.None and var against) return new(booking, against);
        if (counter.Screening.Beginning <= counter.Now) return new(booking, Refusal.Begun);
        var (had, wants) = (booking.Party.Places, party.Places);
        var more = wants - had;
        var isMore = more.Seats > 0 || more.Wheelchairs > 0 || more.Companions > 0;
        if (isMore && counter.Screening.RefusalFor(party) is not Refusal.None and var tooMany
            && !(byOrganiser && tooMany == Refusal.PartyTooLarge)) return new(booking, tooMany);
        if (booking.State != BookingState.Waiting)
        {
            if (!counter.Free.Hold(more)) return new(booking, Refusal.NoMoreSeats);
            counter.Reserve(new Party(more.Seats + more.Wheelchairs + more.Companions, more.Wheelchairs, more.Companions));
        }
        booking.BecomeParty(party);
        // Who changes their mind again before the mail has left gets one: it is worded when it leaves.
        var kind = GuestMailKind.PartyChanged.Name;
        var isWaiting = await db.Outbox.AnyAsync(
            m => m.SubjectId == bookingId && m.Kind == kind && m.SentAt == null && m.Attempts == 0, cancellationToken);
        if (!isWaiting) counter.Write(GuestMailKind.PartyChanged, booking);
        return new(booking);
    }, cancellationToken);

    /// <summary>Gives the places back, by the guest or by the organisers; who came or did not is history once it is over.</summary>
    public Task<BookingResult> CancelAsync(int bookingId, bool byOrganiser, CancellationToken cancellationToken) =>
        WithBookingAsync(bookingId, (counter, booking) =>
    {
        if (!booking.IsActive) return new(booking);
        if (counter.Screening.IsOver(counter.Now)) return new(booking, Refusal.Over);
        counter.Release(booking, BookingState.Cancelled);
        counter.Write(byOrganiser ? GuestMailKind.Withdrawn : GuestMailKind.Cancelled, booking);
        return new(booking);
    }, cancellationToken);

    /// <summary>
    /// Forgets who the guest is, at once: gives back what they held, and leaves no name, address, word or link of
    /// theirs. What was counted stays.
    /// </summary>
    public async Task<BookingResult> EraseAsync(int bookingId, CancellationToken cancellationToken)
    {
        var answer = await WithBookingAsync(bookingId, async (counter, booking) =>
        {
            if (booking.ErasedAt is not null) return new(booking);
            if (booking.IsActive && !(counter.Screening.Beginning <= counter.Now)) counter.Release(booking, BookingState.Cancelled);
            await Erasure.OfAsync(db, [booking], counter.Now, cancellationToken);
            return new(booking);
        }, cancellationToken);
        await deleted.LetGoAsync(db, cancellationToken);
        return answer;
    }

    /// <summary>Lets what was held for too long go, and offers it to the next.</summary>
    public Task RenewAsync(int screeningId, CancellationToken cancellationToken) =>
        WithLedgerAsync(screeningId, _ => Task.CompletedTask, cancellationToken);

    /// <summary>The screenings at which something was held for too long.</summary>
    public async Task<IReadOnlyList<int>> OverdueAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return await db.Bookings.Active()
            .Where(b => (b.State == BookingState.Unconfirmed || b.State == BookingState.Offered) && b.HeldUntil <= now)
            .Select(b => b.ScreeningId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
    }

    /// <summary>Makes every link that there ever was worthless, and the form too that was booked with, which would give another.</summary>
    /// <returns>The token of the one new link.</returns>
    public async Task<string> RenewLinksAsync(int bookingId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId, cancellationToken);
        await db.Tokens.Of(TokenSubject.Booking, bookingId).ExecuteDeleteAsync(cancellationToken);
        booking.ForgetForm();
        var token = db.IssueToken(TokenPurpose.Booking, booking.Id, clock.Now());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return token;
    }

    Task<BookingResult> WithBookingAsync(int bookingId, Func<SeatLedger, Booking, BookingResult> act,
        CancellationToken cancellationToken) =>
        WithBookingAsync(bookingId, (counter, booking) => Task.FromResult(act(counter, booking)), cancellationToken);

    internal async Task<BookingResult> WithBookingAsync(int bookingId,
        Func<SeatLedger, Booking, Task<BookingResult>> act, CancellationToken cancellationToken)
    {
        var screening = await db.Bookings.Where(b => b.Id == bookingId).Select(b => b.ScreeningId).SingleAsync(cancellationToken);
        return await WithLedgerAsync(screening, async counter =>
            await act(counter, await db.Bookings.SingleAsync(b => b.Id == bookingId, cancellationToken)), cancellationToken);
    }

    async Task<BookingResult> WithLedgerAsync(int screeningId,
        Func<SeatLedger, Task<BookingResult>> act, CancellationToken cancellationToken)
    {
        var answer = new BookingResult(null, Refusal.NotBookable);
        await WithLedgerAsync(screeningId, async counter => { answer = await act(counter); }, cancellationToken);
        return answer;
    }

    /// <summary>
    /// Does something with the ledger of a screening, and nothing where it has none. What was read before the lock is
    /// forgotten: only what is read under it is true.
    /// </summary>
    internal async Task WithLedgerAsync(int screeningId, Func<SeatLedger, Task> act, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken); // before the queue, so that nobody waits for it
        using var turn = await turnstile.EnterAsync(screeningId, cancellationToken);
        db.ChangeTracker.Clear();
        db.Database.AutoSavepointsEnabled = false; // what fails here fails as a whole
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await SeatLedger.OpenAsync(db, screeningId, clock.Now(), cancellationToken) is not { } counter) return;
        await act(counter);
        await counter.CloseAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None); // from here on it is known, whoever has hung up
    }
}
