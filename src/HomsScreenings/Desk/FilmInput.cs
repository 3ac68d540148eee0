using System.ComponentModel.DataAnnotations;
using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A film as a person types it, with its credits.</summary>
public sealed class FilmInput : IVersionedInput, IValidatableObject
{
    [Required(ErrorMessage = "The film needs a title."), TitleText]
    public string? Title { get; set; }

    [Display(Name = "Original title"), TitleText]
    public string? OriginalTitle { get; set; }

    [Display(Name = "Its language"), LanguageTag]
    public string? OriginalTitleLanguage { get; set; }

    [Display(Name = "Year"), Year]
    public int? ReleaseYear { get; set; }

    public FilmKind Kind { get; set; }

    [CountryCodes]
    public string? Countries { get; set; }

    [Display(Name = "Spoken languages"), LanguageTags]
    public string? Languages { get; set; }

    [Display(Name = "Subtitles known"), LanguageTags]
    public string? Subtitles { get; set; }

    [AtMost(Lengths.Line)]
    public string? Format { get; set; }

    [Display(Name = "Trailer"), DataType(DataType.Url), SecureWebAddress]
    public string? TrailerUrl { get; set; }

    [Display(Name = "Captions of the trailer"), LanguageTags]
    public string? TrailerCaptions { get; set; }

    [Display(Name = "The film's own site"), DataType(DataType.Url), SecureWebAddress]
    public string? Website { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Synopsis { get; set; }

    [Display(Name = "What an audience should know before"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? ContentNotes { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Notes { get; set; }

    public List<RunningTimeRow> RunningTimes { get; set; } = [];
    public List<CreditRow> Credits { get; set; } = [];
    public List<WatchOfferRow> WatchOffers { get; set; } = [];
    public List<StillRow> Stills { get; set; } = [];
    public List<AwardRow> Awards { get; set; } = [];
    public List<QuoteRow> Quotes { get; set; } = [];
    public List<LinkRow> Links { get; set; } = [];
    public List<AgeRatingRow> AgeRatings { get; set; } = [];

    [Display(Name = "Show how many wait, in towns with five or more")]
    public bool ShowsInterest { get; set; }

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<FilmTranslationRow> Translations { get; set; } = [];

    [Display(Name = "Address on this site"), SlugText]
    public string? Slug { get; set; }

    /// <summary>The person has seen the films and people that it resembles.</summary>
    [Display(Name = "These are others")]
    public bool ConfirmedNew { get; set; }

    /// <summary>The version of the film from which the form was filled.</summary>
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (OriginalTitle is null && OriginalTitleLanguage is not null)
            yield return new("A language is given, but no title in it.", [nameof(OriginalTitleLanguage)]);
        if (TrailerUrl is null && TrailerCaptions is not null)
            yield return new("Captions are given, but no trailer.", [nameof(TrailerUrl)]);
        if (WantedLinks().Count > FilmLinks.Max) yield return new($"{FilmLinks.Max} links are the most.", [nameof(Links)]);
        if (WantedAgeRatings().Count > AgeRating.Max) yield return new($"{AgeRating.Max} age ratings are the most.", [nameof(AgeRatings)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    /// <param name="nameOf">How a person is told from others in the form.</param>
    public static FilmInput Of(Film film, Func<Credit, string> nameOf) => new()
    {
        Title = film.Title,
        OriginalTitle = film.OriginalTitle,
        OriginalTitleLanguage = film.OriginalTitleLanguage,
        ReleaseYear = film.ReleaseYear,
        Kind = film.Kind,
        Countries = Empty(Codes.Join(film.Countries)),
        Languages = Empty(Codes.Join(film.Languages)),
        Subtitles = Empty(Codes.Join(film.Subtitles)),
        Format = film.Format,
        Synopsis = film.Synopsis,
        ContentNotes = film.ContentNotes,
        Notes = film.Notes,
        ShowsInterest = film.ShowsInterest,
        RunningTimes = [
            .. film.RunningTimes.OrderBy(r => r.Position)
                .Select(r => new RunningTimeRow { Id = r.Id, Minutes = r.Minutes, Cut = r.Cut, Source = r.Source })],
        Credits = [.. film.Credits.OrderBy(c => c.Position).Select(c => new CreditRow { Role = c.Role, Person = nameOf(c) })],
        WatchOffers = [.. film.WatchOffers.OrderBy(w => w.Position).Select(WatchOfferRow.Of)],
        Stills = [.. film.Stills.OrderBy(s => s.Position).Select(StillRow.Of)],
        TrailerUrl = film.TrailerUrl,
        TrailerCaptions = Empty(Codes.Join(film.TrailerCaptions)),
        Website = film.Website,
        Awards = [.. film.Awards.OrderBy(a => a.Position).Select(AwardRow.Of)],
        Quotes = [.. film.Quotes.OrderBy(q => q.Position).Select(QuoteRow.Of)],
        Links = [.. film.Links.Select(url => new LinkRow { Url = url })],
        AgeRatings = [.. film.AgeRatings.Select(AgeRatingRow.Of)],
        TextLanguage = film.TextLanguage,
        Translations = [.. film.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(FilmTranslationRow.Of)],
        Slug = film.Slug,
        Version = film.Version,
    };

    /// <summary>A new film from a checked input; its credits are set apart, for they need the people.</summary>
    public Film ToFilm(string slug, int? organisationId)
    {
        var film = new Film { Slug = slug, Title = Title!, Kind = Kind, OrganisationId = organisationId };
        ApplyTo(film);
        return film;
    }

    /// <summary>Writes a draft that was found right into a film with all its parts loaded; credits are set apart.</summary>
    public void ApplyTo(Film film)
    {
        (film.Slug, film.Title, film.OriginalTitle) = (Slug ?? film.Slug, Title!, OriginalTitle);
        film.OriginalTitleLanguage = OriginalTitleLanguage is { } tag ? Text.LanguageTags.Tidy(tag) : null;
        (film.ReleaseYear, film.Kind, film.Format) = (ReleaseYear, Kind, Format);
        (film.Countries, film.Languages, film.Subtitles) = (Codes.Countries(Countries),
            Codes.Languages(Languages), Codes.Languages(Subtitles));
        (film.Synopsis, film.ContentNotes, film.Notes) = (Synopsis, ContentNotes, Notes);
        film.ShowsInterest = ShowsInterest;
        film.TextLanguage = TranslationRows.Tag(TextLanguage);
        film.SetTranslations(Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
        film.EditRunningTimes(WantedRunningTimes());
        film.SetWatchOffers(WatchOffers.Where(w => w.Provider is not null).Select(w => w.ToOffer()));
        film.SetStills(Stills.Where(s => s.Caption is not null).Select(s => s.ToStill()));
        (film.TrailerUrl, film.TrailerCaptions, film.Website) = (TrailerUrl, Codes.Languages(TrailerCaptions), Website);
        film.SetAwards(Awards.Where(a => a.Festival is not null).Select(a => a.ToAward()));
        film.SetQuotes(Quotes.Where(q => q.Text is not null).Select(q => q.ToQuote(film.TextLanguage)));
        (film.Links, film.AgeRatings) = (WantedLinks(), WantedAgeRatings());
    }

    List<string> WantedLinks() =>
        [.. Links.Select(l => l.Url).OfType<string>().Where(WebAddresses.IsOne).Select(FilmLinks.Tidy).Distinct()];

    List<AgeRating> WantedAgeRatings() => [.. AgeRatings.Select(r => r.ToRating()).OfType<AgeRating>().Distinct()];

    /// <summary>The running times that are filled in.</summary>
    public List<(int? Id, int Minutes, string? Cut, string? Source)> WantedRunningTimes() =>
        [.. RunningTimes.Where(r => r.Minutes is not null).Select(r => (r.Id, r.Minutes!.Value, r.Cut, r.Source))
            .DistinctBy(r => (r.Item2, r.Cut, r.Source))];

    static string? Empty(string text) => text.Length == 0 ? null : text;
}
