using HomsScreenings.Mail;
using HomsScreenings.Model;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Brings a subscriber the newsletter of an organisation.</summary>
sealed record NewsletterLetter : SubscriberLetter
{
    /// <summary>Null where it was called back, or is not read any more because the mail has left.</summary>
    public required NewsletterContent? Content { get; init; }
    public required Instant? PausedUntil { get; init; }
    public required bool IsStopped { get; init; }
    public required bool IsWanted { get; init; }

    public override string? WhyNot(Instant now) => !IsWanted ? "The subscriber wants no newsletters any more."
        : IsStopped ? WhyStopped : PausedUntil > now ? "The subscriber has paused."
        : Content is not { IsPublic: true } ? "The entry of the journal is not public any more." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
    {
        var text = Content is { } content ? new NewsletterText(content, site) : null;
        return new Letter(Language, text?.Subject ?? T("Newsletter"), [.. text?.Parts() ?? []],
        [
            new Paragraph(T("You get this newsletter because you asked {0} for it with: {1}.", site.Name, Followed)),
            new Link(T("Change or pause these emails"), PageOf(site, secret)),
            new Link(T("Unsubscribe"), UnsubscribeAddress(site, secret)),
            new Paragraph(NotTracked),
        ]);
    });

    /// <summary>What is promised at the end of each mail that goes to many.</summary>
    public static string NotTracked => T("Nothing is tracked: nobody learns whether you open this email or follow a link in it.");

    public override string UnsubscribeAddress(MailSite site, string secret) => PageOf(site, secret) + "/unsubscribe";

    public override string ListId(MailSite site) =>
        $"{Content?.OrganisationSlug ?? "site"}.newsletters.{new Uri(site.Address).IdnHost}";
}
