using System.Text;
using HomsScreenings.Accounts;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Accounts;

/// <summary>Mails links to choose a new password, which work once.</summary>
public sealed class PasswordReset(ClockedUsers users, ScreeningsDb db, ISecurityEvents events, TimeProvider clock)
{
    // One mail is enough for everybody who asks at the same time, a nuisance included.
    static readonly Duration Pause = Duration.FromMinutes(5);

    /// <summary>Puts a mail into the outbox, where there is an account to put it in for.</summary>
    public async Task MailAsync(string email, string language, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null || user.IsLockedForGood) return;
        var (now, since) = (clock.Now(), clock.Now() - Pause);
        var isAskedFor = await db.Outbox.AnyAsync(
            m => m.SubjectId == user.Id && m.Kind == PasswordResetLetter.Kind && m.CreatedAt > since, cancellationToken);
        if (isAskedFor) return;
        db.Outbox.Add(OutboxMessage.New(PasswordResetLetter.Kind, user.Id, now, language: language));
        await events.AddAsync(SecurityEventKind.PasswordResetAsked, user.Id, by: null, cancellationToken);
    }

    /// <summary>Gives the account its new password; ends a pause after mistyped ones too, for the mail proves who it is.</summary>
    public async Task<IdentityResult> ChangeAsync(int account, string secret, string password, CancellationToken cancellationToken)
    {
        if (await users.Users.SingleOrDefaultAsync(u => u.Id == account, cancellationToken) is not { } user || user.IsLockedForGood)
            return IdentityResult.Failed(users.ErrorDescriber.InvalidToken());
        // A password that is refused leaves the link as it was.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await db.Tokens.UseAsync(secret, TokenPurpose.PasswordReset, account, clock.Now(), cancellationToken)
            ? await users.SetPasswordAsync(user, password)
            : await ChangeBySignedLinkAsync(user, secret, password);
        if (result.Succeeded) result = await users.EndPauseAsync(user);
        if (!result.Succeeded) return result;
        await events.AddAsync(SecurityEventKind.PasswordReset, account, by: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    // Links mailed by the version before this one were signed and not kept; they work for twelve hours, as was said in the mail.
    Task<IdentityResult> ChangeBySignedLinkAsync(User user, string inLink, string password)
    {
        try { return users.ResetPasswordAsync(user, Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(inLink)), password); }
        catch (FormatException) { return Task.FromResult(IdentityResult.Failed(users.ErrorDescriber.InvalidToken())); }
    }
}
