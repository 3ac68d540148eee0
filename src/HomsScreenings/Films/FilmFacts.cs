using System.Linq.Expressions;

namespace HomsScreenings.Films;

/// <summary>A running time and who says so.</summary>
public sealed record RunningTimeLine(int Minutes, string? Cut, string? Source);

/// <summary>Where to watch a film at home.</summary>
public sealed record WatchOfferLine(string Provider, OfferKind Offer, string? Url, decimal? Price, string? Currency);

/// <summary>What is known of a still.</summary>
public sealed record StillLine(string Caption, string? Credit, string? AltText, string? Source, string? Url);

/// <summary>A person in a role.</summary>
public sealed record CreditLine(string Role, string Slug, string Name)
{
    public static readonly Expression<Func<Credit, CreditLine>> Of = c => new CreditLine(c.Role, c.Person.Slug, c.Person.Name);
}

/// <summary>What a film's page says of it, but for its credits and screenings, which are lists of their own.</summary>
public sealed record FilmFacts
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string? OriginalTitle { get; init; }
    public required string? OriginalTitleLanguage { get; init; }
    public required int? ReleaseYear { get; init; }
    public required FilmKind Kind { get; init; }
    public required List<string> Countries { get; init; }
    public required List<string> Languages { get; init; }
    public required List<string> Subtitles { get; init; }
    public required string? Format { get; init; }
    public required string? Synopsis { get; init; }
    public required string? ContentNotes { get; init; }
    public required string? Notes { get; init; }
    public required List<RunningTimeLine> RunningTimes { get; init; }
    public required List<WatchOfferLine> WatchOffers { get; init; }
    public required List<StillLine> Stills { get; init; }

    public static readonly Expression<Func<Film, FilmFacts>> Of = f => new FilmFacts
    {
        Id = f.Id,
        Slug = f.Slug,
        Title = f.Title,
        OriginalTitle = f.OriginalTitle,
        OriginalTitleLanguage = f.OriginalTitleLanguage,
        ReleaseYear = f.ReleaseYear,
        Kind = f.Kind,
        Countries = f.Countries,
        Languages = f.Languages,
        Subtitles = f.Subtitles,
        Format = f.Format,
        Synopsis = f.Synopsis,
        ContentNotes = f.ContentNotes,
        Notes = f.Notes,
        RunningTimes = f.RunningTimes.OrderBy(r => r.Position).Select(r => new RunningTimeLine(r.Minutes, r.Cut, r.Source)).ToList(),
        WatchOffers = f.WatchOffers.OrderBy(w => w.Position).Select(w => new WatchOfferLine(w.Provider, w.Offer, w.Url, w.Price, w.Currency)).ToList(),
        Stills = f.Stills.OrderBy(s => s.Position).Select(s => new StillLine(s.Caption, s.Credit, s.AltText, s.Source, s.Url)).ToList(),
    };
}
