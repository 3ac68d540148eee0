using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Newsletters;

/// <summary>Plans the mailing of an entry and calls it back, as long as no mail of it lies in the outbox.</summary>
public sealed class MailingPlan(ScreeningsDb db, TimeProvider clock)
{
    /// <summary>How long it can be called back at least.</summary>
    public static readonly Duration CanBeCalledBackFor = Duration.FromMinutes(5);

    /// <summary>Plans it, or plans it anew.</summary>
    /// <param name="language">BCP 47 tag: only to those who are written to in it; null for all.</param>
    /// <param name="at">When; as soon as it may be, where that is sooner or null.</param>
    /// <param name="userId">Who plans it.</param>
    /// <returns>False where its mails lie in the outbox already, or somebody else planned it at the same moment.</returns>
    public async Task<bool> PlanAsync(int entryId, string? language, Instant? at, int userId, CancellationToken cancellationToken)
    {
        var first = clock.Now() + CanBeCalledBackFor;
        var planned = at is { } wanted ? Instant.Max(wanted, first) : first;
        if (await Waiting(entryId).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.Language, language).SetProperty(m => m.PlannedFor, planned).SetProperty(m => m.PlannedById, userId),
            cancellationToken) > 0) return true;
        if (await db.Mailings.AnyAsync(m => m.EntryId == entryId, cancellationToken)) return false;
        db.Mailings.Add(new Mailing { EntryId = entryId, Language = language, PlannedFor = planned, PlannedById = userId });
        try { await db.SaveChangesAsync(cancellationToken); }
        catch (DbUpdateException) { return false; }
        return true;
    }

    /// <summary>Calls it back.</summary>
    /// <returns>False where it is on its way already.</returns>
    public async Task<bool> CallBackAsync(int entryId, CancellationToken cancellationToken) =>
        await Waiting(entryId).ExecuteDeleteAsync(cancellationToken) > 0
        || !await db.Mailings.AnyAsync(m => m.EntryId == entryId, cancellationToken);

    /// <summary>How many of its mails have left, wait and were not sent; of those that are a month old nothing is known.</summary>
    public async Task<MailingProgress> ProgressAsync(int mailingId, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var mails = db.Outbox.Where(m => m.Kind == SubscriptionMailKind.Newsletter && m.Detail == mailingId);
        return new(await mails.In(OutboxState.Sent, now).CountAsync(cancellationToken),
            await mails.In(OutboxState.Waiting, now).CountAsync(cancellationToken),
            await mails.In(OutboxState.NotSent, now).CountAsync(cancellationToken));
    }

    IQueryable<Mailing> Waiting(int entryId) => db.Mailings.Where(m => m.EntryId == entryId && m.QueuedAt == null);
}

/// <summary>What became of the mails of a newsletter.</summary>
public sealed record MailingProgress(int Sent, int Waiting, int NotSent);
