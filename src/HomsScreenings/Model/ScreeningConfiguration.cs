using HomsScreenings.Records;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

sealed class ScreeningConfiguration : IEntityTypeConfiguration<Screening>
{
    public void Configure(EntityTypeBuilder<Screening> table)
    {
        table.IsRecord();
        table.Property(s => s.Uid).HasMaxLength(Lengths.Uid);
        table.Property(s => s.Provisions).HasColumnName("Offers");
        table.HasIndex(s => s.Uid).IsUnique();
        table.Property(s => s.Title).HasMaxLength(Lengths.Name);
        table.HasTexts();
        table.Property(s => s.TitleKey).HasMaxLength(Lengths.Name * 2);
        table.Property(s => s.LanguagesKey).HasMaxLength(CodesKey.MaxLength);
        table.Property(s => s.Description).HasMaxLength(Lengths.Text);
        table.Property(s => s.PremiereNote).HasMaxLength(Lengths.Line);
        table.Property(s => s.Area).HasMaxLength(Lengths.Name);
        table.Property(s => s.City).HasMaxLength(Lengths.Name);
        table.Property(s => s.CityKey).HasMaxLength(Lengths.Name * 2);
        table.Property(s => s.Region).HasMaxLength(Lengths.Name);
        table.Property(s => s.Country).HasMaxLength(Lengths.Country);
        table.Property(s => s.TimeZone).HasMaxLength(Lengths.TimeZone);
        table.Property(s => s.PriceFrom).HasPrecision(Amounts.Digits, Amounts.Decimals);
        table.Property(s => s.PriceTo).HasPrecision(Amounts.Digits, Amounts.Decimals);
        table.Property(s => s.Currency).HasMaxLength(Lengths.Currency);
        table.Property(s => s.BookingUrl).HasMaxLength(Lengths.Url);
        table.Property(s => s.OnlineUrl).HasMaxLength(Lengths.Url);
        table.Property(s => s.StatusReason).HasMaxLength(Lengths.Text);
        table.HasExpectations();
        table.IsOneOf<Screening, ScreeningStatus>(nameof(Screening.Status));
        table.IsOneOf<Screening, Admission>(nameof(Screening.Admission));
        table.IsOneOf<Screening, BookingWay>(nameof(Screening.Booking));

        table.Never("time_without_date", "\"Time\" IS NOT NULL AND \"Date\" IS NULL");
        table.Never("date_without_zone", "\"Date\" IS NOT NULL AND \"TimeZone\" IS NULL");
        table.Never("underived_start", "(\"Time\" IS NULL) <> (\"StartsAt\" IS NULL)");
        table.Never("underived_end", "(\"Date\" IS NULL) <> (\"EndsAt\" IS NULL) OR (\"Date\" IS NULL) <> (\"ProgrammeDate\" IS NULL)");
        table.Never("ends_before_it_starts", "\"EndsAt\" <= \"StartsAt\"");
        table.Never("public_draft", "(\"Status\" = 'Draft') <> (\"PublishedAt\" IS NULL)");
        table.Never("room_without_venue", "\"RoomId\" IS NOT NULL AND \"VenueId\" IS NULL");
        table.Never("two_places", "\"VenueId\" IS NOT NULL AND (\"City\" IS NOT NULL OR \"Area\" IS NOT NULL)");
        table.Never(
            "negative",
            "\"Capacity\" < 0 OR \"Attendance\" < 0 OR \"DoorsMinutes\" < 0 OR \"IntroductionMinutes\" < 0 OR \"TalkMinutes\" < 0 OR \"Sequence\" < 0");
        table.Never("price_without_currency", "(\"PriceFrom\" IS NOT NULL OR \"PriceTo\" IS NOT NULL) AND \"Currency\" IS NULL");

        foreach (var derived in new[] { nameof(Screening.OverAt),
            nameof(Screening.ProgrammeOrder), nameof(Screening.LatestOrder), nameof(Screening.Town),
            nameof(Screening.TownKey), nameof(Screening.TownCountry), nameof(Screening.Latitude), nameof(Screening.Longitude),
            nameof(Screening.Provisions), nameof(Screening.AllLanguages) })
            table.Property(derived).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        table.Property(s => s.Town).HasMaxLength(Lengths.Name);
        table.Property(s => s.TownKey).HasMaxLength(Lengths.Name * 2);
        table.Property(s => s.TownCountry).HasMaxLength(Lengths.Country);

        // Each answers one kind of question about what is public from itself, without a look at the rows: which and how
        // many in the order of the programme, by whatever filter; the past; a town and the map; what is near. That is
        // why all that is asked stands in them, even when it was published.
        const string published = "\"PublishedAt\" IS NOT NULL";
        table.HasIndex(
            s => new
            {
                s.ProgrammeOrder,
                s.Id,
                s.OverAt,
                s.LatestOrder,
                s.ProgrammeDate,
                s.Provisions,
                s.AllLanguages,
                s.SeriesId,
                s.OrganisationId,
                s.VenueId,
                s.TownCountry,
                s.PublishedAt
            })
            .HasFilter(published).HasDatabaseName("IX_Screenings_Programme");
        table.HasIndex(s => new { s.LatestOrder, s.Id, s.OverAt, s.ProgrammeOrder, s.PublishedAt }).HasFilter(published)
            .HasDatabaseName("IX_Screenings_Latest");
        table.HasIndex(
            s => new
            {
                s.TownKey,
                s.TownCountry,
                s.Town,
                s.OverAt,
                s.ProgrammeOrder,
                s.ProgrammeDate,
                s.Latitude,
                s.Longitude,
                s.Provisions,
                s.PublishedAt
            })
            .HasFilter(published).HasDatabaseName("IX_Screenings_Towns");
        table.HasIndex(s => new { s.Latitude, s.Longitude, s.OverAt, s.ProgrammeOrder, s.Provisions, s.PublishedAt }).HasFilter(published)
            .HasDatabaseName("IX_Screenings_Near");
        table.HasIndex(s => s.EndsAt);
        table.HasIndex(s => new { s.ProgrammeDate, s.StartsAt, s.Id });
        table.HasIndex(s => s.ChangedAt);

        table.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(s => s.Series).WithMany(x => x.Screenings).HasForeignKey(s => s.SeriesId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(s => s.Venue).WithMany(v => v.Screenings).HasForeignKey(s => s.VenueId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(s => s.Room).WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ScreeningFilmConfiguration : IEntityTypeConfiguration<ScreeningFilm>
{
    public void Configure(EntityTypeBuilder<ScreeningFilm> table)
    {
        table.HasIndex(f => new { f.ScreeningId, f.Position });
        table.HasIndex(f => new { f.FilmId, f.ScreeningId }); // where a film is shown is answered from it alone
        table.HasOne(f => f.Screening).WithMany(s => s.Films).HasForeignKey(f => f.ScreeningId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(f => f.Film).WithMany(f => f.Screenings).HasForeignKey(f => f.FilmId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(f => f.RunningTime).WithMany().HasForeignKey(f => f.RunningTimeId).OnDelete(DeleteBehavior.SetNull);
        table.Ignore(f => f.Minutes);
    }
}

sealed class SpeakerConfiguration : IEntityTypeConfiguration<Speaker>
{
    public void Configure(EntityTypeBuilder<Speaker> table)
    {
        table.HasIndex(s => new { s.ScreeningId, s.PersonId }).IsUnique();
        table.HasOne(s => s.Screening).WithMany(s => s.Speakers).HasForeignKey(s => s.ScreeningId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
