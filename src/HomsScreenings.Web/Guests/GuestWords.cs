using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>The state of a booking in one sentence, and what the guest can do.</summary>
public static class GuestWords
{
    extension(GuestPage guest)
    {
        /// <summary>'You have 2 seats', 'You are number 3 on the waiting list', ….</summary>
        public string StateSentence => guest switch
        {
            { Bookable.Status: ScreeningStatus.Cancelled } => T("This screening is cancelled."),
            { State: BookingState.Cancelled } => T("This booking is cancelled."),
            { State: BookingState.Lapsed, Booking.OfferedAt: not null } => T("The time to take the seats has passed."),
            { State: BookingState.Lapsed } => T("The booking was not confirmed in time."),
            { Bookable.Status: ScreeningStatus.Postponed } => T("This screening is postponed."),
            { IsOver: true } => T("This screening is over."),
            { State: BookingState.Unconfirmed } =>
                N(guest.Booking.People, "{0} seat is kept for you until {1}.", "{0} seats are kept for you until {1}.", guest.HeldUntil),
            { State: BookingState.Offered } =>
                N(guest.Booking.People, "{0} seat is offered to you until {1}.",
                    "{0} seats are offered to you until {1}.", guest.HeldUntil),
            { State: BookingState.Waiting } => T("You are number {0} on the waiting list.", guest.Place),
            _ => N(guest.Booking.People, "You have {0} seat.", "You have {0} seats."),
        };

        /// <summary>What follows from that; null where it says all.</summary>
        public string? NextSentence => guest switch
        {
            { Bookable.Status: ScreeningStatus.Cancelled } =>
                T("There is nothing that you need to do. The programme has other screenings."),
            { State: BookingState.Cancelled } => T("The seats were given back. You can book again as long as there are some."),
            { State: BookingState.Lapsed, Booking.OfferedAt: not null } =>
                T("The seats were offered to the next in line. You can join the waiting list again."),
            { State: BookingState.Lapsed } => T("The seats were given back. You can book again."),
            { Bookable.Status: ScreeningStatus.Postponed, State: BookingState.Waiting } =>
                T("Your turn on the waiting list is kept. As soon as there is a new date, you get an email; then you can come or cancel."),
            { Bookable.Status: ScreeningStatus.Postponed } =>
                T("Your seats are kept. As soon as there is a new date, you get an email; then you can come or cancel."),
            { IsOver: true } => null,
            { State: BookingState.Unconfirmed } => T("They are yours once you confirm."),
            { State: BookingState.Offered } => T("They are yours once you take them. After that they are offered to the next in line."),
            { State: BookingState.Waiting } when !guest.Bookable.OffersSeats(guest.Now) =>
                T("No more seats are offered before it begins. Returned seats go to those who come to the door."),
            { State: BookingState.Waiting } when !guest.Bookable.Capacity.Hold(guest.Booking.Party.Places) =>
                T("The house does not have so many places of this kind any more, so nothing can be offered to your party as it is. You can make it smaller, or ask the organisers."),
            { State: BookingState.Waiting, Booking.Party: { Wheelchairs: > 0 } or { Companions: > 0 } } =>
                T("When the places that you need become available, you get an email with an offer. The order of the list is kept, and no party is split."),
            { State: BookingState.Waiting } =>
                N(guest.Booking.People, "When {0} seat becomes available for you, you get an email with an offer. The order of the list is kept.",
                    "When {0} seats become available for you, you get an email with an offer. The order of the list is kept, and no party is split."),
            _ => null,
        };

        /// <summary>'2 people, 1 of them on a wheelchair place'.</summary>
        public string PartyWords => Listed(
            N(guest.Booking.People, "{0} person", "{0} people"),
            guest.Booking.Wheelchairs > 0 ? N(guest.Booking.Wheelchairs, "{0} wheelchair space", "{0} wheelchair spaces") : null,
            guest.Booking.Companions > 0 ? N(guest.Booking.Companions, "{0} companion seat", "{0} companion seats") : null);

        string HeldUntil => BookingWords.Moment(guest.Booking.HeldUntil!.Value, guest.Card.TimeZone, guest.Now);
    }

    /// <summary>Why nobody can book now, with what to do next; null where the form is open.</summary>
    /// <param name="bookable">The screening as it can be booked; null where its seats are not booked here.</param>
    /// <param name="screening">The screening as the public sees it.</param>
    /// <param name="now">When it is asked.</param>
    public static string? Closed(BookableScreening? bookable, ScreeningCard screening, Instant now)
    {
        if (bookable is null) return RefusalWords.NotHere;
        var refusal = bookable.RefusalAt(now);
        // Who needs a wheelchair place may still find one when the seats are gone.
        if (refusal == Refusal.None && screening.SeatsAt(now) == SeatState.Full && bookable.Capacity.Wheelchairs == 0)
            refusal = Refusal.Full;
        return refusal == Refusal.None ? null : RefusalWords.Explain(refusal, bookable, screening.TimeZone);
    }

    /// <summary>The answers to the question afterwards, from 1 on.</summary>
    public static IReadOnlyList<string> Ratings => [T("Not for me"), T("So-so"), T("I liked it"), T("I liked it a lot"), T("It moved me")];

    public static string NoSuchBooking =>
        T("No booking is behind this link. It may be cut off or mistyped, replaced by a newer one, or the booking was erased. Open it from the latest email that you got from us, or book again on the page of the screening.");
}
