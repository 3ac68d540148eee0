using System.Linq.Expressions;
using HomsScreenings.Screenings;
using NodaTime;

namespace HomsScreenings.Films;

/// <summary>A film as the list of films shows it.</summary>
public sealed record FilmCard
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string? OriginalTitle { get; init; }
    public required string? OriginalTitleLanguage { get; init; }
    public required int? ReleaseYear { get; init; }
    public required FilmKind Kind { get; init; }
    public required List<PersonLine> Directors { get; init; }
    /// <summary>Its next programme day; null where none is announced.</summary>
    public required LocalDate? Next { get; init; }
    /// <summary>How many screenings of it are public, past ones too.</summary>
    public required int Screenings { get; init; }

    public static Expression<Func<Film, FilmCard>> Of(Instant now) => f => new FilmCard
    {
        Slug = f.Slug,
        Title = f.Title,
        OriginalTitle = f.OriginalTitle,
        OriginalTitleLanguage = f.OriginalTitleLanguage,
        ReleaseYear = f.ReleaseYear,
        Kind = f.Kind,
        Directors = f.Credits.Where(c => c.Role == CreditRoles.Director).OrderBy(c => c.Position)
            .Select(c => new PersonLine(c.Person.Slug, c.Person.Name)).ToList(),
        Next = f.Screenings.Where(s => s.Screening.PublishedAt != null && s.Screening.EndsAt > now
            && s.Screening.Status != ScreeningStatus.Cancelled && s.Screening.Status != ScreeningStatus.Postponed).Min(s => s.Screening.ProgrammeDate),
        Screenings = f.Screenings.Where(s => s.Screening.PublishedAt != null).Select(s => s.ScreeningId).Distinct().Count(),
    };
}
