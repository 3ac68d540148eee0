using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// What a link opens, or whatever else carries a token: a new purpose is a name here and a line in <see cref="TokenPurposes"/>.
/// </summary>
public enum TokenPurpose
{
    /// <summary>Makes the first organiser, and with it the organisation.</summary>
    Setup,
    /// <summary>Makes its holder a member of an organisation, once.</summary>
    Invitation,
    /// <summary>Gives an account another password, once.</summary>
    PasswordReset,
    /// <summary>An organiser's own calendar, drafts too.</summary>
    Calendar,
    /// <summary>A guest's own page.</summary>
    Booking,
    /// <summary>An entry of the journal before the public sees it.</summary>
    EntryPreview,
    /// <summary>The page of whoever wrote a comment.</summary>
    Comment,
    /// <summary>The page of a subscriber.</summary>
    Subscription,
    /// <summary>The page of somebody who waits for a screening near them.</summary>
    Interest,
}

/// <summary>What the number in <see cref="Token.Subject"/> is a number of.</summary>
public enum TokenSubject { Site, Account, Invitation, Booking, Entry, Comment, Subscription, Interest }

/// <summary>Which purposes there are for which kind of subject.</summary>
public static class TokenPurposes
{
    static readonly ILookup<TokenSubject, TokenPurpose> BySubject = Enum.GetValues<TokenPurpose>().ToLookup(SubjectOf);

    /// <summary>All purposes of the tokens of one kind of subject.</summary>
    public static IReadOnlyList<TokenPurpose> Of(TokenSubject subject) => [.. BySubject[subject]];

    // Asked of every purpose at the first use of any, so that none can be forgotten here.
    static TokenSubject SubjectOf(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Setup => TokenSubject.Site,
        TokenPurpose.Invitation => TokenSubject.Invitation,
        TokenPurpose.PasswordReset or TokenPurpose.Calendar => TokenSubject.Account,
        TokenPurpose.Booking => TokenSubject.Booking,
        TokenPurpose.EntryPreview => TokenSubject.Entry,
        TokenPurpose.Comment => TokenSubject.Comment,
        TokenPurpose.Subscription => TokenSubject.Subscription,
        TokenPurpose.Interest => TokenSubject.Interest,
        _ => throw new InvalidOperationException($"The purpose {purpose} says nowhere what its subject is."),
    };
}

/// <summary>
/// Something secret that opens one thing for whoever has it. The secret itself is known when it is made and never again,
/// for only its hash is kept; to revoke it is to delete the row.
/// </summary>
public sealed class Token
{
    const int SecretBytes = 32;

    /// <summary>How many characters a secret has: six bits each.</summary>
    public const int SecretLength = (SecretBytes * 8 + 5) / 6;

    /// <summary>The subject of <see cref="TokenSubject.Site"/>, of which there is one.</summary>
    public const int TheSite = 0;

    public int Id { get; private set; }
    public required TokenPurpose Purpose { get; init; }
    /// <summary>The number of the account, the invitation or the booking; the purpose says of which.</summary>
    public required int Subject { get; init; }
    /// <summary>SHA-256 of the secret, as 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public required Instant CreatedAt { get; init; }
    /// <summary>From when on it opens nothing; null for as long as its subject is there.</summary>
    public Instant? ExpiresAt { get; init; }
    /// <summary>When it was used, where it works once.</summary>
    public Instant? UsedAt { get; private set; }

    /// <summary>A new token, and its secret of 256 random bits, fit for an address.</summary>
    public static (Token Token, string Secret) New(TokenPurpose purpose, int subject, Instant now, Instant? expiresAt = null)
    {
        var secret = NewSecret();
        return (new Token { Purpose = purpose, Subject = subject, Hash = HashOf(secret), CreatedAt = now, ExpiresAt = expiresAt }, secret);
    }

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

sealed class TokenConfiguration : IEntityTypeConfiguration<Token>
{
    public void Configure(EntityTypeBuilder<Token> table)
    {
        table.ToTable("Tokens");
        // No constraint on the names: a new purpose needs no migration.
        table.Property(t => t.Purpose).HasConversion<string>().HasMaxLength(20);
        table.Property(t => t.Hash).HasMaxLength(64);
        table.HasIndex(t => t.Hash).IsUnique();
        table.HasIndex(t => new { t.Subject, t.Purpose });
    }
}
