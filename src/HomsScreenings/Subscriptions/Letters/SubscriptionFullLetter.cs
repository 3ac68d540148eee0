using HomsScreenings.Mail;
using HomsScreenings.Model;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Tells the owner of an address that it follows as much as it may.</summary>
sealed record SubscriptionFullLetter : SubscriberLetter
{
    public override string? WhyNot(Instant now) => null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("No further subscription was added"),
        [
            new Paragraph(T("Somebody, most likely you, asked {0} to write to this address about something more.", site.Name)),
            new Paragraph(N(Subscription.MaxPerAddress, "An address has at most {0} subscription here, so nothing was added.",
                "An address has at most {0} subscriptions here, so nothing was added. The link at the end of each email stops that one.")),
            new Link(T("One of yours: {0}", Followed), PageOf(site, secret), IsMain: true),
        ],
        [new Link(T("The site"), site.Address + Language.Path("/"))]));
}
