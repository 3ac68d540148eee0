using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Storage;

/// <summary>Making tokens, following and revoking them. What a token opens is never found by its secret alone.</summary>
public static class TokenQueries
{
    // So long a token that has ended can still be told from one that never was.
    static readonly Duration KeptAfterItsEnd = Duration.FromDays(30);

    extension(ScreeningsDb db)
    {
        /// <summary>Adds a token, which the caller saves.</summary>
        /// <returns>The secret, which nobody can read anywhere later.</returns>
        public string IssueToken(TokenPurpose purpose, int subject, Instant now, Instant? expiresAt = null)
        {
            var (token, secret) = Token.New(purpose, subject, now, expiresAt);
            db.Tokens.Add(token);
            return secret;
        }
    }

    extension(IQueryable<Token> tokens)
    {
        /// <summary>The token behind a secret, if it is for this purpose and still opens something.</summary>
        public IQueryable<Token> Behind(string secret, TokenPurpose purpose, Instant now)
        {
            var hash = Token.HashOf(secret);
            return tokens.Where(t => t.Hash == hash && t.Purpose == purpose
                && t.UsedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now));
        }

        public IQueryable<Token> For(TokenPurpose purpose, int subject) => tokens.Where(t => t.Subject == subject && t.Purpose == purpose);

        /// <summary>All that opens something of this subject, whatever the purpose: to delete these is to revoke them.</summary>
        public IQueryable<Token> Of(TokenSubject kind, params IReadOnlyCollection<int> subjects)
        {
            var purposes = TokenPurposes.Of(kind);
            return tokens.Where(t => subjects.Contains(t.Subject) && purposes.Contains(t.Purpose));
        }

        /// <summary>
        /// Uses a token that works once: of two who use it at the same time one succeeds. Others for the same purpose
        /// and subject end with it. To be called in the transaction of what it opens.
        /// </summary>
        /// <returns>Whether it opened.</returns>
        public async Task<bool> UseAsync(string secret, TokenPurpose purpose, int subject, Instant now, CancellationToken cancellationToken)
        {
            var used = await tokens.For(purpose, subject).Behind(secret, purpose, now)
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAt, now), cancellationToken);
            if (used == 0) return false;
            await tokens.For(purpose, subject).Where(t => t.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
            return true;
        }

        /// <summary>Deletes what has ended long ago.</summary>
        public Task ForgetEndedAsync(Instant now, CancellationToken cancellationToken)
        {
            var longAgo = now - KeptAfterItsEnd;
            return tokens.Where(t => t.ExpiresAt < longAgo || t.UsedAt < longAgo).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
