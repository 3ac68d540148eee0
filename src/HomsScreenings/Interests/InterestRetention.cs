using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Interests;

/// <summary>Forgets who did not confirm, who has waited for long and in vain, and who was told a while ago.</summary>
public static class InterestRetention
{
    const int BatchSize = 200;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> RunAsync(ScreeningsDb db, InterestOptions options, Instant now, CancellationToken cancellationToken)
    {
        var asked = now - Duration.FromDays(options.UnconfirmedDays);
        var confirmed = now - Duration.FromDays(options.KeepDays);
        var told = now - InterestOptions.ToldFor;
        for (var any = false; ; any = true)
        {
            var old = await db.Interests.Where(i => (i.ConfirmedAt == null && i.AskedAt <= asked) || i.ToldAt <= told
                    || (i.ToldAt == null && i.ConfirmedAt <= confirmed))
                .OrderBy(i => i.Id).Take(BatchSize).Select(i => i.Id).ToListAsync(cancellationToken);
            if (old.Count == 0) return any;
            await db.EraseInterestsAsync(old, cancellationToken);
        }
    }
}
