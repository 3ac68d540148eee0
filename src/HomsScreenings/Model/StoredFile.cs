using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>A file that is kept in the database, where several processes have no folder in common.</summary>
public sealed class StoredFile
{
    public const int MaxName = 100;

    public required string Name { get; init; }
    public required byte[] Content { get; init; }
    public required Instant StoredAt { get; init; }
}

sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("StoredFiles");
        table.HasKey(f => f.Name);
        table.Property(f => f.Name).HasMaxLength(StoredFile.MaxName);
    }
}
