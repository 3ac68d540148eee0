using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Subscriptions;

/// <summary>
/// Takes down that an address is to be written to, and asks its owner. Whoever asks is told the same whatever comes of it: what an
/// address follows is nobody's business but its owner's.
/// </summary>
public sealed class SubscriptionSignUp(ScreeningsDb db, TimeProvider clock)
{
    /// <param name="email">A whole address.</param>
    /// <param name="filter">The query of the programme in its one form.</param>
    /// <param name="choice">How often to write, and what comes with it.</param>
    /// <param name="language">BCP 47 tag of the language in which to write.</param>
    public async Task AskAsync(
        string email, string filter, SubscriptionChoice choice, string language, CancellationToken cancellationToken)
    {
        var (now, key) = (clock.Now(), Subscription.KeyOf(email));
        var known = await db.Subscriptions.AsNoTracking().Where(s => s.EmailKey == key).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        if (known.Find(s => s.Filter == filter) is { } same)
        {
            await WriteAsync(same.IsActive ? SubscriptionMailKind.Again : SubscriptionMailKind.Confirm, same.Id);
            return;
        }
        if (known.Where(s => s.ConfirmedAt is not null).ToList() is { Count: >= Subscription.MaxPerAddress } full)
        {
            await WriteAsync(SubscriptionMailKind.Full, full[^1].Id);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = new Subscription
        {
            Email = email,
            EmailKey = key,
            Filter = filter,
            Language = language,
            Rhythm = choice.Rhythm,
            Newsletters = choice.Newsletters,
            AddressSharedAt = choice.SharesAddress ? now : null,
            AskedAt = now,
            ToldUntil = DigestInterval.FullMinute(now),
        };
        db.Subscriptions.Add(subscription);
        // Somebody else asks for the same at the same moment: they wrote the mail.
        try { await db.SaveChangesAsync(cancellationToken); }
        catch (DbUpdateException) { return; }
        await WriteAsync(SubscriptionMailKind.Confirm, subscription.Id);
        await transaction.CommitAsync(cancellationToken);

        Task WriteAsync(string kind, int id) => db.WriteUnlessLatelyAsync(kind, id, language, now, cancellationToken);
    }
}
