using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Identity;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Makes accounts by Identity's rules, but leaves the saving to the caller: an account is saved in one go with what it
/// comes with, its role, its organisation, the invitation that it accepts, so that there is never half of it.
/// </summary>
public sealed class NewAccounts(ScreeningsDb db, ClockedUsers users)
{
    /// <summary>Adds an account that waits to be saved.</summary>
    /// <param name="problems">Why it was not added; empty when it was.</param>
    public async Task<(User Account, IReadOnlyList<IdentityError> Problems)> AddAsync(string email, string password)
    {
        var user = new User
        {
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = User.NewSecurityStamp(),
        };
        var problems = new List<IdentityError>();
        foreach (var rule in users.UserValidators) problems.AddRange((await rule.ValidateAsync(users, user)).Errors);
        foreach (var rule in users.PasswordValidators) problems.AddRange((await rule.ValidateAsync(users, user, password)).Errors);
        if (problems.Count > 0) return (user, problems);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        db.Users.Add(user);
        return (user, []);
    }
}
