using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

sealed class VenueConfiguration : IEntityTypeConfiguration<Venue>
{
    public void Configure(EntityTypeBuilder<Venue> table)
    {
        table.IsRecord();
        table.IsDraftable();
        table.Property(v => v.Name).HasMaxLength(Lengths.Name);
        table.Property(v => v.Address).HasMaxLength(Lengths.Line);
        table.Property(v => v.Area).HasMaxLength(Lengths.Name);
        table.Property(v => v.City).HasMaxLength(Lengths.Name);
        table.Property(v => v.Region).HasMaxLength(Lengths.Name);
        table.Property(v => v.PostalCode).HasMaxLength(Lengths.PostalCode);
        table.Property(v => v.Country).HasMaxLength(Lengths.Country);
        table.Property(v => v.TimeZone).HasMaxLength(Lengths.TimeZone);
        table.Property(v => v.Directions).HasMaxLength(Lengths.Text);
        table.Property(v => v.Website).HasMaxLength(Lengths.Url);
        table.Property(v => v.AccessNotes).HasMaxLength(Lengths.Text);
        table.HasTexts();
        table.Property(v => v.NameKey).HasMaxLength(Lengths.Name * 6);
        table.Property(v => v.CityKey).HasMaxLength(Lengths.Name * 2);
        table.HasIndex(v => v.CityKey);
        table.IsOneOf<Venue, Known>(nameof(Venue.StepFree));
        table.IsOneOf<Venue, Known>(nameof(Venue.HearingLoop));
        table.IsOneOf<Venue, Known>(nameof(Venue.AccessibleToilet));
        table.HasExpectations();
        table.Never("half_a_position", "(\"Latitude\" IS NULL) <> (\"Longitude\" IS NULL)");
        table.Never("off_the_globe", "\"Latitude\" < -90 OR \"Latitude\" > 90 OR \"Longitude\" < -180 OR \"Longitude\" > 180");
        table.Never("negative_places", "\"WheelchairPlaces\" < 0");
        table.HasOne(v => v.Organisation).WithMany().HasForeignKey(v => v.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(v => v.Rooms).WithOne().HasForeignKey(r => r.VenueId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> table)
    {
        table.Property(r => r.Name).HasMaxLength(Lengths.Name);
        table.HasIndex(r => new { r.VenueId, r.Name }).IsUnique();
        table.Never("no_seats", "\"Seats\" < 1");
    }
}
