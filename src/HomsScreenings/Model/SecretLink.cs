using System.Buffers.Text;
using System.Security.Cryptography;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Random tokens for links: 256 bits, of which the database keeps the hash alone.</summary>
public static class SecretToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}

/// <summary>What a secret link is for.</summary>
public enum SecretLinkKind { Setup, Calendar }

/// <summary>A secret link that is not an invitation: the one to make the first organiser, or an organiser's own calendar.</summary>
public sealed class SecretLink
{
    public int Id { get; init; }
    public required SecretLinkKind Kind { get; init; }
    /// <summary>SHA-256 of the token in the link; the token itself is never stored.</summary>
    public required string TokenHash { get; init; }
    /// <summary>Whose it is; null for the set-up link.</summary>
    public int? UserId { get; init; }
    public required Instant CreatedAt { get; init; }
}

sealed class SecretLinkConfiguration : IEntityTypeConfiguration<SecretLink>
{
    public void Configure(EntityTypeBuilder<SecretLink> table)
    {
        table.IsOneOf<SecretLink, SecretLinkKind>(nameof(SecretLink.Kind));
        table.Property(l => l.TokenHash).HasMaxLength(64);
        table.HasIndex(l => l.TokenHash).IsUnique();
        table.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
