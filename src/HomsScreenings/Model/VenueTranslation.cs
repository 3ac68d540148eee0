using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of a venue in another language.</summary>
public sealed class VenueTranslation : ITranslation
{
    public int Id { get; private set; }
    public int VenueId { get; private set; }
    public required string Language { get; set; }
    public string? Name { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Directions { get; set; }
    public string? AccessNotes { get; set; }
    /// <summary>Whom to ask for there.</summary>
    public string? AskFor { get; set; }
    public string? ExpectationNotes { get; set; }
    public string NameKey { get => SearchKey.Of(Name); private set => _ = value; }
    public bool IsEmpty => (Name ?? Directions ?? AccessNotes ?? AskFor ?? ExpectationNotes) is null;
    public (Type, int) PartOf => (typeof(Venue), VenueId);
}

sealed class VenueTranslationConfiguration : IEntityTypeConfiguration<VenueTranslation>
{
    public void Configure(EntityTypeBuilder<VenueTranslation> table)
    {
        table.ToTable("VenueWording");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Name).HasMaxLength(Lengths.Name);
        table.Property(w => w.Directions).HasMaxLength(Lengths.Text);
        table.Property(w => w.AccessNotes).HasMaxLength(Lengths.Text);
        table.Property(w => w.AskFor).HasMaxLength(Lengths.Name);
        table.Property(w => w.ExpectationNotes).HasMaxLength(Lengths.Text);
        table.Property(w => w.NameKey).HasMaxLength(Lengths.Name * 2);
        table.HasIndex(w => new { w.VenueId, w.Language }).IsUnique();
        table.HasOne<Venue>().WithMany(v => v.Translations).HasForeignKey(w => w.VenueId).OnDelete(DeleteBehavior.Cascade);
    }
}
