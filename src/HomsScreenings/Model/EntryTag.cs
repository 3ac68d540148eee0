using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>A word under which an entry of the journal is found with others: 'Syria', 'campaigns'.</summary>
public sealed class EntryTag : IPart
{
    public const int MaxLength = 40, Most = 12;

    public int Id { get; private set; }
    public int EntryId { get; private set; }
    public required string Name { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(JournalEntry), EntryId);
}

sealed class EntryTagConfiguration : IEntityTypeConfiguration<EntryTag>
{
    public void Configure(EntityTypeBuilder<EntryTag> table)
    {
        table.ToTable("EntryTags");
        table.Property(t => t.Name).HasMaxLength(EntryTag.MaxLength);
        table.HasOne<JournalEntry>().WithMany(e => e.Tags).HasForeignKey(t => t.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
