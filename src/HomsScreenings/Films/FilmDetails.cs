using System.Linq.Expressions;
using HomsScreenings.Comments;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

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
    public static readonly Expression<Func<Credit, CreditLine>> Of = c =>
        new CreditLine(c.Role, c.Person.Slug, c.Person.NameIn(Language.Current.Tag));
}

/// <summary>What a film's page says of it, but for its credits and screenings, which are lists of their own.</summary>
public sealed record FilmDetails
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    /// <summary>How it is called in the language that is spoken, and otherwise.</summary>
    public required LocalizedTitle Names { get; init; }
    public string Title => Names.First;
    public string? TitleLanguage => Names.FirstLanguage;
    /// <summary>The other title, to be shown beneath; the one that its makers gave it where it does not lead.</summary>
    public string? OriginalTitle => Names.Other;
    public string? OriginalTitleLanguage => Names.OtherLanguage;
    public required int? ReleaseYear { get; init; }
    public required FilmKind Kind { get; init; }
    public required List<string> Countries { get; init; }
    public required List<string> Languages { get; init; }
    public required List<string> Subtitles { get; init; }
    public required string? Format { get; init; }
    public required LocalizedText? SynopsisText { get; init; }
    public string? Synopsis => SynopsisText?.Text;
    public string? SynopsisLanguage => SynopsisText?.OtherLanguage;
    public required LocalizedText? ContentNotesText { get; init; }
    public string? ContentNotes => ContentNotesText?.Text;
    public string? ContentNotesLanguage => ContentNotesText?.OtherLanguage;
    public required LocalizedText? NotesText { get; init; }
    public string? Notes => NotesText?.Text;
    public string? NotesLanguage => NotesText?.OtherLanguage;
    public required List<RunningTimeLine> RunningTimes { get; init; }
    public required List<WatchOfferLine> WatchOffers { get; init; }
    public required List<StillLine> Stills { get; init; }
    public required List<PictureLine> Pictures { get; init; }
    /// <summary>Whether its page says how many wait for it.</summary>
    public required bool ShowsInterest { get; init; }
    /// <summary>Null where it was never opened to comments.</summary>
    public required DiscussionLine? Discussion { get; init; }
    public required string? TrailerUrl { get; init; }
    public required List<string> TrailerCaptions { get; init; }
    public Trailer? Trailer => Trailer.Of(TrailerUrl, TrailerCaptions);
    /// <summary>The film's own site.</summary>
    public required string? Website { get; init; }
    /// <summary>Where else it is told of.</summary>
    public required List<string> Links { get; init; }
    public required List<AgeRating> AgeRatings { get; init; }

    public static readonly Expression<Func<Film, FilmDetails>> Of = f => new FilmDetails
    {
        Id = f.Id,
        Slug = f.Slug,
        Names = f.NamesIn(Language.Current.Tag),
        ReleaseYear = f.ReleaseYear,
        Kind = f.Kind,
        Countries = f.Countries,
        Languages = f.Languages,
        Subtitles = f.Subtitles,
        Format = f.Format,
        TrailerUrl = f.TrailerUrl,
        TrailerCaptions = f.TrailerCaptions,
        Website = f.Website,
        Links = f.Links,
        AgeRatings = f.AgeRatings,
        SynopsisText = LocalizedText.Of(f.Translations.In(Language.Current.Tag, w => w.Synopsis), f.Synopsis, f.TextLanguage),
        ContentNotesText = LocalizedText.Of(f.Translations.In(Language.Current.Tag, w => w.ContentNotes), f.ContentNotes, f.TextLanguage),
        NotesText = LocalizedText.Of(f.Translations.In(Language.Current.Tag, w => w.Notes), f.Notes, f.TextLanguage),
        RunningTimes = f.RunningTimes.OrderBy(r => r.Position).Select(r => new RunningTimeLine(r.Minutes, r.Cut, r.Source)).ToList(),
        WatchOffers = f.WatchOffers.OrderBy(w => w.Position)
            .Select(w => new WatchOfferLine(w.Provider, w.Offer, w.Url, w.Price, w.Currency)).ToList(),
        ShowsInterest = f.ShowsInterest,
        Pictures = f.Pictures.LinesIn(Language.Current.Tag),
        Discussion = DiscussionLine.Of(f.Discussion),
        Stills = f.Stills.OrderBy(s => s.Position).Select(s => new StillLine(s.Caption, s.Credit, s.AltText, s.Source, s.Url)).ToList(),
    };
}
