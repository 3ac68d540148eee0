using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Records;

/// <summary>
/// A slug that a record once had. An old address leads to the record (301); where the record is gone it says so (410).
/// No new record takes it, so that an old link never shows something else.
/// </summary>
public sealed class PastSlug
{
    /// <summary>The type of record, as its class is named: 'Film', 'Venue'.</summary>
    public required string Kind { get; init; }
    public required string Slug { get; init; }
    /// <summary>Whether the public could see the record under it: of a draft that was renamed or deleted nobody is told.</summary>
    public required bool WasPublic { get; init; }
    /// <summary>The record that had it; null when that record has been deleted.</summary>
    public int? TargetId { get; set; }
}

sealed class PastSlugConfiguration : IEntityTypeConfiguration<PastSlug>
{
    public void Configure(EntityTypeBuilder<PastSlug> table)
    {
        table.HasKey(p => new { p.Kind, p.Slug });
        table.Property(p => p.Kind).HasMaxLength(20);
        table.Property(p => p.Slug).HasMaxLength(Slug.MaxLength);
        table.HasIndex(p => new { p.Kind, p.TargetId });
    }
}
