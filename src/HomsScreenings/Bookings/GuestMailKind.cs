namespace HomsScreenings.Bookings;

/// <summary>What a mail to a guest is about.</summary>
public enum GuestMailKind
{
    /// <summary>Follow the link, then the places are yours.</summary>
    Confirm,
    Booked, Waiting, PartyChanged,
    /// <summary>Cancelled by the guest, or by the organisers.</summary>
    Cancelled, Withdrawn,
    Offer, OfferLapsed,
    /// <summary>No seat has become free for somebody who waits, and none is offered any more.</summary>
    OffersEnded,
    /// <summary>The screening has another time, place or programme; or does not take place.</summary>
    Changed, CalledOff,
    Reminder, Thanks, Answer,
    /// <summary>Somebody booked with an address that has a booking there.</summary>
    AlreadyBooked,
}
