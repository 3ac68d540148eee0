using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// What was once true of a screening that takes bookings, as guests know it: when, where, what. A booking remembers the
/// number of what its guest was told, so that a mail can show the old beside the new.
/// </summary>
public sealed class AnnouncedVersion
{
    public int ScreeningId { get; init; }
    public int Number { get; init; }
    public required Instant At { get; init; }
    /// <summary>The announced details as JSON.</summary>
    public required string Facts { get; init; }
}

sealed class AnnouncedVersionConfiguration : IEntityTypeConfiguration<AnnouncedVersion>
{
    public void Configure(EntityTypeBuilder<AnnouncedVersion> table)
    {
        table.ToTable("ToldFacts");
        table.HasKey(f => new { f.ScreeningId, f.Number });
        table.HasOne<Screening>().WithMany().HasForeignKey(f => f.ScreeningId).OnDelete(DeleteBehavior.Cascade);
    }
}
