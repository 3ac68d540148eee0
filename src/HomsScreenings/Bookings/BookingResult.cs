using HomsScreenings.Model;

namespace HomsScreenings.Bookings;

/// <summary>Why something was not done; each has its own sentence on the page.</summary>
public enum Refusal
{
    None,
    /// <summary>Places are not given away here, or not any more.</summary>
    NotBookable, NotYetOpen, Closed, Cancelled, Postponed, Over,
    /// <summary>It has begun: what is still to be settled is settled at the door.</summary>
    Begun,
    /// <summary>More people than one booking may have.</summary>
    PartyTooLarge,
    /// <summary>Not even the empty house has so many places of that kind.</summary>
    NoSuchPlaces,
    /// <summary>Everything is taken, and the time of offers is over: what is given back goes to the door.</summary>
    Full,
    /// <summary>The party may stay as it is, but not become larger.</summary>
    NoMoreSeats,
    OfferExpired, LinkExpired, NotStanding,
    /// <summary>The same form was sent before with something else in it.</summary>
    OtherForm,
    /// <summary>The address has a booking there already, of which a mail reminds its owner.</summary>
    AlreadyBooked,
    /// <summary>More mails to one address, or more seats for one network, than may be in so short a time.</summary>
    TooManyMails, TooManyOfNetwork,
    /// <summary>The organisers have yet to answer as many questions as one guest may have open.</summary>
    TooManyQuestions,
}

/// <summary>How a request ended at the box office.</summary>
/// <param name="Booking">The booking as it stands now; null where there is none.</param>
/// <param name="Refusal">Why what was asked for was not done.</param>
/// <param name="Token">The token of a new link to the guest's page, where one was made.</param>
public sealed record BookingResult(Booking? Booking, Refusal Refusal = Refusal.None, string? Token = null)
{
    /// <summary>The same form was sent before: nothing was booked and nobody written to this time.</summary>
    public bool IsMadeBefore { get; init; }

    public bool IsGranted => Refusal == Refusal.None;
}
