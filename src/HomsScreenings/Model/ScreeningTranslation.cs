using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of a screening in another language.</summary>
public sealed class ScreeningTranslation : ITranslation
{
    public int Id { get; private set; }
    public int ScreeningId { get; private set; }
    public required string Language { get; set; }
    public string? Title { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Description { get; set; }
    public string? PremiereNote { get; set; }
    /// <summary>Goes when the reason itself becomes another one: nobody has said that in this language yet.</summary>
    public string? StatusReason { get; set; }
    /// <summary>Whom to ask for there.</summary>
    public string? AskFor { get; set; }
    public string? ExpectationNotes { get; set; }
    public bool IsEmpty => (Title ?? Description ?? PremiereNote ?? StatusReason ?? AskFor ?? ExpectationNotes) is null;
    public (Type, int) PartOf => (typeof(Screening), ScreeningId);
}

sealed class ScreeningTranslationConfiguration : IEntityTypeConfiguration<ScreeningTranslation>
{
    public void Configure(EntityTypeBuilder<ScreeningTranslation> table)
    {
        table.ToTable("ScreeningWording");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Title).HasMaxLength(Lengths.Name);
        table.Property(w => w.Description).HasMaxLength(Lengths.Text);
        table.Property(w => w.PremiereNote).HasMaxLength(Lengths.Line);
        table.Property(w => w.StatusReason).HasMaxLength(Lengths.Text);
        table.Property(w => w.AskFor).HasMaxLength(Lengths.Name);
        table.Property(w => w.ExpectationNotes).HasMaxLength(Lengths.Text);
        table.HasIndex(w => new { w.ScreeningId, w.Language }).IsUnique();
        table.HasOne<Screening>().WithMany(s => s.Translations).HasForeignKey(w => w.ScreeningId).OnDelete(DeleteBehavior.Cascade);
    }
}
