using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// An email address from which an organisation takes no more comments. Only a slow hash of it is kept (PBKDF2 with a salt of this
/// site), from which the address can be found again by trying addresses one by one alone.
/// </summary>
public sealed class BlockedAddress
{
    const int Iterations = 100_000, SaltBytes = 16, HashBytes = 32;

    public int Id { get; private set; }
    /// <summary>Whose comments it may not write under; null for what no organisation owns.</summary>
    public int? OrganisationId { get; init; }
    /// <summary>The same for all rows, so that one hash finds an address among them.</summary>
    public required string Salt { get; init; }
    public required string Hash { get; init; }
    public required Instant BlockedAt { get; init; }
    public int? BlockedById { get; init; }

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    public static string HashOf(string email, string salt) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(email.ToLowerInvariant()), Convert.FromHexString(salt), Iterations, HashAlgorithmName.SHA256, HashBytes));
}

sealed class BlockedAddressConfiguration : IEntityTypeConfiguration<BlockedAddress>
{
    public void Configure(EntityTypeBuilder<BlockedAddress> table)
    {
        table.ToTable("BlockedAddresses");
        table.Property(b => b.Salt).HasMaxLength(32);
        table.Property(b => b.Hash).HasMaxLength(64);
        table.HasIndex(b => b.Hash);
        table.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<User>().WithMany().HasForeignKey(b => b.BlockedById).OnDelete(DeleteBehavior.SetNull);
    }
}
