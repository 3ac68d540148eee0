using HomsScreenings.Mail;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Tells a subscriber what is new.</summary>
sealed record DigestLetter : BulkLetter
{
    /// <summary>Null where it is not read any more, for the mail has left.</summary>
    public required DigestContent? Content { get; init; }

    protected override string? WhyNothingToSay => Content is not { IsEmpty: false } ? "Nothing is left of what was new." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
    {
        var text = Content is { } content ? new DigestText(content, site) : null;
        return new Letter(Language, text?.Subject ?? T("What is new: {0}", Followed), [.. text?.Parts() ?? []],
            Footer(T("You get this email because you asked {0} to write to you about: {1}.", site.Name, Followed), site, secret));
    });

    public override string ListId(MailSite site) => $"subscriptions.{new Uri(site.Address).IdnHost}";
}
