using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of a film in another language.</summary>
public sealed class FilmTranslation : ITranslation
{
    public int Id { get; private set; }
    public int FilmId { get; private set; }
    public required string Language { get; set; }
    public string? Title { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Synopsis { get; set; }
    public string? ContentNotes { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Notes { get; set; }
    public bool IsEmpty => (Title ?? Synopsis ?? ContentNotes ?? Notes) is null;
    public (Type, int) PartOf => (typeof(Film), FilmId);
}

sealed class FilmTranslationConfiguration : IEntityTypeConfiguration<FilmTranslation>
{
    public void Configure(EntityTypeBuilder<FilmTranslation> table)
    {
        table.ToTable("FilmWording");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Title).HasMaxLength(Lengths.Name);
        table.Property(w => w.Synopsis).HasMaxLength(Lengths.Text);
        table.Property(w => w.ContentNotes).HasMaxLength(Lengths.Text);
        table.Property(w => w.Notes).HasMaxLength(Lengths.Text);
        table.HasIndex(w => new { w.FilmId, w.Language }).IsUnique();
        table.HasOne<Film>().WithMany(f => f.Translations).HasForeignKey(w => w.FilmId).OnDelete(DeleteBehavior.Cascade);
    }
}
