using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// Forgets what is known of guests of what is over, and with the last of them where it really was. Nothing goes on the
/// strength of a date that was changed within the last day: a slip of the finger can be taken back.
/// </summary>
/// <param name="db">Where it is known.</param>
/// <param name="options">How long.</param>
/// <param name="now">The present.</param>
sealed class Forgetting(ScreeningsDb db, GuestOptions options, Instant now)
{
    /// <summary>How long a change rests before anything is done on its strength that cannot be undone.</summary>
    public static readonly Duration ChangesRest = Duration.FromDays(1);

    // Guests of what is postponed, or has no date yet, wait to hear one; but not for ever.
    static readonly Duration NewsAwaitedFor = Duration.FromDays(365);

    const int BatchSize = 200;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var any = await ForgetNeedsAsync(cancellationToken);
        while (await ForgetGuestsAsync(cancellationToken) is > 0 and var guests)
        {
            any = true;
            if (guests < BatchSize) break;
        }
        while (await ForgetPlacesAsync(cancellationToken) is > 0 and var places)
        {
            any = true;
            if (places < BatchSize) break;
        }
        return any;
    }

    IQueryable<Screening> Settled()
    {
        var rested = now - ChangesRest;
        return db.Screenings.Where(s => s.ChangedAt <= rested);
    }

    // What is forgotten with the guests, whether there were any or not.
    IQueryable<Screening> WithOldGuests()
    {
        var limit = now - options.KeepsFor;
        var noNewsSince = Instant.Min(limit, now - NewsAwaitedFor);
        return Settled().Where(s => s.Status == ScreeningStatus.Postponed || s.EndsAt == null
            ? s.ChangedAt <= (s.Status == ScreeningStatus.Cancelled ? limit : noNewsSince) : s.EndsAt <= limit);
    }

    // What somebody needed to be able to come is of use to nobody once they have come.
    async Task<bool> ForgetNeedsAsync(CancellationToken cancellationToken)
    {
        var ended = now - GuestOptions.MorningAfter;
        var over = Settled().Where(s => s.Status != ScreeningStatus.Postponed && s.EndsAt <= ended).Select(s => s.Id);
        return await db.Bookings.Where(b => b.ErasedAt == null && b.AccessNeeds != null && over.Contains(b.ScreeningId))
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.AccessNeeds, (string?)null), cancellationToken) > 0;
    }

    async Task<int> ForgetGuestsAsync(CancellationToken cancellationToken)
    {
        var over = WithOldGuests().Select(s => s.Id);
        var old = await db.Bookings.Where(b => b.ErasedAt == null && over.Contains(b.ScreeningId)).OrderBy(b => b.Id).Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (old.Count == 0) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await Erasure.OfAsync(db, old, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return old.Count;
    }

    // Where it really was stands in the rules, and with all that was ever announced.
    async Task<int> ForgetPlacesAsync(CancellationToken cancellationToken)
    {
        var over = WithOldGuests().Select(s => s.Id);
        var old = await db.SeatRules.Where(r => r.PrivateAddress != null).Select(r => r.ScreeningId)
            .Union(db.AnnouncedVersions.Select(v => v.ScreeningId)).Where(id => over.Contains(id)).OrderBy(id => id).Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (old.Count == 0) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SeatRules.Where(r => old.Contains(r.ScreeningId) && r.PrivateAddress != null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.PrivateAddress, (string?)null), cancellationToken);
        await db.AnnouncedVersions.Where(v => old.Contains(v.ScreeningId)).ExecuteDeleteAsync(cancellationToken);
        db.Raise(Area.Seats);
        await transaction.CommitAsync(cancellationToken);
        return old.Count;
    }
}
