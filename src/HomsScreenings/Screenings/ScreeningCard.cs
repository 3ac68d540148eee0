using System.Linq.Expressions;
using HomsScreenings.Films;
using HomsScreenings.Series;
using HomsScreenings.Venues;
using NodaTime;

namespace HomsScreenings.Screenings;

/// <summary>A film as a line of the programme names it.</summary>
public sealed record FilmLine(string Slug, string Title, string? OriginalTitle, string? OriginalTitleLanguage, FilmKind Kind, List<string> Languages);

/// <summary>A person as a line of the programme names them.</summary>
public sealed record PersonLine(string Slug, string Name);

/// <summary>One line of the programme: what lists, calendars and feeds show of a screening, and no column more.</summary>
public sealed record ScreeningCard
{
    public required int Id { get; init; }
    public required string Uid { get; init; }
    public required string Slug { get; init; }
    public required string? Title { get; init; }
    public required string? PremiereNote { get; init; }
    public required List<FilmLine> Films { get; init; }
    public required List<PersonLine> Speakers { get; init; }

    public required LocalDate? Date { get; init; }
    public required LocalTime? Time { get; init; }
    public required string? TimeZone { get; init; }
    public required Instant? StartsAt { get; init; }
    public required Instant? EndsAt { get; init; }
    public required LocalDate? ProgrammeDate { get; init; }
    public required int? DoorsMinutes { get; init; }
    public required int? TalkMinutes { get; init; }

    public required string? VenueSlug { get; init; }
    public required string? VenueName { get; init; }
    public required string? RoomName { get; init; }
    public required string? Address { get; init; }
    public required string? PostalCode { get; init; }
    public required string? Area { get; init; }
    public required string? City { get; init; }
    public required string? Region { get; init; }
    public required string? Country { get; init; }
    public required double? Latitude { get; init; }
    public required double? Longitude { get; init; }

    /// <summary>Degrees north, where it is or at least its town: to tell how far it is, not to find the door.</summary>
    public double? AboutLatitude { get; init; }
    /// <summary>Degrees east, as exact as <see cref="AboutLatitude"/>.</summary>
    public double? AboutLongitude { get; init; }

    public required ScreeningStatus Status { get; init; }
    public required string? StatusReason { get; init; }
    public required LocalDate? PreviousDate { get; init; }
    public required LocalTime? PreviousTime { get; init; }
    public required string? OnlineUrl { get; init; }

    public required Admission Admission { get; init; }
    public required decimal? PriceFrom { get; init; }
    public required decimal? PriceTo { get; init; }
    public required string? Currency { get; init; }
    public required string? BookingUrl { get; init; }

    public required List<string> Languages { get; init; }
    public required List<string> Subtitles { get; init; }
    public required Known StepFree { get; init; }
    public required Known HearingLoop { get; init; }
    public required bool Captions { get; init; }
    public required bool AudioDescription { get; init; }
    public required bool SignLanguage { get; init; }
    public required bool Relaxed { get; init; }

    public required string? SeriesSlug { get; init; }
    public required string? SeriesTitle { get; init; }
    public required SeriesKind? SeriesKind { get; init; }
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required bool IsSample { get; init; }
    /// <summary>With the next two, what tells whether a screening without a date is over.</summary>
    public int? Attendance { get; init; }
    public LocalDate? SeriesEnds { get; init; }
    public int? SeriesYear { get; init; }

    public required int Sequence { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant? PublishedAt { get; init; }
    public required Instant ChangedAt { get; init; }
    public required Instant? VenueChangedAt { get; init; }
    public required Instant? FilmsChangedAt { get; init; }

    /// <summary>Its own title, or the films' joined.</summary>
    public string Heading => Title ?? string.Join(" + ", Films.Select(f => f.Title));

    /// <summary>When anything that this line shows was last changed.</summary>
    public Instant LastChanged => new[] { ChangedAt, VenueChangedAt, FilmsChangedAt }.Max() ?? ChangedAt;

    public bool IsOn => Status is not (ScreeningStatus.Draft or ScreeningStatus.Cancelled or ScreeningStatus.Postponed);

    /// <summary>Whether it is over, by the same rule as <see cref="ScreeningQueries"/> has it.</summary>
    public bool IsOver(Instant now)
    {
        if (EndsAt is { } end) return end <= now;
        var today = now.InUtc().Date;
        return Attendance is not null || SeriesEnds < today || SeriesYear < today.Year;
    }

    public static readonly Expression<Func<Screening, ScreeningCard>> Of = s => new ScreeningCard
    {
        Id = s.Id,
        Uid = s.Uid,
        Slug = s.Slug,
        Title = s.Title,
        PremiereNote = s.PremiereNote,
        Films = s.Films.OrderBy(f => f.Position)
            .Select(f => new FilmLine(f.Film.Slug, f.Film.Title, f.Film.OriginalTitle, f.Film.OriginalTitleLanguage, f.Film.Kind, f.Film.Languages)).ToList(),
        Speakers = s.Speakers.OrderBy(p => p.Position).Select(p => new PersonLine(p.Person.Slug, p.Person.Name)).ToList(),
        Date = s.Date,
        Time = s.Time,
        TimeZone = s.TimeZone,
        StartsAt = s.StartsAt,
        EndsAt = s.EndsAt,
        ProgrammeDate = s.ProgrammeDate,
        DoorsMinutes = s.DoorsMinutes,
        TalkMinutes = s.TalkMinutes,
        VenueSlug = s.Venue!.Slug,
        VenueName = s.Venue.Name,
        RoomName = s.Room!.Name,
        Address = s.Venue.Address,
        PostalCode = s.Venue.PostalCode,
        Area = s.Venue != null ? s.Venue.Area : s.Area,
        City = s.Venue != null ? s.Venue.City : s.City,
        Region = s.Venue != null ? s.Venue.Region : s.Region,
        Country = s.Venue != null ? s.Venue.Country : s.Country,
        Latitude = s.Venue!.Latitude,
        Longitude = s.Venue.Longitude,
        AboutLatitude = s.Latitude,
        AboutLongitude = s.Longitude,
        Status = s.Status,
        StatusReason = s.StatusReason,
        PreviousDate = s.PreviousDate,
        PreviousTime = s.PreviousTime,
        OnlineUrl = s.OnlineUrl,
        Admission = s.Admission,
        PriceFrom = s.PriceFrom,
        PriceTo = s.PriceTo,
        Currency = s.Currency,
        BookingUrl = s.BookingUrl,
        Languages = s.Languages,
        Subtitles = s.Subtitles,
        StepFree = s.Venue != null ? s.Venue.StepFree : Known.Unknown,
        HearingLoop = s.Venue != null ? s.Venue.HearingLoop : Known.Unknown,
        Captions = s.Captions,
        AudioDescription = s.AudioDescription,
        SignLanguage = s.SignLanguage,
        Relaxed = s.Relaxed,
        SeriesSlug = s.Series!.Slug,
        SeriesTitle = s.Series.Title,
        SeriesKind = s.Series != null ? s.Series.Kind : null,
        OrganisationSlug = s.Organisation!.Slug,
        OrganisationName = s.Organisation.Name,
        IsSample = s.IsSample,
        Attendance = s.Attendance,
        SeriesEnds = s.Series != null ? s.Series.Ends : null,
        SeriesYear = s.Series != null ? s.Series.Year : null,
        Sequence = s.Sequence,
        CreatedAt = s.CreatedAt,
        PublishedAt = s.PublishedAt,
        ChangedAt = s.ChangedAt,
        VenueChangedAt = s.Venue != null ? s.Venue.ChangedAt : null,
        FilmsChangedAt = s.Films.Max(f => (Instant?)f.Film.ChangedAt),
    };
}
