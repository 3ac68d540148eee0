using HomsScreenings.Mail;
using HomsScreenings.Model;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Interests.Letters;

/// <summary>Tells the owner of an address that it waits for as much as it may.</summary>
sealed record InterestFullLetter : InterestLetter
{
    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("Nothing further was noted"),
        [
            new Paragraph(T("Somebody, most likely you, asked {0} to tell this address of something more.", site.Name)),
            new Paragraph(N(Interest.MaxPerAddress, "An address can wait for {0} thing here, so nothing was added.",
                "An address can wait for {0} things here, so nothing was added. Stop one first.")),
            new Link(T("One of yours: {0}", Title), PageOf(site, secret), IsMain: true),
        ],
        [ToTheSite(site)]));
}
