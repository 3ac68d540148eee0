using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What a picture is to the record that it belongs to.</summary>
public enum PictureRole { Still, Poster, Portrait, Logo, Venue }

/// <summary>
/// A picture that is kept here, of a film, a person, a venue, a series, an organisation or an entry of the journal. Its files are
/// made anew from /// what was uploaded, in several sizes and formats, and named by <see cref="Hash"/>; two rows may share them.
/// </summary>
public sealed class Picture : IPart
{
    public int Id { get; private set; }
    public int? FilmId { get; private set; }
    public int? PersonId { get; private set; }
    public int? VenueId { get; private set; }
    public int? SeriesId { get; private set; }
    public int? OrganisationId { get; private set; }
    public int? EntryId { get; private set; }
    public required PictureRole Role { get; set; }
    public int Position { get; set; }
    /// <summary>Half of the SHA-256 of what was uploaded, as 32 hexadecimal digits.</summary>
    public required string Hash { get; init; }
    /// <summary>In pixels, upright.</summary>
    public required int Width { get; init; }
    /// <summary>In pixels, upright.</summary>
    public required int Height { get; init; }
    /// <summary>Its mean colour, '#rrggbb': what stands there before it arrives.</summary>
    public required string Colour { get; init; }
    /// <summary>What must stay in view where it is cut, in per cent from the left.</summary>
    public int FocusX { get; set; } = PictureFile.Middle;
    /// <summary>The same from the top.</summary>
    public int FocusY { get; set; } = PictureFile.Middle;
    /// <summary>What somebody who cannot see it should know of it; null where it is decorative.</summary>
    public string? AltText { get; set; }
    /// <summary>Whether somebody has said that it shows nothing that one has to know.</summary>
    public bool IsDecorative { get; set; }
    public string? Caption { get; set; }
    /// <summary>Whose it is: 'Photograph: …'.</summary>
    public string? Credit { get; set; }
    /// <summary>Where it was found.</summary>
    public string? Source { get; set; }
    /// <summary>The last day on which it may be shown; null for ever.</summary>
    public LocalDate? Until { get; private set; }
    /// <summary>Whether that day is over.</summary>
    public bool IsTakenDown { get; private set; }
    /// <summary>BCP 47 tag of alternative text and caption.</summary>
    public string TextLanguage { get; set; } = Language.English.Tag;
    public List<PictureTranslation> Translations { get; } = [];

    /// <summary>Shows it up to and on a day, or for ever.</summary>
    /// <param name="today">The day on which that is decided.</param>
    public void ShowUntil(LocalDate? last, LocalDate today) => (Until, IsTakenDown) = (last, last < today);

    static readonly Rule<Func<Picture, bool>> PublicRule = new(p => !p.IsTakenDown && (p.IsDecorative || p.AltText != null));

    /// <summary>Whether the public may see it: somebody has said what it shows, and its licence has not ended.</summary>
    [Rule(nameof(PublicRule))]
    public bool IsPublic => PublicRule.Run(this);

    /// <summary>What lists need to show it.</summary>
    public PictureFile File => new(Hash, Width, Height, Colour, FocusX, FocusY);

    public void SetTranslations(IEnumerable<PictureTranslation> wanted) =>
        Translations.SetTranslations(TextLanguage, wanted, w => (w.Language, w.AltText, w.Caption));

    public (Type, int) PartOf => FilmId is { } film ? (typeof(Film), film)
        : PersonId is { } person ? (typeof(Person), person)
        : VenueId is { } venue ? (typeof(Venue), venue)
        : SeriesId is { } series ? (typeof(ScreeningSeries), series)
        : OrganisationId is { } organisation ? (typeof(Organisation), organisation)
        : (typeof(JournalEntry), EntryId ?? 0);
}

/// <summary>The texts of a picture in another language.</summary>
public sealed class PictureTranslation : ITranslation
{
    public int Id { get; private set; }
    public int PictureId { get; private set; }
    public Picture Picture { get; private set; } = null!;
    public required string Language { get; set; }
    public string? AltText { get; set; }
    public string? Caption { get; set; }
    public bool IsEmpty => (AltText ?? Caption) is null;
    public (Type, int) PartOf => Picture.PartOf;
}

/// <summary>What has pictures: the one that stands for it is kept beside its name, so that lists read nothing more.</summary>
public interface IPictured : IRecord
{
    List<Picture> Pictures { get; }
    /// <summary>Derived: the picture that stands for it in lists; null where there is none.</summary>
    PictureFile? MainPicture { get; set; }
}

public static class PicturedRecords
{
    /// <summary>
    /// Finds the picture that stands for a record: the first poster, portrait or logo, else the first of the others, of those
    /// that may be shown. All its pictures are loaded.
    /// </summary>
    /// <param name="deleted">Those that are about to be deleted.</param>
    public static void ChoosePicture(this IPictured record, params IReadOnlyCollection<Picture> deleted) =>
        record.MainPicture = record.Pictures.Where(p => p.IsPublic && !deleted.Contains(p))
            .OrderBy(p => p.Role is PictureRole.Still or PictureRole.Venue ? 1 : 0).ThenBy(p => p.Position).FirstOrDefault()?.File;
}

sealed class PictureConfiguration : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> table)
    {
        table.ToTable("Pictures");
        table.IsOneOf<Picture, PictureRole>(nameof(Picture.Role));
        table.Property(p => p.Hash).HasMaxLength(PictureFile.HashLength);
        table.Property(p => p.Colour).HasMaxLength(7);
        table.Property(p => p.AltText).HasMaxLength(Lengths.Line);
        table.Property(p => p.Caption).HasMaxLength(Lengths.Line);
        table.Property(p => p.Credit).HasMaxLength(Lengths.Line);
        table.Property(p => p.Source).HasMaxLength(Lengths.Line);
        table.Property(p => p.TextLanguage).HasMaxLength(Lengths.Language);
        table.Ignore(p => p.File).Ignore(p => p.IsPublic);
        table.HasIndex(p => p.Hash);
        table.Never("of_nothing", """
            "FilmId" IS NULL AND "PersonId" IS NULL AND "VenueId" IS NULL AND "SeriesId" IS NULL AND "OrganisationId" IS NULL
            AND "EntryId" IS NULL
            """);
        table.Never("focus_outside", "\"FocusX\" < 0 OR \"FocusX\" > 100 OR \"FocusY\" < 0 OR \"FocusY\" > 100");
        table.HasOne<Film>().WithMany(f => f.Pictures).HasForeignKey(p => p.FilmId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Person>().WithMany(p => p.Pictures).HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Venue>().WithMany(v => v.Pictures).HasForeignKey(p => p.VenueId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<ScreeningSeries>().WithMany(s => s.Pictures).HasForeignKey(p => p.SeriesId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Organisation>().WithMany(o => o.Pictures).HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<JournalEntry>().WithMany(e => e.Pictures).HasForeignKey(p => p.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class PictureTranslationConfiguration : IEntityTypeConfiguration<PictureTranslation>
{
    public void Configure(EntityTypeBuilder<PictureTranslation> table)
    {
        table.ToTable("PictureTranslations");
        table.Property(t => t.Language).HasMaxLength(Lengths.Language);
        table.Property(t => t.AltText).HasMaxLength(Lengths.Line);
        table.Property(t => t.Caption).HasMaxLength(Lengths.Line);
        table.HasIndex(t => new { t.PictureId, t.Language }).IsUnique();
        table.HasOne(t => t.Picture).WithMany(p => p.Translations).HasForeignKey(t => t.PictureId).OnDelete(DeleteBehavior.Cascade);
    }
}
