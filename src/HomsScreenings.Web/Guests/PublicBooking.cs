using System.Net;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Guests;

/// <summary>Books for whoever sends the public form: so much of a house for each network, so many mails to each address.</summary>
public sealed class PublicBooking(BoxOffice office, GuestLimits limits)
{
    /// <param name="screening">Where seats are asked for.</param>
    /// <param name="request">Who asks, and for how many.</param>
    /// <param name="client">From where.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<BookingResult> BookAsync(
        BookableScreening screening, BookingRequest request, IPAddress? client, CancellationToken cancellationToken)
    {
        var (people, house) = (request.Party.People, screening.Capacity);
        if (!limits.TryWriteTo(request.Email)) return new BookingResult(null, Refusal.TooManyMails);
        if (!limits.TryTake(screening.Id, client, people, house.Seats + house.Wheelchairs + house.Companions))
        {
            limits.WroteNothingTo(request.Email);
            return new BookingResult(null, Refusal.TooManyOfNetwork);
        }
        var answer = await office.BookAsync(screening.Id, request, cancellationToken);
        if (answer.Booking?.State is not (BookingState.Booked or BookingState.Unconfirmed)) limits.TookNone(screening.Id, client, people);
        if (answer is { IsGranted: false, Refusal: not Refusal.AlreadyBooked }) limits.WroteNothingTo(request.Email);
        return answer;
    }
}
