using HomsScreenings.Mail;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Tells a subscriber that they follow already what was asked for, with the way to change it.</summary>
sealed record SubscriptionAgainLetter : SubscriberLetter
{
    public override string? WhyNot(Instant now) => null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("You are subscribed already: {0}", Followed),
        [
            new Paragraph(T("Somebody, most likely you, asked {0} to write to this address about: {1}.", site.Name, Followed)),
            new Paragraph(T("That is so already, and nothing was changed.")),
            new Link(T("Change or stop these emails"), PageOf(site, secret), IsMain: true),
        ],
        [new Link(T("The site"), site.Address + Language.Path("/"))]));
}
