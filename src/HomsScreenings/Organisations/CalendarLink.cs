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
        IQueryable<SecretLink> CalendarLinks(int userId) =>
            db.SecretLinks.Where(l => l.Kind == SecretLinkKind.Calendar && l.UserId == userId);

        /// <summary>Since when there is a link; null where there is none.</summary>
        public Task<Instant?> CalendarLinkSinceAsync(int userId, CancellationToken cancellationToken) =>
            db.CalendarLinks(userId).MaxAsync(l => (Instant?)l.CreatedAt, cancellationToken);

        /// <summary>Makes a new link, and the former one worthless.</summary>
        /// <returns>The token in the link, which nobody can read anywhere later.</returns>
        public async Task<string> RenewCalendarLinkAsync(int userId, Instant now, CancellationToken cancellationToken)
        {
            var token = SecretToken.New();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.CalendarLinks(userId).ExecuteDeleteAsync(cancellationToken);
            db.SecretLinks.Add(
                new SecretLink { Kind = SecretLinkKind.Calendar, TokenHash = SecretToken.Hash(token), UserId = userId, CreatedAt = now });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return token;
        }

        /// <summary>Makes the link worthless.</summary>
        public Task RevokeCalendarLinkAsync(int userId, CancellationToken cancellationToken) =>
            db.CalendarLinks(userId).ExecuteDeleteAsync(cancellationToken);

        /// <summary>Whose calendar a token opens, with what they may see by now; null where it opens none.</summary>
        public async Task<Organiser?> OrganiserByCalendarTokenAsync(string token, CancellationToken cancellationToken)
        {
            var hash = SecretToken.Hash(token);
            var userId = await db.SecretLinks.Where(l => l.Kind == SecretLinkKind.Calendar && l.TokenHash == hash).Select(l => l.UserId)
                .SingleOrDefaultAsync(cancellationToken);
            return userId is { } id ? await db.OrganiserAsync(id, cancellationToken) : null;
        }
    }
}
