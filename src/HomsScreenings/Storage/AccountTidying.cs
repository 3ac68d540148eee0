using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Storage;

/// <summary>Forgets what is kept of accounts for a while.</summary>
public static class AccountTidying
{
    extension(ScreeningsDb db)
    {
        /// <summary>Deletes sessions that have ended, forms that nobody came back for, and events that are old.</summary>
        public async Task ForgetOldOfAccountsAsync(Instant now, Duration eventsKeptFor, CancellationToken cancellationToken)
        {
            var (begun, kept, happened) = (now - Session.MaxAge, now - KeptForm.KeptFor, now - eventsKeptFor);
            await db.Sessions.Where(s => s.BegunAt <= begun).ExecuteDeleteAsync(cancellationToken);
            await db.KeptForms.Where(f => f.KeptAt <= kept).ExecuteDeleteAsync(cancellationToken);
            await db.SecurityEvents.Where(e => e.At <= happened).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
