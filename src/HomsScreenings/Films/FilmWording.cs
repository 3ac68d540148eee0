using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Films;

/// <summary>The texts of a film in another language.</summary>
public sealed class FilmWording : IWording
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

sealed class FilmWordingConfiguration : IEntityTypeConfiguration<FilmWording>
{
    public void Configure(EntityTypeBuilder<FilmWording> table)
    {
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Title).HasMaxLength(Lengths.Name);
        table.Property(w => w.Synopsis).HasMaxLength(Lengths.Text);
        table.Property(w => w.ContentNotes).HasMaxLength(Lengths.Text);
        table.Property(w => w.Notes).HasMaxLength(Lengths.Text);
        table.HasIndex(w => new { w.FilmId, w.Language }).IsUnique();
        table.HasOne<Film>().WithMany(f => f.Wordings).HasForeignKey(w => w.FilmId).OnDelete(DeleteBehavior.Cascade);
    }
}
