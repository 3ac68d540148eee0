using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of a series in another language.</summary>
public sealed class SeriesTranslation : ITranslation
{
    public int Id { get; private set; }
    public int SeriesId { get; private set; }
    public required string Language { get; set; }
    public string? Title { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Description { get; set; }
    public string? Invitation { get; set; }
    public string? DatesNote { get; set; }
    public bool IsEmpty => (Title ?? Description ?? Invitation ?? DatesNote) is null;
    public (Type, int) PartOf => (typeof(ScreeningSeries), SeriesId);
}

sealed class SeriesTranslationConfiguration : IEntityTypeConfiguration<SeriesTranslation>
{
    public void Configure(EntityTypeBuilder<SeriesTranslation> table)
    {
        table.ToTable("SeriesWording");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Title).HasMaxLength(Lengths.Name);
        table.Property(w => w.Description).HasMaxLength(Lengths.Text);
        table.Property(w => w.Invitation).HasMaxLength(Lengths.Text);
        table.Property(w => w.DatesNote).HasMaxLength(Lengths.Line);
        table.HasIndex(w => new { w.SeriesId, w.Language }).IsUnique();
        table.HasOne<ScreeningSeries>().WithMany(s => s.Translations).HasForeignKey(w => w.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}
