using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Web.Mail;

/// <summary>A mail as administrators see it: what it is, what became of it, and what it says as long as it waits.</summary>
/// <param name="Mail">The row, with its tries.</param>
/// <param name="Kind">What the desk calls its kind.</param>
/// <param name="Title">What it is about.</param>
/// <param name="To">To whom.</param>
/// <param name="State">What became of it, in words.</param>
/// <param name="Words">What would leave now, with a link that opens nothing; null where nothing would.</param>
/// <param name="Language">In which it is written.</param>
/// <param name="About">Where the desk shows what it is about.</param>
/// <param name="CanBeHandedOn">Whether its link can be handed on by an administrator.</param>
public sealed record OutboxLine(
    OutboxMessage Mail, string Kind, string Title, string To, string State, string? Words, Language Language, DeskReference? About,
    bool CanBeHandedOn)
{
    /// <param name="mail">The row, with its tries.</param>
    /// <param name="kind">What the desk calls its kind.</param>
    /// <param name="pending">What it is made of; null where that is gone.</param>
    /// <param name="site">Who sends it.</param>
    /// <param name="isConfigured">Whether there is a mail server.</param>
    /// <param name="now">The present.</param>
    public static OutboxLine Of(OutboxMessage mail, string kind, PendingLetter? pending, MailSite site, bool isConfigured, Instant now)
    {
        var needless = mail.SentAt is null ? pending?.WhyNot(now) : null;
        var letter = pending?.Write(site, "…");
        var isToLeave = letter is not null && mail.SentAt is null && needless is null;
        return new(mail, kind, letter?.Subject ?? kind, pending?.ShownRecipient ?? "nobody any more",
            StateOf(mail, needless, isConfigured, now), isToLeave ? LetterText.Write(letter!) : null,
            letter?.Language ?? Language.English, pending?.About, isToLeave && pending!.CanBeHandedOn);
    }

    static string StateOf(OutboxMessage mail, string? needless, bool isConfigured, Instant now)
    {
        var tries = mail.Attempts == 1 ? "1 try" : $"{mail.Attempts} tries";
        if (mail is { SentAt: { } heard, LastError: { } what } && ReturnedMail.Is(what))
            return $"Sent, but as was found on {UtcMoment.Format(heard)}: {what}";
        if (mail is { SentAt: { } done, LastError: { } why }) return $"Not sent, as was found on {UtcMoment.Format(done)}: {why}";
        if (mail.SentAt is { } sent) return $"Sent on {UtcMoment.Format(sent)}, after {tries}";
        if (mail.CreatedAt <= now - OutboxQueries.GivesUpAfter) return $"Given up after {tries}; what it holds is out of date";
        if (needless is not null) return $"Will not be sent: {needless}";
        if (!isConfigured) return "Kept here: no mail server is set";
        return mail.Attempts == 0 ? "Waits to be sent" : $"Waits after {tries}; next at {UtcMoment.Format(mail.DueAt)}";
    }
}
