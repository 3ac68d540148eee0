using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Refuses what is short, and what somebody who guesses would try first. There are no rules on which signs to mix
/// (NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
sealed class ObviousPasswords(ScreeningsDb db, IOptions<SiteOptions> site) : IPasswordValidator<User>
{
    public const string Problem =
        "This password is among the first that somebody would guess. Take a few words that only you would put together.";

    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        password ??= "";
        var length = PasswordText.LengthOf(password);
        if (length < NewPasswordInput.MinLength)
            return IdentityResult.Failed(manager.ErrorDescriber.PasswordTooShort(NewPasswordInput.MinLength));
        if (length > NewPasswordInput.MaxLength)
            return IdentityResult.Failed(
                new IdentityError
                {
                    Code = "PasswordTooLong",
                    Description = $"A password is at most {NewPasswordInput.MaxLength} signs long."
                });
        return PasswordGuessing.IsObvious(password, [user.Email, site.Value.Name, .. await OrganisationsOfAsync(user)])
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordObvious", Description = Problem })
            : IdentityResult.Success;
    }

    // Those that the account belongs to, and those that it is just being made for.
    Task<List<string>> OrganisationsOfAsync(User user) => db.Organisations
        .Where(o => o.Members.Any(m => m.UserId == user.Id)
            || db.Invitations.Any(i => i.OrganisationId == o.Id && i.AcceptedAt == null && i.Email == user.Email))
        .OrderBy(o => o.Id).Select(o => o.Name).ToListAsync();
}
