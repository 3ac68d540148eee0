using HomsScreenings.Journal;
using HomsScreenings.Mail;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>A newsletter in words, in the language that is spoken.</summary>
sealed class NewsletterText(NewsletterContent content, MailSite site)
{
    public string Subject => content.TitleText!.Text;

    public IEnumerable<LetterPart> Parts()
    {
        yield return new Heading(content.TitleText!.Text, IsTitle: true);
        if (Listed(content.Author is { } author ? T("By {0}", author) : null, content.OrganisationName) is { Length: > 0 } from)
            yield return new Paragraph(from);
        if (content.StandfirstText is { } standfirst) yield return new FormattedText(standfirst.Text, standfirst.OtherLanguage);
        foreach (var part in content.BodyText is { } body ? BodyPart.Of(body.Text, []) : [])
            yield return new FormattedText(part.Text!, content.BodyText!.OtherLanguage);
        if (content.Origin.Url is { } original)
            yield return new Link(
                content.Origin.Publication is { } where ? T("Read all of it at {0}", where) : T("Read all of it"), original, IsMain: true);
        if (content.Next.Count > 0) yield return new Heading(T("Next screenings"));
        foreach (var card in content.Next) yield return DigestText.ItemOf(card, site);
        yield return new Link(content.HasPictures ? T("Read it on the site, with pictures") : T("Read it on the site"),
            DigestText.AddressOf(site, $"/journal/{content.Slug}"), IsMain: content.Origin.Url is null);
        if (content.DisclaimerText is { } disclaimer) yield return new FormattedText(disclaimer.Text, disclaimer.OtherLanguage);
    }
}
