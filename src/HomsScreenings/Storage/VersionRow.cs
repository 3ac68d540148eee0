using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Storage;

/// <summary>The version of one area; there is a row as soon as something of the area was saved.</summary>
public sealed class VersionRow
{
    public required string Area { get; init; }
    public required long Number { get; init; }
}

sealed class VersionRowConfiguration : IEntityTypeConfiguration<VersionRow>
{
    public void Configure(EntityTypeBuilder<VersionRow> table)
    {
        table.ToTable("Versions");
        table.HasKey(v => v.Area);
        table.Property(v => v.Area).HasMaxLength(Area.MaxLength);
    }
}

public static class VersionQueries
{
    extension(ScreeningsDb db)
    {
        /// <summary>The row of the programme's version.</summary>
        public IQueryable<VersionRow> Programme()
        {
            var name = Area.Programme.Name;
            return db.Versions.Where(v => v.Area == name);
        }

        /// <summary>What the database says of all areas.</summary>
        public async Task LearnAsync(Versions versions, CancellationToken cancellationToken)
        {
            foreach (var row in await db.Versions.AsNoTracking().ToListAsync(cancellationToken))
                versions.Advance(new Area(row.Area), row.Number);
        }
    }
}
