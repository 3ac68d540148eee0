using HomsScreenings.Mail;
using HomsScreenings.Programme;
using HomsScreenings.Subscriptions.Letters;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Interests.Letters;

/// <summary>Tells somebody of a screening near them, with which it is over.</summary>
sealed record InterestToldLetter : InterestLetter
{
    /// <summary>The screening as every list has it; null where one cannot go to it any more.</summary>
    public required ScreeningCard? Screening { get; init; }

    public override string? WhyNot(Instant now) => Screening is null ? InterestsTold.OffAgain : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("Near you: {0}", Screening is { Date: { } date } ? Listed(Title, ScreeningWords.Format(date)) : Title),
        [
            new Paragraph(T("{0} is shown near you, as you wished ({1}):", Title, Where)),
            .. Screening is { } card ? Of(card, site) : [],
        ],
        [
            new Paragraph(T("You get this email because you asked {0} to tell you when {1} is shown near you. It was the only one: now it is over.",
                site.Name, Title)),
            new Link(T("Wait for another screening, or have your address erased"), PageOf(site, secret)),
            new Link(T("Erase my address now"), UnsubscribeAddress(site, secret)),
            new Paragraph(BulkLetter.NotTracked),
        ]));

    static IEnumerable<LetterPart> Of(ScreeningCard card, MailSite site) =>
    [
        DigestText.ItemOf(card, site),
        new Link(T("All about this screening"), DigestText.AddressOf(site, $"/screenings/{card.Slug}"), IsMain: true),
    ];

    public override string UnsubscribeAddress(MailSite site, string secret) => PageOf(site, secret) + "/unsubscribe";
}
