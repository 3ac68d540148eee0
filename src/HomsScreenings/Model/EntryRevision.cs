using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>The texts of an entry as one save left them, to be compared and brought back.</summary>
public sealed class EntryRevision
{
    public int Id { get; private set; }
    public int EntryId { get; private set; }
    /// <summary>The version of the entry that had these texts first.</summary>
    public required int Number { get; init; }
    public required Instant At { get; init; }
    /// <summary>Who saved it; null for commands.</summary>
    public int? UserId { get; init; }
    /// <summary>Title, standfirst and body in each language, as JSON.</summary>
    public required string Texts { get; init; }
}

sealed class EntryRevisionConfiguration : IEntityTypeConfiguration<EntryRevision>
{
    public void Configure(EntityTypeBuilder<EntryRevision> table)
    {
        table.ToTable("EntryRevisions");
        table.HasIndex(r => new { r.EntryId, r.Number }).IsUnique();
        table.HasOne<JournalEntry>().WithMany(e => e.Revisions).HasForeignKey(r => r.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}
