using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Accounts;

/// <summary>The one-time token with which the first organiser is made; there is one only while there is no account.</summary>
public sealed class SetupToken(ScreeningsDb db, TimeProvider clock)
{
    /// <summary>A new token in place of all former ones; null when somebody has an account already.</summary>
    public async Task<string?> RenewAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken)) return null;
        await Links.ExecuteDeleteAsync(cancellationToken);
        var secret = db.IssueToken(TokenPurpose.Setup, Token.TheSite, clock.Now());
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    public async Task<bool> IsValidAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is null || await db.Users.AnyAsync(cancellationToken)) return false;
        return await Links.Behind(token, TokenPurpose.Setup, clock.Now()).AnyAsync(cancellationToken);
    }

    /// <summary>
    /// Every such link goes in the save that makes the first organiser. Of two people at once the second finds them gone,
    /// now or in that save, and nothing of theirs is saved.
    /// </summary>
    /// <returns>Whether the link was still there.</returns>
    public async Task<bool> UseUpAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, links) = (Token.HashOf(token), await Links.ToListAsync(cancellationToken));
        db.Tokens.RemoveRange(links);
        return links.Exists(l => l.Hash == hash);
    }

    IQueryable<Token> Links => db.Tokens.For(TokenPurpose.Setup, Token.TheSite);
}
