using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Interests;

/// <summary>What somebody does with the interest that they registered. Each verb can be told twice.</summary>
public sealed class OwnInterest(ScreeningsDb db, TimeProvider clock)
{
    /// <summary>The interest behind a link; null where there is none, or the link has ended.</summary>
    public async Task<Interest?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var subjects = db.Tokens.Behind(token, TokenPurpose.Interest, clock.Now()).Select(t => t.Subject);
        return await db.Interests.SingleOrDefaultAsync(i => subjects.Contains(i.Id), cancellationToken);
    }

    /// <summary>
    /// The owner of the address says yes. They are told what is announced since they asked; who was told before, and wants to wait again,
    /// what is announced from now on.
    /// </summary>
    /// <returns>False where the address waits for as much as it may.</returns>
    public async Task<bool> ConfirmAsync(Interest interest, int km, CancellationToken cancellationToken)
    {
        if (interest.IsWaiting) return true;
        var others = await db.Interests.CountAsync(i => i.EmailKey == interest.EmailKey && i.IsWaiting, cancellationToken);
        if (others >= Interest.MaxPerAddress) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (interest.ToldAt is not null) interest.LookedUntil = DigestInterval.FullMinute(clock.Now());
        (interest.ConfirmedAt, interest.ToldAt, interest.Km) = (clock.Now(), null, km);
        await db.SaveChangesAsync(cancellationToken);
        db.Raise(interest.CountedIn);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Would travel farther, or less far, from now on.</summary>
    public Task ChangeAsync(Interest interest, int km, CancellationToken cancellationToken)
    {
        interest.Km = km;
        return db.SaveChangesAsync(cancellationToken);
    }
}
