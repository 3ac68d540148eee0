using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>A note that a save touched a screening: by it every process knows which rows to read again.</summary>
public sealed class ChangedScreening
{
    /// <summary>The version of the programme that the save brought about.</summary>
    public long Version { get; private set; }
    /// <summary>The screening; 0 for so many that they are not named one by one.</summary>
    public int ScreeningId { get; private set; }
}

sealed class ChangedScreeningConfiguration : IEntityTypeConfiguration<ChangedScreening>
{
    public void Configure(EntityTypeBuilder<ChangedScreening> table)
    {
        table.ToTable("ChangedScreenings");
        table.HasKey(c => new { c.Version, c.ScreeningId });
    }
}
