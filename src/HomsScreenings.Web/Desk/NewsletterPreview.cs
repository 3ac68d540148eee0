using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions.Letters;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Mail;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Desk;

/// <summary>Shows who prepares a newsletter what subscribers would get, on the page and in their own mailbox.</summary>
public sealed class NewsletterPreview(
    ScreeningsDb db, CurrentOrganiser desk, LetterComposers composers, LetterPost post, SiteAddress address, TimeProvider clock)
{
    /// <summary>The mail as it would be now; null where the entry is gone.</summary>
    public async Task<Letter?> FindAsync(HttpRequest request, int entryId, Language language, CancellationToken cancellationToken)
    {
        var (pending, _) = await composers.ReadAsync(db, TestOf(entryId, language), cancellationToken);
        return pending?.Write(post.Site(address.Base(request), language), "");
    }

    /// <summary>The subject that subscribers see; that of a test says that it is one.</summary>
    public static string SubjectOf(Letter letter) => letter.Parts.OfType<Heading>().First(h => h.IsTitle).Text;

    /// <summary>Has it sent to the organiser alone.</summary>
    public Task SendTestAsync(int entryId, Language language, CancellationToken cancellationToken)
    {
        db.Outbox.Add(TestOf(entryId, language));
        return db.SaveChangesAsync(cancellationToken);
    }

    OutboxMessage TestOf(int entryId, Language language) =>
        OutboxMessage.New(NewsletterTestComposer.Kind, entryId, clock.Now(), desk.Value.UserId, language.Tag);
}
