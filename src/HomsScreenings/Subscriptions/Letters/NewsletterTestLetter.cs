using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>A newsletter as subscribers would get it, for who prepares it. Its links to a subscription open nothing.</summary>
sealed record NewsletterTestLetter : PendingLetter
{
    public required NewsletterContent Content { get; init; }

    public override LetterToken? Token => null;

    public override string? WhyNot(Instant now) => null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
    {
        var text = new NewsletterText(Content, site);
        return new Letter(Language, T("Test: {0}", text.Subject), [.. text.Parts()],
        [
            new Paragraph(T("This is a test, and you alone got it. In place of these words each subscriber has links to change and to stop.")),
            new Paragraph(BulkLetter.NotTracked),
        ]);
    });
}

/// <summary>Words <see cref="NewsletterTestLetter"/>; the subject is the entry of the journal, the further number the account.</summary>
public sealed class NewsletterTestComposer : ILetterComposer
{
    public const string Kind = "newsletter.test";

    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string> { [Kind] = "Test of a newsletter" }.ToFrozenDictionary();

    public string WhyGone => "The entry of the journal or the account is gone.";

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.Detail).Distinct().ToList();
        var addresses = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Email, cancellationToken);
        var letters = new Dictionary<int, PendingLetter>();
        foreach (var message in messages)
        {
            var language = Language.WithTag(message.Language);
            var content = await language.Speaking(
                () => NewsletterContent.FindAsync(db, e => e.Id == message.SubjectId, cancellationToken));
            if (content is null || addresses.GetValueOrDefault(message.Detail ?? 0) is not { } address) continue;
            letters[message.Id] = new NewsletterTestLetter { Language = language, Recipient = address, Content = content };
        }
        return letters;
    }
}
