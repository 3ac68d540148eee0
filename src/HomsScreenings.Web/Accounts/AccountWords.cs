using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HomsScreenings.Web.Accounts;

/// <summary>What Identity finds wrong, in a person's words.</summary>
sealed class AccountWords : IdentityErrorDescriber
{
    const string Taken = "There is an account with this email address already.";
    const string NoEmail = "This is not an email address.";

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), Taken);
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), Taken);
    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), NoEmail);
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), NoEmail);
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "This is not your present password.");
    public static IdentityError Paused { get; } = Error("PasswordPaused",
        "There were too many tries: after five wrong passwords, an account pauses for a quarter of an hour.");
    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"A password has at least {length} signs; a few words are easy to remember.");
    public override IdentityError ConcurrencyFailure() =>
        Error(nameof(ConcurrencyFailure), "The account was changed elsewhere at the same moment. Please try again.");
    public override IdentityError InvalidToken() =>
        Error(nameof(InvalidToken), "This link has been used or is too old. Ask for a new one.");

    static IdentityError Error(string code, string words) => new() { Code = code, Description = words };
}

static class AccountProblems
{
    /// <summary>Puts what is wrong beside the field that it is about, each sentence once.</summary>
    public static void AddProblems(this ModelStateDictionary fields,
        IEnumerable<IdentityError> problems, string passwordField, string otherwise)
    {
        foreach (var problem in problems.DistinctBy(p => p.Description))
            fields.AddModelError(problem.Code.StartsWith("Password", StringComparison.Ordinal) ? passwordField : otherwise,
                problem.Description);
    }
}
