using HomsScreenings.Mail;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Asks the owner of an address whether they want to be written to.</summary>
sealed record SubscriptionConfirmLetter : SubscriberLetter
{
    public required bool IsConfirmed { get; init; }

    public override string? WhyNot(Instant now) => IsConfirmed ? "It is confirmed already." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("Please confirm: emails from {0}", site.Name),
        [
            new Paragraph(T("Somebody, most likely you, asked {0} to write to this address about: {1}.", site.Name, Followed)),
            new Paragraph(T("Open this link and confirm; before that nothing is sent.")),
            new Link(T("To the confirmation"), PageOf(site, secret), IsMain: true),
        ],
        [
            new Paragraph(T("If it was not you, do nothing: within a week this address is forgotten here.")),
            new Link(T("The site"), site.Address + Language.Path("/")),
        ]));
}
