using System.Text;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Accounts;

/// <summary>Mails links to choose a new password. A link is bound to the password that it replaces, so it works once.</summary>
public sealed class PasswordReset(ClockedUsers users, ScreeningsDb db, Outbox outbox, TimeProvider clock)
{
    public static readonly Duration ValidFor = Duration.FromHours(12);

    // One mail is enough for everybody who asks at the same time, a nuisance included.
    static readonly Duration Pause = Duration.FromMinutes(5);

    /// <summary>Puts a link into the outbox, where there is an account to put it in for.</summary>
    public async Task MailAsync(string email, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null || user.IsLockedForGood) return;
        var (now, since) = (clock.Now(), clock.Now() - Pause);
        if (await db.Outbox.AnyAsync(m => m.Recipient == user.Email && m.Subject == outbox.PasswordResetSubject && m.CreatedAt > since,
            cancellationToken)) return;
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        db.Outbox.Add(outbox.PasswordReset(user.Email!, $"/account/reset-password?account={user.Id}&token={token}", ValidFor, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives the account its new password; ends a pause after mistyped ones too, for the mail proves who it is.</summary>
    public async Task<IdentityResult> ChangeAsync(int account, string tokenInLink, string password)
    {
        if (await users.Users.SingleOrDefaultAsync(u => u.Id == account) is not { } user || TokenOf(tokenInLink) is not { } token)
            return IdentityResult.Failed(users.ErrorDescriber.InvalidToken());
        var result = await users.ResetPasswordAsync(user, token, password);
        return result.Succeeded ? await users.EndPauseAsync(user) : result;
    }

    static string? TokenOf(string inLink)
    {
        try { return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(inLink)); }
        catch (FormatException) { return null; }
    }
}
