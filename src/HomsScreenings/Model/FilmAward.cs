using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HomsScreenings.Model;

public enum AwardResult { Won, Nominated, Selected }

/// <summary>What a festival or another body gave a film: an award, a nomination, a place in its official selection.</summary>
public sealed class FilmAward : IPart
{
    public int Id { get; private set; }
    public int FilmId { get; private set; }
    /// <summary>'Grand Jury Prize', or the section for which it was selected; null where the festival says it all.</summary>
    public string? Name { get; set; }
    /// <summary>The festival or the body that gives it.</summary>
    public required string Festival { get; set; }
    public int? Year { get; set; }
    public required AwardResult Result { get; set; }
    /// <summary>Who says so.</summary>
    public string? Source { get; set; }
    /// <summary>Where that stands.</summary>
    public string? Url { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Film), FilmId);
}

sealed class FilmAwardConfiguration : IEntityTypeConfiguration<FilmAward>
{
    public void Configure(EntityTypeBuilder<FilmAward> table)
    {
        table.Property(a => a.Name).HasMaxLength(Lengths.Name);
        table.Property(a => a.Festival).HasMaxLength(Lengths.Name);
        table.Property(a => a.Source).HasMaxLength(Lengths.Line);
        table.Property(a => a.Url).HasMaxLength(Lengths.Url);
        table.IsOneOf<FilmAward, AwardResult>(nameof(FilmAward.Result));
        table.HasOne<Film>().WithMany(f => f.Awards).HasForeignKey(a => a.FilmId).OnDelete(DeleteBehavior.Cascade);
    }
}
