using System.Linq.Expressions;
using HomsScreenings.Films;
using HomsScreenings.Organisations;
using HomsScreenings.Venues;
using NodaTime;

namespace HomsScreenings.Screenings;

/// <summary>A film as its screening's page tells it.</summary>
public sealed record FilmShown
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string? OriginalTitle { get; init; }
    public required string? OriginalTitleLanguage { get; init; }
    public required FilmKind Kind { get; init; }
    public required int? ReleaseYear { get; init; }
    public required List<string> Countries { get; init; }
    public required List<string> Languages { get; init; }
    public required List<string> Subtitles { get; init; }
    public required string? Format { get; init; }
    public required List<PersonLine> Directors { get; init; }
    public required string? Synopsis { get; init; }
    public required string? ContentNotes { get; init; }
    /// <summary>The cut that is shown; null where nobody has chosen one.</summary>
    public required RunningTimeLine? Cut { get; init; }
    /// <summary>Every running time that is known, the one reckoned with first.</summary>
    public required List<RunningTimeLine> Known { get; init; }

    /// <summary>The cut that is shown, or else all that sources say.</summary>
    public IReadOnlyList<RunningTimeLine> RunningTimes => Cut is { } cut ? [cut] : Known;
}

/// <summary>What a screening's own page says beyond its <see cref="ScreeningCard"/>.</summary>
public sealed record ScreeningFacts
{
    public required string? Description { get; init; }
    public required List<FilmShown> Films { get; init; }
    public required int? IntroductionMinutes { get; init; }
    /// <summary>The end that was announced; null where it is worked out.</summary>
    public required LocalTime? EndTime { get; init; }
    /// <summary>Seats for this screening, or those of the room.</summary>
    public required int? Capacity { get; init; }
    public required int? Attendance { get; init; }
    public required bool AttendanceIsMinimum { get; init; }
    public required int? SeriesId { get; init; }
    public required LocalDate? SeriesStarts { get; init; }
    /// <summary>The instant that the former date and time stood for.</summary>
    public required Instant? PreviousStartsAt { get; init; }
    public required VenueAccess? VenueAccess { get; init; }
    public required string? Directions { get; init; }
    public required string? VenueWebsite { get; init; }
    public required string? OrganisationEmail { get; init; }
    public required List<PartnerLine> Partners { get; init; }

    /// <summary>Whether the end follows from what is known, and is no rule of thumb.</summary>
    public bool EndIsKnown => EndTime is not null || (Films.Count > 0 && Films.All(f => f.RunningTimes.Count > 0));

    public static readonly Expression<Func<Screening, ScreeningFacts>> Of = s => new ScreeningFacts
    {
        Description = s.Description,
        Films = s.Films.OrderBy(f => f.Position).Select(f => new FilmShown
        {
            Slug = f.Film.Slug,
            Title = f.Film.Title,
            OriginalTitle = f.Film.OriginalTitle,
            OriginalTitleLanguage = f.Film.OriginalTitleLanguage,
            Kind = f.Film.Kind,
            ReleaseYear = f.Film.ReleaseYear,
            Countries = f.Film.Countries,
            Languages = f.Film.Languages,
            Subtitles = f.Film.Subtitles,
            Format = f.Film.Format,
            Directors = f.Film.Credits.Where(c => c.Role == CreditRoles.Director).OrderBy(c => c.Position).Select(c => new PersonLine(c.Person.Slug, c.Person.Name)).ToList(),
            Synopsis = f.Film.Synopsis,
            ContentNotes = f.Film.ContentNotes,
            Cut = f.RunningTime == null ? null : new RunningTimeLine(f.RunningTime.Minutes, f.RunningTime.Cut, f.RunningTime.Source),
            Known = f.Film.RunningTimes.OrderBy(r => r.Position).Select(r => new RunningTimeLine(r.Minutes, r.Cut, r.Source)).ToList(),
        }).ToList(),
        IntroductionMinutes = s.IntroductionMinutes,
        EndTime = s.EndTime,
        Capacity = s.Capacity ?? s.Room!.Seats,
        Attendance = s.Attendance,
        AttendanceIsMinimum = s.AttendanceIsMinimum,
        SeriesId = s.SeriesId,
        SeriesStarts = s.Series != null ? s.Series.Starts : null,
        PreviousStartsAt = s.PreviousStartsAt,
        VenueAccess = s.Venue == null ? null
            : new VenueAccess(s.Venue.StepFree, s.Venue.HearingLoop, s.Venue.AccessibleToilet, s.Venue.WheelchairPlaces, s.Venue.AccessNotes),
        Directions = s.Venue!.Directions,
        VenueWebsite = s.Venue.Website,
        OrganisationEmail = s.Organisation!.PublicEmail,
        Partners = s.Series!.Partners.OrderBy(p => p.Position).Select(p => new PartnerLine(p.Organisation.Slug, p.Organisation.Name, p.Part)).ToList(),
    };
}
