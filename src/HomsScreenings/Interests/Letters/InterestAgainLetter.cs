using HomsScreenings.Mail;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Interests.Letters;

/// <summary>Tells the owner of an address that they are waiting already.</summary>
sealed record InterestAgainLetter : InterestLetter
{
    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("You will be told already: {0}", Title),
        [
            new Paragraph(T("Somebody, most likely you, asked {0} to tell this address when {1} is shown near you ({2}).",
                site.Name, Title, Where)),
            new Paragraph(T("That is so already, and nothing was changed.")),
            new Link(T("Change or stop this"), PageOf(site, secret), IsMain: true),
        ],
        [ToTheSite(site)]));
}
