using System.Text.Json.Serialization;
using System.Collections.ObjectModel;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>A screening in a programme file. Dates and times are those on the wall of the place.</summary>
public sealed record ScreeningEntry : IEntry
{
    /// <summary>Its iCalendar UID; without it a new one gets one, and one that is known keeps its own.</summary>
    public string? Uid { get; init; }
    public required string Slug { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<ShownFilmEntry> Films { get; init; } = [];
    public string? Series { get; init; }
    public string? Organisation { get; init; }
    public string? Venue { get; init; }
    public string? Room { get; init; }
    public string? Area { get; init; }
    public string? City { get; init; }
    public string? Region { get; init; }
    public string? Country { get; init; }
    public string? TimeZone { get; init; }
    public LocalDate? Date { get; init; }
    public LocalTime? Time { get; init; }
    public bool SecondTime { get; init; }
    public LocalTime? EndTime { get; init; }
    public int? DoorsMinutes { get; init; }
    public int? IntroductionMinutes { get; init; }
    public int? TalkMinutes { get; init; }
    /// <summary>Slugs of people.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Subtitles { get; init; } = [];
    public bool Captions { get; init; }
    public bool AudioDescription { get; init; }
    public bool SignLanguage { get; init; }
    public bool Relaxed { get; init; }
    public Admission Admission { get; init; }
    public PricesEntry? Prices { get; init; }
    /// <summary>
    /// Without it: elsewhere where there is an address for that; otherwise a new one says nothing of it, and one that is known stays as it
    /// stands.
    /// </summary>
    public BookingWay? Booking { get; init; }
    public string? BookingUrl { get; init; }
    /// <summary>By what rules the seats are given away here; what it leaves out is as usual.</summary>
    public SeatsEntry? Seats { get; init; }
    public string? PremiereNote { get; init; }
    public int? Capacity { get; init; }
    public string? Description { get; init; }
    /// <summary>Where it differs from the venue's rule.</summary>
    public Expectations? Expect { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, ScreeningTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, ScreeningTranslationEntry>.Empty;
    /// <summary>Without it a new one is a draft, and one that is known stays as it stands.</summary>
    public ScreeningStatus? Status { get; init; }
    public string? StatusReason { get; init; }
    public string? OnlineUrl { get; init; }
    public LocalDate? PreviousDate { get; init; }
    public LocalTime? PreviousTime { get; init; }
    public int? Sequence { get; init; }
    public Instant? CreatedAt { get; init; }
    /// <summary>When the public first saw it; without it, the moment of loading.</summary>
    public Instant? PublishedAt { get; init; }
    public AttendanceEntry? Attendance { get; init; }
    public bool Sample { get; init; }
}

/// <summary>A film that is shown; with a running time where it is not the one that the film is reckoned with.</summary>
public sealed record ShownFilmEntry(string Film, RunningTimeEntry? RunningTime);

public sealed record PricesEntry(decimal? From, decimal? To, string? Currency);

public sealed record AttendanceEntry(int Count, bool AtLeast);
