using HomsScreenings.Bookings.Letters;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Web.Mail;

/// <summary>A mail as administrators see it: what it is, what became of it, and what it says as long as it waits.</summary>
/// <param name="Mail">The row, with its tries.</param>
/// <param name="Title">What it is about.</param>
/// <param name="To">To whom.</param>
/// <param name="State">What became of it, in words.</param>
/// <param name="Words">What would leave now, with a link that opens nothing; null where nothing would.</param>
/// <param name="Language">In which it is written.</param>
/// <param name="ScreeningSlug">The screening, with a mail to a guest.</param>
public sealed record OutboxLine(OutboxMessage Mail, string Title,
    string To, string State, string? Words, Language Language, string? ScreeningSlug)
{
    /// <param name="mail">The row, with its tries.</param>
    /// <param name="guest">What it is made of, with a mail to a guest.</param>
    /// <param name="site">Who sends it.</param>
    /// <param name="isConfigured">Whether there is a mail server.</param>
    /// <param name="now">The present.</param>
    public static OutboxLine Of(OutboxMessage mail, GuestMail? guest, MailSite site, bool isConfigured, Instant now)
    {
        var needless = mail.SentAt is null ? guest?.WhyNot(now) : null;
        var letter = guest is null ? null : GuestLetter.Write(guest, site, "…");
        var words = mail.SentAt is not null || needless is not null ? null : letter is null ? mail.Body : LetterText.Write(letter);
        return new(mail, letter?.Subject ?? mail.Subject, mail.Recipient.Length > 0 ? mail.Recipient
            : guest?.Recipient ?? "nobody any more", StateOf(mail, needless, isConfigured, now), words,
            guest?.Language ?? Language.English, guest?.Screening.Slug);
    }

    /// <summary>What a mail to a guest is about; null for other mails.</summary>
    public string? Kind => Mail.Kind switch
    {
        null => null,
        GuestMailKind.Confirm => "Asks to confirm a booking",
        GuestMailKind.Booked => "Booking",
        GuestMailKind.Waiting => "Place on the waiting list",
        GuestMailKind.PartyChanged => "Another party",
        GuestMailKind.Cancelled => "Cancelled by the guest",
        GuestMailKind.Withdrawn => "Withdrawn by the organisers",
        GuestMailKind.Offer => "Offer of places",
        GuestMailKind.OfferLapsed => "Offer that lapsed",
        GuestMailKind.Changed => "Change of the screening",
        GuestMailKind.CalledOff => "Screening cancelled or postponed",
        GuestMailKind.Reminder => "Reminder",
        GuestMailKind.Thanks => "Thanks, with one question",
        _ => "Answer to a question",
    };

    static string StateOf(OutboxMessage mail, string? needless, bool isConfigured, Instant now)
    {
        var tries = mail.Attempts == 1 ? "1 try" : $"{mail.Attempts} tries";
        if (mail is { SentAt: { } done, LastError: { } why }) return $"Not sent, as was found on {Moment(done)}: {why}";
        if (mail.SentAt is { } sent) return $"Sent on {Moment(sent)}, after {tries}";
        if (mail.CreatedAt <= now - Outbox.GivesUpAfter) return $"Given up after {tries}; what it holds is out of date";
        if (needless is not null) return $"Will not be sent: {needless}";
        if (!isConfigured) return "Kept here: no mail server is set";
        return mail.Attempts == 0 ? "Waits to be sent" : $"Waits after {tries}; next at {Moment(mail.DueAt)}";
    }

    /// <summary>'2026-06-01 12:00 UTC'.</summary>
    public static string Moment(Instant moment) => moment.ToString("uuuu-MM-dd HH:mm", null) + " UTC";
}
