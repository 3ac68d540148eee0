using HomsScreenings.Mail;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Brings a subscriber the newsletter of an organisation.</summary>
sealed record NewsletterLetter : BulkLetter
{
    /// <summary>Null where it was called back, or is not read any more because the mail has left.</summary>
    public required NewsletterContent? Content { get; init; }
    public required bool IsWanted { get; init; }
    /// <summary>Whether what is followed still has the newsletters of whoever the entry belongs to: either may have changed.</summary>
    public required bool IsFollowed { get; init; }

    protected override string? WhyNothingToSay => !IsWanted ? "The subscriber wants no newsletters any more."
        : Content is not { IsPublic: true } ? "The entry of the journal is not public any more."
        : IsFollowed ? null : "The subscriber does not follow the organisation of the entry.";

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
    {
        var text = Content is { } content ? new NewsletterText(content, site) : null;
        return new Letter(Language, text?.Subject ?? T("Newsletter"), [.. text?.Parts() ?? []],
            Footer(T("You get this newsletter because you asked {0} for it with: {1}.", site.Name, Followed), site, secret));
    });

    public override string ListId(MailSite site) =>
        $"{Content?.OrganisationSlug ?? "site"}.newsletters.{new Uri(site.Address).IdnHost}";
}
