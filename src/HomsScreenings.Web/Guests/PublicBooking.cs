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
    /// <returns>What became of it; without a token where the link is in the mail alone.</returns>
    public async Task<BookingResult> BookAsync(
        BookableScreening screening, BookingRequest request, IPAddress? client, CancellationToken cancellationToken)
    {
        var (people, house) = (request.Party.People, screening.Capacity.Sum);
        if (!limits.TryWriteTo(request.Email)) return new BookingResult(null, Refusal.TooManyMails);
        if (!limits.TryTake(screening.Id, client, people, house))
        {
            limits.WroteNothingTo(request.Email);
            return new BookingResult(null, Refusal.TooManyOfNetwork);
        }
        var asked = request with { Confirmation = limits.ConfirmationFor(screening.Id, client, house) };
        var answer = await office.BookAsync(screening.Id, asked, cancellationToken);
        if (answer.IsMadeBefore || answer.Booking?.State is not (BookingState.Booked or BookingState.Unconfirmed))
            limits.TookNone(screening.Id, client, people);
        if (answer.IsMadeBefore || answer is { IsGranted: false, Refusal: not Refusal.AlreadyBooked })
            limits.WroteNothingTo(request.Email);
        // Where the mail is to prove whose the address is, nothing else may open the page.
        return screening.Rules.ConfirmByLink || answer.Booking?.State == BookingState.Unconfirmed ? answer with { Token = null } : answer;
    }
}
