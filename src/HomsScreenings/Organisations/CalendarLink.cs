using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Organisations;

/// <summary>The secret link to an organiser's own calendar: one at a time.</summary>
public static class CalendarLink
{
    extension(ScreeningsDb db)
    {
        /// <summary>Since when there is a link; null where there is none.</summary>
        public Task<Instant?> CalendarLinkSinceAsync(int userId, CancellationToken cancellationToken) =>
            db.Tokens.For(TokenPurpose.Calendar, userId).MaxAsync(l => (Instant?)l.CreatedAt, cancellationToken);

        /// <summary>Makes a new link, and the former one worthless.</summary>
        /// <returns>The secret in the link, which nobody can read anywhere later.</returns>
        public async Task<string> RenewCalendarLinkAsync(int userId, Instant now, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Tokens.For(TokenPurpose.Calendar, userId).ExecuteDeleteAsync(cancellationToken);
            var secret = db.IssueToken(TokenPurpose.Calendar, userId, now);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return secret;
        }

        /// <summary>Makes the link worthless.</summary>
        public Task RevokeCalendarLinkAsync(int userId, CancellationToken cancellationToken) =>
            db.Tokens.For(TokenPurpose.Calendar, userId).ExecuteDeleteAsync(cancellationToken);

        /// <summary>Whose calendar a token opens, with what they may see by now; null where it opens none.</summary>
        public async Task<Organiser?> OrganiserByCalendarTokenAsync(string secret, Instant now, CancellationToken cancellationToken)
        {
            var userId = await db.Tokens.Behind(secret, TokenPurpose.Calendar, now).Select(t => (int?)t.Subject)
                .SingleOrDefaultAsync(cancellationToken);
            return userId is { } id ? await db.OrganiserAsync(id, cancellationToken) : null;
        }
    }
}
