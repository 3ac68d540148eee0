using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// A link to a guest's own page. Each mail has one of its own, for only its hash is kept; to revoke them is to delete
/// them.
/// </summary>
public sealed class GuestLink
{
    public int Id { get; private set; }
    public int BookingId { get; private set; }
    public required Booking Booking { get; init; }
    /// <summary>SHA-256 of the token in the link.</summary>
    public required string TokenHash { get; init; }
    public required Instant CreatedAt { get; init; }

    /// <summary>A new link, and its token, which is known now and never again.</summary>
    public static (GuestLink Link, string Token) New(Booking booking, Instant now)
    {
        var token = SecretToken.New();
        return (new GuestLink { Booking = booking, TokenHash = SecretToken.Hash(token), CreatedAt = now }, token);
    }
}

sealed class GuestLinkConfiguration : IEntityTypeConfiguration<GuestLink>
{
    public void Configure(EntityTypeBuilder<GuestLink> table)
    {
        table.ToTable("GuestLinks");
        table.Property(l => l.TokenHash).HasMaxLength(64);
        table.HasIndex(l => l.TokenHash).IsUnique();
        table.HasOne(l => l.Booking).WithMany().HasForeignKey(l => l.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}
