using HomsScreenings.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>Identity's accounts, whose lockout goes by the program's one clock instead of the machine's.</summary>
public sealed class ClockedUsers(
    IUserStore<User> store, IOptions<IdentityOptions> options, IPasswordHasher<User> hasher, IEnumerable<IUserValidator<User>> userRules,
    IEnumerable<IPasswordValidator<User>> passwordRules, ILookupNormalizer normalizer,
    IdentityErrorDescriber words, IServiceProvider services,
    ILogger<UserManager<User>> log, ISecurityEvents events, TimeProvider clock)
    : UserManager<User>(store, options, hasher, userRules, passwordRules, normalizer, words, services, log)
{
    // To hash a password takes long on purpose: many who try at once wait for one another, and not everybody else for them.
    static readonly SemaphoreSlim Hashing = new(2);

    public override Task<bool> IsLockedOutAsync(User user) => Task.FromResult(user.LockoutEnabled && user.LockoutEnd > clock.GetUtcNow());

    public override async Task<bool> CheckPasswordAsync(User user, string password)
    {
        await Hashing.WaitAsync();
        try { return await base.CheckPasswordAsync(user, password); }
        finally { Hashing.Release(); }
    }

    /// <summary><see cref="PretendToCheck"/>, in line with those that are checked.</summary>
    public async Task PretendToCheckAsync(string password)
    {
        await Hashing.WaitAsync();
        try { PretendToCheck(password); }
        finally { Hashing.Release(); }
    }

    public override Task<IdentityResult> AccessFailedAsync(User user) => FailAsync(user, SecurityEventKind.SignInFailed, by: null);

    // In one save, so that a wrong password takes no longer to be answered for being written down.
    Task<IdentityResult> FailAsync(User user, SecurityEventKind kind, int? by)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
        {
            (user.LockoutEnd, user.AccessFailedCount) = (clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan, 0);
            kind = SecurityEventKind.Paused;
        }
        events.Note(kind, user.Id, by);
        return UpdateAsync(user);
    }

    /// <summary>A wrong present password counts as one at signing in does.</summary>
    public override async Task<IdentityResult> ChangePasswordAsync(User user, string currentPassword, string newPassword)
    {
        if (await IsLockedOutAsync(user)) return IdentityResult.Failed(AccountWords.Paused);
        if (await CheckPasswordAsync(user, currentPassword))
            return await SetPasswordAsync(user, newPassword) is { Succeeded: false } refused ? refused : await EndPauseAsync(user);
        await FailAsync(user, SecurityEventKind.PresentPasswordWrong, user.Id);
        return IdentityResult.Failed(ErrorDescriber.PasswordMismatch());
    }

    /// <summary>Gives an account another password, whatever it had before, and ends its sessions; the caller knows that it may.</summary>
    public async Task<IdentityResult> SetPasswordAsync(User user, string password)
    {
        var result = await UpdatePasswordHash(user, password, validatePassword: true);
        return result.Succeeded ? await UpdateUserAsync(user) : result;
    }

    /// <summary>Ends the pause after mistyped passwords; a lock that an administrator put on stays.</summary>
    public Task<IdentityResult> EndPauseAsync(User user)
    {
        if (user.IsLockedForGood) return Task.FromResult(IdentityResult.Success);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        return UpdateAsync(user);
    }

    /// <summary>
    /// Takes as long as checking a wrong password does, for use where there is none to check: otherwise the time of the
    /// answer would tell which addresses have an account.
    /// </summary>
    public void PretendToCheck(string password)
    {
        _nobodys ??= PasswordHasher.HashPassword(new User(), User.NewSecurityStamp());
        PasswordHasher.VerifyHashedPassword(new User(), _nobodys, password);
    }

    static string? _nobodys;
}
