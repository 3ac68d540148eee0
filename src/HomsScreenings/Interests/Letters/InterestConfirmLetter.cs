using HomsScreenings.Mail;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Interests.Letters;

/// <summary>Asks the owner of an address whether they want to be told.</summary>
sealed record InterestConfirmLetter : InterestLetter
{
    public required bool IsWaiting { get; init; }
    public required int UnconfirmedDays { get; init; }

    public override string? WhyNot(Instant now) => IsWaiting ? "It is confirmed already." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("Please confirm: {0} near you", Title),
        [
            new Paragraph(T("Somebody, most likely you, asked {0} to tell this address when {1} is shown near you ({2}).",
                site.Name, Title, Where)),
            new Paragraph(T("Open this link and confirm; before that nothing is sent.")),
            new Link(T("To the confirmation"), PageOf(site, secret), IsMain: true),
        ],
        [
            new Paragraph(N(UnconfirmedDays, "If it was not you, do nothing: after {0} day this address is forgotten here.",
                "If it was not you, do nothing: after {0} days this address is forgotten here.")),
            ToTheSite(site),
        ]));
}
