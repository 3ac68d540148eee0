using System.ComponentModel;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.StructuredData;
using HomsScreenings.Text.Languages;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints.Api;

[Description("How good its author finds it.")]
sealed record ApiRating(int Value, int Best);

[Description("What it is about.")]
sealed record ApiSubject([property: Description("As in the addresses of lists: films, people, series, screenings or venues.")] string Kind,
    string Slug, [property: Description("Null for a screening without a title of its own.")] string? Name, string Url);

[Description("Where it first appeared, as far as known.")]
sealed record ApiOrigin(string? Publication, string? Issue, string? Date, [property: Description("Where all of it stands.")] string? Url);

[Description("What only the answer about one entry has.")]
sealed record ApiEntryDetails(
    [property: Description("Markdown; an excerpt where all of it stands elsewhere. A line such as '![](2)' is the place of a picture.")]
    string? Body,
    [property: Description("Of the body, BCP 47.")] string? BodyLanguage,
    [property: Description("What stands under all entries of its organisation.")] string? Disclaimer,
    IReadOnlyList<ApiSubject> About);

/// <summary>An entry of the journal as the API tells it.</summary>
[Description("A review, an article or news. What is not known is null or empty.")]
sealed record ApiEntry
{
    [JsonIgnore]
    public int Id { get; init; }
    public required string Slug { get; init; }
    [NamesOf(typeof(EntryKind))]
    public required string Kind { get; init; }
    [JsonIgnore]
    public LocalizedText? TitleText { get; init; }
    public string Title => TitleText!.Text;
    [Description("BCP 47.")]
    public string? TitleLanguage => ApiWords.LanguageOf(TitleText);
    [JsonIgnore]
    public LocalizedText? StandfirstText { get; init; }
    [Description("A sentence or two that say what it is about.")]
    public string? Standfirst => StandfirstText?.Text;
    [Description("Of these, BCP 47.")]
    public string? StandfirstLanguage => ApiWords.LanguageOf(StandfirstText);
    [Description("As it is signed.")]
    public string? AuthorName => Byline ?? Author?.Name;
    [Description("Who wrote it, where that is a person with a page here.")]
    public required ApiLink? Author { get; init; }
    [JsonIgnore]
    public string? Byline { get; init; }
    [Description("What the author does.")]
    public required string? AuthorNote { get; init; }
    public required ApiLink? Organisation { get; init; }
    public required ApiOrigin Origin { get; init; }
    [JsonIgnore]
    public int? RatingValue { get; init; }
    [JsonIgnore]
    public RatingScale RatingScale { get; init; }
    public ApiRating? Rating => RatingValue is { } value ? new(value, JournalEntry.BestOf(RatingScale)) : null;
    public required IReadOnlyList<string> Tags { get; init; }
    [JsonIgnore]
    public Instant Published { get; init; }
    [Description("When the public first saw it here.")]
    public string PublishedAt => InstantPattern.General.Format(Published);
    [Description("When it was last corrected with a note.")]
    public required string? CorrectedAt { get; init; }
    [Description("What was corrected.")]
    public required string? Correction { get; init; }
    [Description("Null in a list.")]
    public ApiEntryDetails? Details { get; init; }
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }
    public required string ImageUrl { get; init; }

    public static Expression<Func<JournalEntry, ApiEntry>> Of(SiteLinks links)
    {
        var pages = links.Page("");
        return e => new ApiEntry
        {
            Id = e.Id,
            Slug = e.Slug,
            Kind = ApiWords.Name(e.Kind),
            TitleText = e.TitleTextIn(Language.Current.Tag),
            StandfirstText = e.StandfirstIn(Language.Current.Tag),
            Author = e.Author == null || !e.Author.IsPublic ? null
                : new ApiLink(e.Author.Slug, e.Author.NameIn(Language.Current.Tag), pages + "/people/" + e.Author.Slug),
            Byline = e.Byline,
            AuthorNote = e.AuthorNote,
            Organisation = e.Organisation == null ? null : new ApiLink(
                e.Organisation.Slug, e.Organisation.NameIn(Language.Current.Tag), pages + "/organisations/" + e.Organisation.Slug),
            Origin = new ApiOrigin(e.Publication, e.Issue, EventTimes.Format(e.AppearedOn), e.OriginalUrl),
            RatingValue = e.Rating,
            RatingScale = e.RatingScale,
            Tags = e.Tags.OrderBy(t => t.Position).Select(t => t.Name).ToList(),
            Published = e.PublishedAt!.Value,
            CorrectedAt = e.CorrectedAt == null ? null : InstantPattern.General.Format(e.CorrectedAt.Value),
            Correction = e.Correction,
            ChangedAt = InstantPattern.General.Format(e.ChangedAt),
            Url = pages + "/journal/" + e.Slug,
            ImageUrl = pages + "/journal/" + e.Slug + "/share.jpg",
        };
    }

    /// <summary>The same with what only its own answer has.</summary>
    public ApiEntry With(EntryDetails facts, SiteLinks links) => this with
    {
        Details = new(facts.BodyText?.Text, ApiWords.LanguageOf(facts.BodyText), facts.DisclaimerText?.Text,
            [.. facts.Subjects.Select(s => new ApiSubject(s.Kind, s.Slug, s.Name, links.Page(s.Path)))]),
    };
}
