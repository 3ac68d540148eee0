using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Accounts;

/// <summary>The mail with the link to choose a new password.</summary>
public sealed record PasswordResetLetter : PendingLetter
{
    public const string Kind = "account.passwordreset";

    /// <summary>How long the link works, from when the mail leaves.</summary>
    public static readonly Duration ValidFor = Duration.FromHours(12);

    public required int AccountId { get; init; }
    public required bool IsLocked { get; init; }

    public override LetterToken Token => new(TokenPurpose.PasswordReset, AccountId, ValidFor);

    public override bool CanBeHandedOn => true;

    public override string? WhyNot(Instant now) => IsLocked ? "The account is locked." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("A new password for {0}", site.Name),
        [
            new Paragraph(T("Somebody, probably you, asked for a new password for your account at {0}.", site.Name)),
            new Link(T("Choose a new password"), $"{site.Address}/account/reset-password?account={AccountId}&token={secret}", IsMain: true),
            new Paragraph(N((int)ValidFor.TotalHours, "The link works once, within {0} hour.", "The link works once, within {0} hours.")),
            new Paragraph(T("If it was not you, do nothing: your password stays as it is, and nobody has learnt anything.")),
        ],
        [
            new Paragraph(T("You get this email because this address has an account at {0}.", site.Name)),
            new Link(T("The site"), site.Address + Language.Path("/")),
        ]));
}

/// <summary>Words <see cref="PasswordResetLetter"/>; the subject is the account.</summary>
public sealed class PasswordResetComposer : ILetterComposer
{
    public IReadOnlyDictionary<string, string> Kinds { get; } =
        new Dictionary<string, string> { [PasswordResetLetter.Kind] = "Link to choose a new password" }.ToFrozenDictionary();

    public string WhyGone => "The account is gone.";

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).Distinct().ToList();
        var accounts = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellationToken);
        return messages.Where(m => accounts.ContainsKey(m.SubjectId)).ToDictionary(m => m.Id, PendingLetter (m) => new PasswordResetLetter
        {
            Language = Language.WithTag(m.Language),
            Recipient = accounts[m.SubjectId].Email,
            AccountId = m.SubjectId,
            IsLocked = accounts[m.SubjectId].IsLockedForGood,
        });
    }
}
