using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Newsletters;

/// <summary>
/// Puts the mails of each newsletter whose time has come into the outbox: all of them or none, once, and one for each address however
/// often it follows. From there they leave as every mail does.
/// </summary>
public static class DueMailings
{
    /// <summary>Does what is due, as often as it is told.</summary>
    public static async Task RunAsync(ScreeningsDb db, Instant now, CancellationToken cancellationToken)
    {
        var due = await db.Mailings.AsNoTracking()
            .Where(m => m.QueuedAt == null && m.PlannedFor <= now && m.Entry!.IsPublic && m.Entry.OrganisationId != null)
            .OrderBy(m => m.PlannedFor).Select(m => new { m.Id, m.Language, m.Entry!.OrganisationId }).ToListAsync(cancellationToken);
        foreach (var mailing in due)
            await QueueAsync(db, mailing.Id, mailing.OrganisationId!.Value, mailing.Language, now, cancellationToken);
    }

    static async Task QueueAsync(
        ScreeningsDb db, int mailing, int organisation, string? language, Instant now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Whoever marks it first queues it; a process that dies before the end has marked nothing.
        if (await db.Mailings.Where(m => m.Id == mailing && m.QueuedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.QueuedAt, now), cancellationToken) == 0) return;
        var readers = (await db.NewsletterReadersAsync(organisation, now, cancellationToken))
            .Where(s => language == null || s.Language == language);
        var ids = await readers.GroupBy(s => s.EmailKey).Select(g => g.Min(s => s.Id)).OrderBy(id => id).ToListAsync(cancellationToken);
        await db.WriteBulkAsync(SubscriptionMailKind.Newsletter, ids.Select(id => (id, mailing)), now, cancellationToken);
        await db.Mailings.Where(m => m.Id == mailing)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Recipients, ids.Count), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
