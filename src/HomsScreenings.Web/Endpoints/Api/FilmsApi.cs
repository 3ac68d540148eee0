using System.ComponentModel;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.StructuredData;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints.Api;

[Description("How long it runs, and who says so.")]
sealed record ApiRunningTime(int Minutes, [property: Description("The name of the cut.")] string? Cut, string? Source);

[Description("A person in a role.")]
sealed record ApiCredit(string Role, ApiLink Person);

[Description("Where to watch it at home.")]
sealed record ApiWatchOffer(string Provider, [property: Description("stream, rent, buy or free.")]
string Offer, string? Url, ApiMoney? Price);

[Description("What a festival or another body gave it.")]
sealed record ApiAward([property: Description("The award, or the section.")] string? Name, string Festival, int? Year,
    [property: NamesOf(typeof(AwardResult))] string Result, string? Source, string? Url);

[Description("A sentence of the press, word for word.")]
sealed record ApiQuote(string Text, [property: Description("BCP 47.")] string Language, string? Author, string? Publication,
    string? Date, string? Url);

[Description("From what age on it may be seen, says a board.")]
sealed record ApiAgeRating([property: Description("ISO 3166-1 alpha-2.")] string Country, string Board, string Rating);

/// <summary>A film as the API tells it.</summary>
[Description("A film. What is not known is null or empty.")]
sealed record ApiFilm : IListed
{
    [JsonIgnore]
    public int Id { get; init; }
    public required string Slug { get; init; }
    [JsonIgnore]
    public LocalizedTitle Names { get; init; } = null!;
    public string Title => Names.First;
    [Description("BCP 47.")]
    public string TitleLanguage => Names.FirstLanguage ?? Language.Current.Tag;
    [Description(ApiWords.OriginalTitle)]
    public string? OriginalTitle => Names.OtherIsOriginal ? Names.Other : null;
    [Description("BCP 47.")]
    public string? OriginalTitleLanguage => Names.OtherIsOriginal ? Names.OtherLanguage : null;
    public required int? ReleaseYear { get; init; }
    [NamesOf(typeof(FilmKind))]
    public required string Kind { get; init; }
    [Description("Of production, ISO 3166-1 alpha-2.")]
    public required IReadOnlyList<string> Countries { get; init; }
    [Description("Spoken in it, BCP 47.")]
    public required IReadOnlyList<string> Languages { get; init; }
    [Description("Known to be had, BCP 47.")]
    public required IReadOnlyList<string> Subtitles { get; init; }
    public required string? Format { get; init; }
    [JsonIgnore]
    public LocalizedText? SynopsisText { get; init; }
    [JsonIgnore]
    public LocalizedText? ContentNotesText { get; init; }
    [Description("Markdown.")]
    public string? Synopsis => SynopsisText?.Text;
    [Description("What an audience should know before.")]
    public string? ContentNotes => ContentNotesText?.Text;
    [Description("Of the synopsis, or of the content notes where there is none, BCP 47.")]
    public string? TextLanguage => ApiWords.LanguageOf(SynopsisText ?? ContentNotesText);
    [Description("The first is the one reckoned with.")]
    public required IReadOnlyList<ApiRunningTime> RunningTimes { get; init; }
    public required IReadOnlyList<ApiCredit> Credits { get; init; }
    public required IReadOnlyList<ApiWatchOffer> WatchOffers { get; init; }
    [Description("Where the trailer can be seen.")]
    public required string? TrailerUrl { get; init; }
    [Description("Of the trailer, BCP 47.")]
    public required IReadOnlyList<string> TrailerCaptions { get; init; }
    [Description("The film's own site.")]
    public required string? Website { get; init; }
    [Description("Where else it is told of.")]
    public required IReadOnlyList<string> Links { get; init; }
    public required IReadOnlyList<ApiAward> Awards { get; init; }
    public required IReadOnlyList<ApiQuote> Quotes { get; init; }
    [JsonIgnore]
    public List<AgeRating> Ratings { get; init; } = [];
    public IReadOnlyList<ApiAgeRating> AgeRatings => [.. Ratings.Select(r => new ApiAgeRating(r.Country, r.Board, r.Rating))];
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }
    [Description("A calendar of its screenings.")]
    public required string IcsUrl { get; init; }
    public required string ImageUrl { get; init; }

    public static Expression<Func<Film, ApiFilm>> Of(SiteLinks links)
    {
        var pages = links.Page("");
        return f => new ApiFilm
        {
            Id = f.Id,
            Slug = f.Slug,
            Names = f.NamesIn(Language.Current.Tag),
            ReleaseYear = f.ReleaseYear,
            Kind = ApiWords.Name(f.Kind),
            Countries = f.Countries,
            Languages = f.Languages,
            Subtitles = f.Subtitles,
            Format = f.Format,
            SynopsisText = LocalizedText.Of(f.Translations.In(Language.Current.Tag, w => w.Synopsis), f.Synopsis, f.TextLanguage),
            ContentNotesText = LocalizedText.Of(
                f.Translations.In(Language.Current.Tag, w => w.ContentNotes), f.ContentNotes, f.TextLanguage),
            RunningTimes = f.RunningTimes.OrderBy(r => r.Position).Select(r => new ApiRunningTime(r.Minutes, r.Cut, r.Source)).ToList(),
            Credits = f.Credits.OrderBy(c => c.Position).ThenBy(c => c.Id)
                .Select(c => new ApiCredit(c.Role, new ApiLink(
                    c.Person.Slug, c.Person.NameIn(Language.Current.Tag), pages + "/people/" + c.Person.Slug))).ToList(),
            WatchOffers = f.WatchOffers.OrderBy(w => w.Position)
                .Select(w => new ApiWatchOffer(w.Provider, ApiWords.Name(w.Offer), w.Url, ApiMoney.Of(w.Price, w.Currency))).ToList(),
            TrailerUrl = f.TrailerUrl,
            TrailerCaptions = f.TrailerCaptions,
            Website = f.Website,
            Links = f.Links,
            Awards = f.Awards.OrderBy(a => a.Position)
                .Select(a => new ApiAward(a.Name, a.Festival, a.Year, ApiWords.Name(a.Result), a.Source, a.Url)).ToList(),
            Quotes = f.Quotes.OrderBy(q => q.Position)
                .Select(q => new ApiQuote(q.Text, q.Language, q.Author, q.Publication, EventTimes.Format(q.Date), q.Url)).ToList(),
            Ratings = f.AgeRatings,
            ChangedAt = InstantPattern.General.Format(f.ChangedAt),
            Url = pages + "/films/" + f.Slug,
            IcsUrl = pages + "/films/" + f.Slug + ".ics",
            ImageUrl = pages + "/films/" + f.Slug + "/share.jpg",
        };
    }
}

static class FilmsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/films", ApiEndpoints.GetAndHead, ListAsync)
            .IsList<ApiFilm>(
                "films", "Films", "All of them; with filters those of which a screening matches. In the order in which they were entered.");
        api.MapMethods("/films/{slug}", ApiEndpoints.GetAndHead, OneAsync).IsOne<ApiFilm>("films", "One film");
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (query, wrong) = await request.ReadAsync();
        if (query is null) return wrong!;
        var published = request.Db.Films.Published();
        var films = query.AsksForAll ? published
            : published.Where(f => query.Screenings.Any(s => s.Films.Any(x => x.FilmId == f.Id)));
        return await request.PageAsync(query, films, ApiFilm.Of(request.Links));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request)
    {
        var published = request.Db.Films.Published();
        return await published.WithSlug(slug).AsSplitQuery().Select(ApiFilm.Of(request.Links))
            .SingleOrDefaultAsync(request.Cancel) is { } film
            ? Results.Json(film) : await request.MissingAsync(published, slug);
    }
}
