using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>
/// What one device at the door says: so many of one booking have come in, or so many without a booking. Each device has
/// rows of its own and only ever says how many in all, never 'one more': so a message that is sent twice, or late,
/// counts once. Of a booking as many are in as the device says that says most; those without a booking are added up.
/// </summary>
public sealed class CheckInCount
{
    public int Id { get; private set; }
    public required int ScreeningId { get; init; }
    /// <summary>A random name that the device gave itself.</summary>
    public required string Device { get; init; }
    /// <summary>Null for those without a booking.</summary>
    public required int? BookingId { get; init; }
    public required int People { get; set; }
    /// <summary>The device's own count of what it has said: a message that overtook a later one is passed over.</summary>
    public required long Number { get; set; }
}

sealed class CheckInCountConfiguration : IEntityTypeConfiguration<CheckInCount>
{
    public void Configure(EntityTypeBuilder<CheckInCount> table)
    {
        table.ToTable("DoorCounts");
        table.Property(c => c.Device).HasMaxLength(40);
        table.HasIndex(c => new { c.ScreeningId, c.Device, c.BookingId }).IsUnique();
        table.HasOne<Screening>().WithMany().HasForeignKey(c => c.ScreeningId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Booking>().WithMany().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(c => c.BookingId);
        // Those without a booking have no booking in the key, and databases take each NULL for another.
        table.HasIndex(c => new { c.ScreeningId, c.Device }).IsUnique().HasFilter("\"BookingId\" IS NULL")
            .HasDatabaseName("IX_DoorCounts_WalkIns");
        table.ToTable(t => t.HasCheckConstraint("CK_DoorCount_negative", "NOT (\"People\" < 0)"));
    }
}
