using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>A link that makes its holder a member of an organisation, once, until it expires.</summary>
public sealed class Invitation
{
    public int Id { get; init; }
    /// <summary>SHA-256 of the token in the link; the token itself is never stored.</summary>
    public required string TokenHash { get; init; }
    public required int OrganisationId { get; init; }
    public Organisation Organisation { get; init; } = null!;
    public required MemberRole Role { get; init; }
    public required string Email { get; init; }
    public required int InvitedById { get; init; }
    public required Instant ExpiresAt { get; init; }
    public Instant? AcceptedAt { get; set; }
}

sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.Property(i => i.TokenHash).HasMaxLength(64);
        table.HasIndex(i => i.TokenHash).IsUnique();
        table.Property(i => i.Email).HasMaxLength(Lengths.Line);
        table.IsOneOf<Invitation, MemberRole>(nameof(Invitation.Role));
        table.HasOne(i => i.Organisation).WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<User>().WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.Cascade);
    }
}
