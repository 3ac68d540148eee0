using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>A sentence that the press wrote about a film, word for word and in its own language.</summary>
public sealed class PressQuote : IPart
{
    /// <summary>In characters; what is longer than the second is not read on a wall.</summary>
    public const int MaxLength = 600, MaxOnPoster = 180;

    public int Id { get; private set; }
    public int FilmId { get; private set; }
    public required string Text { get; set; }
    /// <summary>Its language, BCP 47.</summary>
    public required string Language { get; set; }
    /// <summary>Who wrote it; null where only the publication is known.</summary>
    public string? Author { get; set; }
    public string? Publication { get; set; }
    public LocalDate? Date { get; set; }
    /// <summary>Where the whole of it stands.</summary>
    public string? Url { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Film), FilmId);
}

sealed class PressQuoteConfiguration : IEntityTypeConfiguration<PressQuote>
{
    public void Configure(EntityTypeBuilder<PressQuote> table)
    {
        table.Property(q => q.Text).HasMaxLength(PressQuote.MaxLength);
        table.Property(q => q.Language).HasMaxLength(Lengths.Language);
        table.Property(q => q.Author).HasMaxLength(Lengths.Name);
        table.Property(q => q.Publication).HasMaxLength(Lengths.Name);
        table.Property(q => q.Url).HasMaxLength(Lengths.Url);
        table.Never("by_nobody", "\"Author\" IS NULL AND \"Publication\" IS NULL");
        table.HasOne<Film>().WithMany(f => f.Quotes).HasForeignKey(q => q.FilmId).OnDelete(DeleteBehavior.Cascade);
    }
}
