using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Bookings;

/// <summary>Why something was not done, and what to do next.</summary>
public static class RefusalWords
{
    /// <param name="refusal">Why the box office refused.</param>
    /// <param name="standing">The screening, for the figures in the sentence.</param>
    /// <param name="timeZone">The zone of the place; null where it has none.</param>
    public static string Explain(Refusal refusal, BookableScreening standing, string? timeZone) => refusal switch
    {
        Refusal.NotYetOpen =>
            T("Booking opens on {0}. Please come back then.", BookingWords.Moment(standing.Rules.OpensAt!.Value, timeZone)),
        Refusal.Closed => T("Booking is closed. There may still be seats at the door: come early, or ask the organisers."),
        Refusal.Cancelled => T("This screening is cancelled, so no seats can be booked. The programme has others."),
        Refusal.Postponed => T("This screening is postponed. Seats can be booked again once it has a new date: please look again later."),
        Refusal.Over => T("This screening is over. The programme has what is still to come."),
        Refusal.Begun => T("The screening has begun, so this stays as it is. Please speak to the people at the door."),
        Refusal.OtherForm =>
            T("This form was sent before with something else in it, and what was booked then stands: the link in its email leads there. To book once more, with what is here now, send it again."),
        Refusal.PartyTooLarge =>
            N(standing.Rules.LargestParty, "One booking is for {0} person at most. For more, please ask the organisers.",
                "One booking is for {0} people at most. For more, please ask the organisers."),
        Refusal.NoSuchPlaces =>
            T("The house does not have so many places of this kind, even when it is empty. Please choose fewer, or ask the organisers."),
        Refusal.Full =>
            T("Every seat is taken, and no more will be offered before it begins. Returned seats go to those who come to the door."),
        Refusal.NoMoreSeats => T("There are not enough seats available. Your booking stays as it was; a smaller party is always possible."),
        Refusal.OfferExpired =>
            T("The time to take these seats has passed, and they were offered to the next in line. You can join the waiting list again."),
        Refusal.LinkExpired => T("The booking was not confirmed in time, so the seats were given back. You can book again."),
        Refusal.NotStanding => T("This booking does not stand any more, so nothing can be changed about it. You can book again."),
        Refusal.TooManyMails => TooManyMails,
        Refusal.TooManyOfNetwork =>
            T("Many of these seats were booked from your network within the last hour. Please try again in an hour, or ask the organisers."),
        Refusal.TooManyQuestions =>
            T("The organisers have yet to answer {0} questions of yours. Please wait for that.", GuestQuestions.MaxOpen),
        _ => NotHere,
    };

    /// <summary>For whatever a public form would send an email.</summary>
    public static string TooManyMails =>
        T("So many emails were asked for to this address today that no more are sent. Please look for those that you have, or come back tomorrow.");

    public static string NotHere => T("Seats for this screening are not booked here. Its page says how to get in.");
}
