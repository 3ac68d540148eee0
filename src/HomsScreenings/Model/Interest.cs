using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// Somebody registered interest: they would come to a film, or to a series, if it were shown near them, and want one email when it is.
/// </summary>
public sealed class Interest
{
    /// <summary>How many one address has.</summary>
    public const int MaxPerAddress = 10;

    /// <summary>How far somebody would travel, in kilometres: the choices, and what a form begins with.</summary>
    public static IReadOnlyList<int> Distances { get; } = [10, 25, 50, 100];
    public const int DefaultKm = 25;

    public int Id { get; private set; }
    /// <summary>What is waited for: a film or a series, exactly one of both.</summary>
    public int? FilmId { get; init; }
    public Film? Film { get; private set; }
    public int? SeriesId { get; init; }
    public ScreeningSeries? Series { get; private set; }
    public required string Email { get; init; }
    /// <summary>The address as it is compared: all in small letters.</summary>
    public required string EmailKey { get; init; }
    /// <summary>BCP 47 tag of the language in which it was asked for.</summary>
    public required string Language { get; init; }
    /// <summary>As the gazetteer calls it.</summary>
    public required string Town { get; init; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }
    /// <summary>The part of the country, as the gazetteer codes it.</summary>
    public required string Part { get; init; }
    /// <summary>Of the town; degrees north.</summary>
    public required double Latitude { get; init; }
    /// <summary>Of the town; degrees east.</summary>
    public required double Longitude { get; init; }
    /// <summary>How far they would travel, in kilometres.</summary>
    public required int Km { get; set; }
    public required Instant AskedAt { get; set; }
    /// <summary>When the owner of the address said yes; null as long as nobody did.</summary>
    public Instant? ConfirmedAt { get; set; }
    /// <summary>What was announced until then has been looked at; a full minute.</summary>
    public required Instant LookedUntil { get; set; }
    /// <summary>When they were told of a screening, with which it is over; null before.</summary>
    public Instant? ToldAt { get; set; }

    static readonly Rule<Func<Interest, bool>> WaitingRule = new(i => i.ConfirmedAt != null && i.ToldAt == null);

    /// <summary>Whether its owner said yes and has not been told of a screening yet.</summary>
    [Rule(nameof(WaitingRule))]
    public bool IsWaiting => WaitingRule.Run(this);

    /// <summary>What of the public pages counts it.</summary>
    public Area CountedIn => FilmId is { } film ? Area.InterestInFilm(film) : Area.InterestInSeries(SeriesId!.Value);
}

sealed class InterestConfiguration : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> table)
    {
        table.ToTable("Interests");
        table.Property(i => i.Email).HasMaxLength(Lengths.Line);
        table.Property(i => i.EmailKey).HasMaxLength(Lengths.Line);
        table.Property(i => i.Language).HasMaxLength(Lengths.Language);
        table.Property(i => i.Town).HasMaxLength(Lengths.Name);
        table.Property(i => i.Country).HasMaxLength(Lengths.Country);
        table.Property(i => i.Part).HasMaxLength(Lengths.Name);
        table.Ignore(i => i.CountedIn);
        table.Never("in_one_thing", "(\"FilmId\" IS NULL) = (\"SeriesId\" IS NULL)");
        table.HasOne(i => i.Film).WithMany().HasForeignKey(i => i.FilmId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(i => i.Series).WithMany().HasForeignKey(i => i.SeriesId).OnDelete(DeleteBehavior.Cascade);
        // What is null differs from everything, so each counts for its own kind alone.
        table.HasIndex(i => new { i.EmailKey, i.FilmId, i.Town, i.Country, i.Part, i.Latitude, i.Longitude }).IsUnique()
            .HasDatabaseName("IX_Interests_OfAddressInFilm");
        table.HasIndex(i => new { i.EmailKey, i.SeriesId, i.Town, i.Country, i.Part, i.Latitude, i.Longitude }).IsUnique()
            .HasDatabaseName("IX_Interests_OfAddressInSeries");
        const string waiting = "\"ConfirmedAt\" IS NOT NULL AND \"ToldAt\" IS NULL";
        // How many wait where is counted from these alone.
        table.HasIndex(i => new { i.FilmId, i.SeriesId, i.Town, i.Country, i.Part, i.Latitude, i.Longitude, i.ConfirmedAt, i.ToldAt })
            .HasFilter(waiting).HasDatabaseName("IX_Interests_Waiting");
        table.HasIndex(i => i.LookedUntil).HasFilter(waiting);
        table.HasIndex(i => new { i.ConfirmedAt, i.AskedAt });
        table.HasIndex(i => i.ToldAt);
        table.HasIndex(i => i.SeriesId);
    }
}
