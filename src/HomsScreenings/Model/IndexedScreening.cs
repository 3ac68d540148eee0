using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

/// <summary>All the words by which a screening is found; without such a row it has not been indexed yet.</summary>
public sealed class IndexedScreening
{
    public int ScreeningId { get; private set; }
    /// <summary>Distinct words in <see cref="Text.SearchKey"/> form, in order, between blanks.</summary>
    public string Words { get; private set; } = "";
    public Screening Screening { get; private set; } = null!;
}

/// <summary>A word that occurs in a published screening, so that a slip of the finger can be told from one that does not.</summary>
public sealed class KnownWord
{
    /// <summary>Longer words are cut: what nobody types needs no telling apart.</summary>
    public const int MaxLength = 60;

    public required string Word { get; init; }
}

sealed class IndexedScreeningConfiguration : IEntityTypeConfiguration<IndexedScreening>
{
    public void Configure(EntityTypeBuilder<IndexedScreening> table)
    {
        table.ToTable("ScreeningWords");
        table.HasKey(w => w.ScreeningId);
        table.Property(w => w.ScreeningId).ValueGeneratedNever();
        table.HasOne(w => w.Screening).WithOne().HasForeignKey<IndexedScreening>(w => w.ScreeningId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class KnownWordConfiguration : IEntityTypeConfiguration<KnownWord>
{
    public void Configure(EntityTypeBuilder<KnownWord> table)
    {
        table.ToTable("KnownWords");
        table.HasKey(w => w.Word);
        table.Property(w => w.Word).HasMaxLength(KnownWord.MaxLength);
    }
}

sealed class SearchHitConfiguration : IEntityTypeConfiguration<SearchHit>
{
    // The name that SQL's full-text tables and the function of the other database have for it alike.
    public void Configure(EntityTypeBuilder<SearchHit> hit)
    {
        hit.HasNoKey().ToTable((string?)null);
        hit.Property(h => h.ScreeningId).HasColumnName("rowid");
    }
}
