using HomsScreenings.Mail;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Tells a subscriber what is new.</summary>
sealed record DigestLetter : SubscriberLetter
{
    /// <summary>Null where it is not read any more, for the mail has left.</summary>
    public required DigestContent? Content { get; init; }
    public required Instant? PausedUntil { get; init; }
    public required bool IsStopped { get; init; }

    public override string? WhyNot(Instant now) => IsStopped ? WhyStopped
        : PausedUntil > now ? "The subscriber has paused."
        : Content is not { IsEmpty: false } ? "Nothing is left of what was new." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
    {
        var text = Content is { } content ? new DigestText(content, site) : null;
        return new Letter(Language, text?.Subject ?? T("What is new: {0}", Followed), [.. text?.Parts() ?? []],
        [
            new Paragraph(T("You get this email because you asked {0} to write to you about: {1}.", site.Name, Followed)),
            new Link(T("Change or pause these emails"), PageOf(site, secret)),
            new Link(T("Unsubscribe"), UnsubscribeAddress(site, secret)),
            new Paragraph(NewsletterLetter.NotTracked),
        ]);
    });

    public override string UnsubscribeAddress(MailSite site, string secret) => PageOf(site, secret) + "/unsubscribe";

    public override string ListId(MailSite site) => $"subscriptions.{new Uri(site.Address).IdnHost}";
}
