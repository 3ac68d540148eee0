using HomsScreenings.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>Identity's accounts, whose lockout goes by the program's one clock instead of the machine's.</summary>
public sealed class ClockedUsers(
    IUserStore<User> store, IOptions<IdentityOptions> options, IPasswordHasher<User> hasher, IEnumerable<IUserValidator<User>> userRules,
    IEnumerable<IPasswordValidator<User>> passwordRules, ILookupNormalizer normalizer,
    IdentityErrorDescriber words, IServiceProvider services,
    ILogger<UserManager<User>> log, TimeProvider clock)
    : UserManager<User>(store, options, hasher, userRules, passwordRules, normalizer, words, services, log)
{
    public override Task<bool> IsLockedOutAsync(User user) => Task.FromResult(user.LockoutEnabled && user.LockoutEnd > clock.GetUtcNow());

    public override Task<IdentityResult> AccessFailedAsync(User user)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
            (user.LockoutEnd, user.AccessFailedCount) = (clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan, 0);
        return UpdateAsync(user);
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
    /// Takes as long as checking a password does, for use where there is none to check: otherwise the time of the
    /// answer would tell which addresses have an account.
    /// </summary>
    public void PretendToCheck(string password) => PasswordHasher.HashPassword(new User(), password);
}
