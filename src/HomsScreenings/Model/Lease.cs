using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>Which process does something that only one may do at a time, and until when it may count on that.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Holder { get; set; }
    public required Instant Until { get; set; }
}

sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> table)
    {
        table.ToTable("Leases");
        table.HasKey(l => l.Name);
        table.Property(l => l.Name).HasMaxLength(40);
        table.Property(l => l.Holder).HasMaxLength(40);
    }
}
