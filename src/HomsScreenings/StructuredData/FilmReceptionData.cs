using System.Text.Json.Nodes;
using HomsScreenings.Films;

namespace HomsScreenings.StructuredData;

/// <summary>What became of a film in the world, in the vocabulary of schema.org.</summary>
static class FilmReceptionData
{
    /// <summary>'Winner: Grand Jury Prize, Sundance Film Festival, 2014'.</summary>
    public static string Award(AwardLine award) => FilmWords.Label(award.Result)
        + (award.Name is null ? ": " : $": {award.Name}, ") + award.Festival
        + (award.Year is { } year ? FormattableString.Invariant($", {year}") : "");

    public static JsonNode? Review(QuoteLine quote) => Thing.Of("Review")
        .With("reviewBody", quote.Text).With("inLanguage", quote.Language).With("datePublished", EventTimes.Format(quote.Date))
        .With("author", quote.Author is { } author ? Thing.Of("Person").With("name", author) : Publication(quote))
        .With("publisher", quote.Author is null ? null : Publication(quote)).With("url", quote.Url);

    static JsonObject? Publication(QuoteLine quote) =>
        quote.Publication is { } name ? Thing.Of("Organization").With("name", name) : null;

    /// <summary>Pages elsewhere that are about a film or an organisation and nothing else, as far as can be told.</summary>
    public static IEnumerable<string> SameAs(string? website, IEnumerable<string> links) => website is null ? links : [website, .. links];
}
