using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>The texts of an entry of the journal in another language.</summary>
public sealed class JournalEntryTranslation : ITranslation
{
    public int Id { get; private set; }
    public int EntryId { get; private set; }
    public required string Language { get; set; }
    public string? Title { get; set; }
    public string? Standfirst { get; set; }
    /// <summary>In Markdown.</summary>
    public string? Body { get; set; }
    public bool IsEmpty => (Title ?? Standfirst ?? Body) is null;
    public (Type, int) PartOf => (typeof(JournalEntry), EntryId);
}

sealed class JournalEntryTranslationConfiguration : IEntityTypeConfiguration<JournalEntryTranslation>
{
    public void Configure(EntityTypeBuilder<JournalEntryTranslation> table)
    {
        table.ToTable("JournalEntryTranslations");
        table.Property(w => w.Language).HasMaxLength(Lengths.Language);
        table.Property(w => w.Title).HasMaxLength(Lengths.Name);
        table.Property(w => w.Standfirst).HasMaxLength(JournalEntry.MaxStandfirst);
        table.Property(w => w.Body).HasMaxLength(JournalEntry.MaxBody);
        table.HasIndex(w => new { w.EntryId, w.Language }).IsUnique();
        table.HasOne<JournalEntry>().WithMany(e => e.Translations).HasForeignKey(w => w.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
