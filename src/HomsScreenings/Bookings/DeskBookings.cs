using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

/// <summary>
/// What organisers do for guests who cannot do it themselves: they book for somebody who calls, correct an address, and
/// send once more what has not arrived. Times, the largest party and confirmation do not bind them; the seats do.
/// </summary>
public sealed class DeskBookings(ScreeningsDb db, BoxOffice office)
{
    /// <summary>Books, or puts on the waiting list what does not fit. The same form sent again is the same booking.</summary>
    public async Task<BookingResult> BookAsync(int screeningId, BookingRequest request, CancellationToken cancellationToken)
    {
        var answer = new BookingResult(null, Refusal.NotBookable);
        await office.WithLedgerAsync(screeningId,
            async counter => { answer = await GiveAsync(counter, request, cancellationToken); }, cancellationToken);
        return answer;
    }

    async Task<BookingResult> GiveAsync(SeatLedger counter, BookingRequest request, CancellationToken cancellationToken)
    {
        var (standing, places) = (counter.Screening, request.Party.Places);
        if (await standing.BookingsIn(db).SingleOrDefaultAsync(b => b.RequestKey == request.Key, cancellationToken) is { } twin)
            return new(twin);
        var fits = counter.Free.Hold(places);
        var refusal = standing.GuestRefusalAt(counter.Now) is not Refusal.None and var against ? against
            : standing.Booking != BookingWay.Seats || standing.Status == ScreeningStatus.Draft ? Refusal.NotBookable
            : !standing.Capacity.Hold(places) ? Refusal.NoSuchPlaces
            : !fits && !standing.OffersSeats(counter.Now) ? Refusal.Full : Refusal.None;
        if (refusal != Refusal.None) return new(null, refusal);

        var booking = Booking.For(standing.Id, request, standing.Rules.FactsNumber, counter.Now);
        if (!fits) await counter.QueueAsync(booking, cancellationToken);
        else
        {
            counter.Reserve(request.Party);
            booking.Book();
        }
        await db.WriteAsync(booking, KindFor(booking.State), Token.NewSecret(), cancellationToken);
        return new(booking);
    }

    /// <summary>Writes to another address from now on. Links that the former one got open nothing any more.</summary>
    public Task<BookingResult> CorrectAddressAsync(int bookingId, string address, CancellationToken cancellationToken) =>
        office.WithBookingAsync(bookingId, async (counter, booking) =>
    {
        if (!booking.IsActive) return new(booking, Refusal.NotStanding);
        if (booking.Email == address) return new(booking);
        await db.Tokens.Of(TokenSubject.Booking, bookingId).ExecuteDeleteAsync(cancellationToken);
        booking.CorrectAddress(address);
        if (booking.State == BookingState.Unconfirmed) booking.HoldUntil(counter.Now + SeatRules.LinkHolds);
        counter.Write(KindFor(booking.State), booking);
        return new(booking);
    }, cancellationToken);

    /// <summary>Sends once more the mail that says where the booking stands.</summary>
    public Task<BookingResult> SendAgainAsync(int bookingId, CancellationToken cancellationToken) =>
        office.WithBookingAsync(bookingId, async (counter, booking) =>
    {
        if (!booking.IsActive) return new(booking, Refusal.NotStanding);
        var kind = KindFor(booking.State);
        var name = kind.Name;
        var isWaiting = await db.Outbox.AnyAsync(
            m => m.SubjectId == bookingId && m.Kind == name && m.SentAt == null && m.Attempts == 0, cancellationToken);
        if (!isWaiting) counter.Write(kind, booking);
        return new(booking);
    }, cancellationToken);

    static GuestMailKind KindFor(BookingState state) => state switch
    {
        BookingState.Unconfirmed => GuestMailKind.Confirm,
        BookingState.Waiting => GuestMailKind.Waiting,
        BookingState.Offered => GuestMailKind.Offer,
        _ => GuestMailKind.Booked,
    };
}
