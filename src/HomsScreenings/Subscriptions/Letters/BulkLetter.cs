using HomsScreenings.Mail;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>What goes to many because they subscribed: it can be paused and stopped, and ends with how.</summary>
abstract record BulkLetter : SubscriberLetter
{
    public required Instant? PausedUntil { get; init; }
    public required bool IsStopped { get; init; }

    public sealed override string? WhyNot(Instant now) =>
        IsStopped ? "The subscription was stopped, for mail came back or was unwanted."
        : PausedUntil > now ? "The subscriber has paused."
        : WhyNothingToSay;

    /// <summary>Why there is nothing to say to a subscriber who would read it; null where there is.</summary>
    protected abstract string? WhyNothingToSay { get; }

    /// <summary>The end of the mail.</summary>
    /// <param name="why">Why the subscriber gets it.</param>
    /// <param name="site">Who sends it.</param>
    /// <param name="secret">That opens the page of the subscription.</param>
    protected IReadOnlyList<LetterPart> Footer(string why, MailSite site, string secret) =>
    [
        new Paragraph(why),
        new Link(T("Change or pause these emails"), PageOf(site, secret)),
        new Link(T("Unsubscribe"), UnsubscribeAddress(site, secret)),
        new Paragraph(NotTracked),
    ];

    public static string NotTracked => T("Nothing is tracked: nobody learns whether you open this email or follow a link in it.");

    public sealed override string UnsubscribeAddress(MailSite site, string secret) => PageOf(site, secret) + "/unsubscribe";
}
