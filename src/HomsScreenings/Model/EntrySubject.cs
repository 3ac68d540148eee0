using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>What an entry of the journal is about: one film, person, series, screening or venue.</summary>
public sealed class EntrySubject : IPart
{
    public int Id { get; private set; }
    public int EntryId { get; private set; }
    public JournalEntry Entry { get; private set; } = null!;
    public int? FilmId { get; set; }
    public Film? Film { get; set; }
    public int? PersonId { get; set; }
    public Person? Person { get; set; }
    public int? SeriesId { get; set; }
    public ScreeningSeries? Series { get; set; }
    public int? ScreeningId { get; set; }
    public Screening? Screening { get; set; }
    public int? VenueId { get; set; }
    public Venue? Venue { get; set; }
    public int Position { get; set; }

    /// <summary>The kind and the number of the record that it is.</summary>
    internal (Type Kind, int Id) Of => FilmId is { } film ? (typeof(Film), film)
        : PersonId is { } person ? (typeof(Person), person)
        : SeriesId is { } series ? (typeof(ScreeningSeries), series)
        : ScreeningId is { } screening ? (typeof(Screening), screening)
        : (typeof(Venue), VenueId ?? 0);

    public (Type, int) PartOf => (typeof(JournalEntry), EntryId);
}

sealed class EntrySubjectConfiguration : IEntityTypeConfiguration<EntrySubject>
{
    public void Configure(EntityTypeBuilder<EntrySubject> table)
    {
        table.ToTable("EntrySubjects");
        table.Ignore(s => s.Of);
        table.Never("of_nothing", """
            "FilmId" IS NULL AND "PersonId" IS NULL AND "SeriesId" IS NULL AND "ScreeningId" IS NULL AND "VenueId" IS NULL
            """);
        table.HasOne(s => s.Entry).WithMany(e => e.Subjects).HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Cascade);
        // What it was about may go; what was written stays.
        table.HasOne(s => s.Film).WithMany().HasForeignKey(s => s.FilmId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(s => s.Series).WithMany().HasForeignKey(s => s.SeriesId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(s => s.Screening).WithMany().HasForeignKey(s => s.ScreeningId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(s => s.Venue).WithMany().HasForeignKey(s => s.VenueId).OnDelete(DeleteBehavior.Cascade);
    }
}
