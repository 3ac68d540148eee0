using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>One save of one record: who, when, and what became what. Written in the transaction of the save.</summary>
public sealed class AuditEntry
{
    public int Id { get; init; }
    public required Instant At { get; init; }
    /// <summary>Who saved; null for a command or the program itself.</summary>
    public int? UserId { get; init; }
    /// <summary>The type of record, as its class is named.</summary>
    public required string Kind { get; init; }
    public required int RecordId { get; init; }
    public required string Slug { get; init; }
    /// <summary>The record's version after the save.</summary>
    public required int Version { get; init; }
    /// <summary>'Added', 'Modified' or 'Deleted'.</summary>
    public required string Action { get; init; }
    /// <summary>One line for each field: 'Title: old → new'.</summary>
    public required string Changes { get; init; }
}

sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.Property(a => a.Kind).HasMaxLength(20);
        table.Property(a => a.Slug).HasMaxLength(Records.Slug.MaxLength);
        table.Property(a => a.Action).HasMaxLength(10);
        table.HasIndex(a => new { a.Kind, a.RecordId, a.Version });
    }
}
