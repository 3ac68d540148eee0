using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;

namespace HomsScreenings.Bookings.Letters;

/// <summary>Words the mails to guests; the subject is the booking.</summary>
/// <param name="keepDays">Days after a screening until its guests are forgotten.</param>
public sealed class GuestMailComposer(int keepDays) : ILetterComposer
{
    public IReadOnlyDictionary<string, string> Kinds { get; } =
        Enum.GetValues<GuestMailKind>().ToFrozenDictionary(kind => kind.Name, LabelOf);

    public string WhyGone => "The guest has been forgotten.";

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken) =>
        (await db.GuestMailsAsync([.. messages.Select(m => m.Id)], cancellationToken))
            .ToDictionary(m => m.Id, PendingLetter (m) => m.Mail with { KeepDays = keepDays });

    static string LabelOf(GuestMailKind kind) => kind switch
    {
        GuestMailKind.Confirm => "Asks to confirm a booking",
        GuestMailKind.Booked => "Booking",
        GuestMailKind.Waiting => "Place on the waiting list",
        GuestMailKind.PartyChanged => "Another party",
        GuestMailKind.Cancelled => "Cancelled by the guest",
        GuestMailKind.Withdrawn => "Withdrawn by the organisers",
        GuestMailKind.Offer => "Offer of seats",
        GuestMailKind.OffersEnded => "End of offers, to who still waits",
        GuestMailKind.OfferLapsed => "Offer that lapsed",
        GuestMailKind.Changed => "Change of the screening",
        GuestMailKind.CalledOff => "Screening cancelled or postponed",
        GuestMailKind.Reminder => "Reminder",
        GuestMailKind.Thanks => "Thanks, with one question",
        GuestMailKind.AlreadyBooked => "Booked again with the same address",
        _ => "Answer to a question",
    };
}
