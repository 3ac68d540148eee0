using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// Somebody who may become a member of an organisation, once, until it expires: whoever follows a link to it, of which
/// each mail has one of its own.
/// </summary>
public sealed class Invitation
{
    public int Id { get; init; }
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
        table.Property(i => i.Email).HasMaxLength(Lengths.Line);
        table.IsOneOf<Invitation, MemberRole>(nameof(Invitation.Role));
        table.HasOne(i => i.Organisation).WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<User>().WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.Cascade);
    }
}
