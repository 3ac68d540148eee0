using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>What a member may do: an editor keeps the organisation's programme, an owner also its members.</summary>
public enum MemberRole { Editor, Owner }

/// <summary>A person with an account who works for an organisation.</summary>
public sealed class Member
{
    public int OrganisationId { get; init; }
    public Organisation Organisation { get; init; } = null!;
    public required int UserId { get; init; }
    public User User { get; init; } = null!;
    public required MemberRole Role { get; set; }
}

sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> table)
    {
        table.HasKey(m => new { m.OrganisationId, m.UserId });
        table.IsOneOf<Member, MemberRole>(nameof(Member.Role));
        table.HasOne(m => m.User).WithMany(u => u.Memberships).HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(m => m.Organisation).WithMany(o => o.Members).HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
