using HomsScreenings.Journal;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>A digest in words, in the language that is spoken.</summary>
sealed class DigestText(DigestContent content, MailSite site)
{
    /// <summary>The one thing that there is to tell, or what all of it is about.</summary>
    public string Subject => (content.Announced.Count, content.Changed.Count, content.Entries.Count) switch
    {
        (1, 0, 0) => T("New: {0}", TitleAndDate(content.Announced[0])),
        (0, 1, 0) => TitleAndDate(content.Changed[0]),
        (0, 0, 1) => T("New: {0}", content.Entries[0].Card.Title),
        _ => T("What is new: {0}", content.Followed.Words ?? site.Name),
    };

    static string TitleAndDate(ScreeningCard card) =>
        card.Date is { } date ? Listed(card.NewsTitle, ScreeningWords.Format(date)) : card.NewsTitle;

    public IEnumerable<LetterPart> Parts()
    {
        if (content.Announced.Count > 0) yield return new Heading(T("Newly announced"));
        foreach (var card in content.Announced) yield return ItemOf(card, site);
        if (content.Changed.Count > 0) yield return new Heading(T("Changed"));
        foreach (var card in content.Changed) yield return ItemOf(card, site);
        if (content.More > 0)
            yield return new Link(N(content.More, "{0} more screening: see the programme", "{0} more screenings: see the programme"),
                AddressOf(site, content.Followed.Filter.ToQuery() is { Length: > 0 } query ? $"/screenings?{query}" : "/screenings"));
        if (content.Entries.Count > 0) yield return new Heading(T("In the journal"));
        foreach (var entry in content.Entries) yield return ItemOf(entry);
    }

    /// <summary>A screening as mails list it.</summary>
    public static ListItem ItemOf(ScreeningCard card, MailSite site) =>
        new(card.NewsTitle, AddressOf(site, $"/screenings/{card.Slug}"), [.. LinesOf(card)]);

    static IEnumerable<string> LinesOf(ScreeningCard card)
    {
        if (card.StatusSentence is { } status) yield return card.StatusReason is { } reason ? T("{0} {1}", status, reason) : status;
        yield return Listed(card.WhenWithZone, card.Status == ScreeningStatus.MovedOnline ? ScreeningWords.Online : card.Where,
            card.Status == ScreeningStatus.MovedOnline ? null : card.Town);
        if (card.IsSample) yield return ScreeningWords.SampleSentence;
    }

    ListItem ItemOf(DigestEntry entry) => new(entry.Card.Title, AddressOf(site, $"/journal/{entry.Card.Slug}"), [.. LinesOf(entry)]);

    static IEnumerable<string> LinesOf(DigestEntry entry)
    {
        var (card, kind) = (entry.Card, JournalWords.Label(entry.Card.Kind));
        yield return card.AuthorName is { } author ? Listed(kind, T("By {0}", author)) : kind;
        if (JournalWords.Origin(card.Origin) is { } origin) yield return origin;
        foreach (var next in entry.Next)
            yield return T("Next screening: {0}", Listed(next.Heading, next.WhenWithZone, next.Where, next.Town));
    }

    /// <summary>The whole address of a page, in the language that is spoken.</summary>
    public static string AddressOf(MailSite site, string path) => site.Address + Language.Current.Path(path);
}
