using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.Records;

namespace HomsScreenings.Import;

/// <summary>Reads what a programme file tells of what became of a film in the world.</summary>
static class FilmReceptionReader
{
    public static IReadOnlyList<string> Links(FieldReader film)
    {
        List<string> links = [.. film.SecureUrls("links").Select(FilmLinks.Tidy).Distinct()];
        if (links.Count > FilmLinks.Max) film.Problem("links", $"There are too many; {FilmLinks.Max} are the most.");
        return links;
    }

    public static IReadOnlyList<AgeRating> AgeRatings(FieldReader film)
    {
        List<AgeRating> ratings = [.. film.Many("ageRatings", AgeRating).Distinct()];
        if (ratings.Count > Model.AgeRating.Max) film.Problem("ageRatings", $"There are too many; {Model.AgeRating.Max} are the most.");
        return ratings;
    }

    static AgeRating AgeRating(FieldReader rating) => new(rating.RequiredCountry("country"),
        rating.Required("board", Model.AgeRating.MaxLength), rating.Required("rating", Model.AgeRating.MaxLength));

    public static AwardEntry Award(FieldReader award) => new(award.Line("name", Lengths.Name), award.Required("festival"),
        award.Year("year"), award.RequiredOneOf<AwardResult>("result"), award.Line("source"), award.Url("url"));

    public static QuoteEntry Quote(FieldReader quote)
    {
        var read = new QuoteEntry(quote.Required("text", PressQuote.MaxLength), quote.Language("language"),
            quote.Line("author", Lengths.Name), quote.Line("publication", Lengths.Name), quote.Date("date"), quote.Url("url"));
        if (read is { Author: null, Publication: null }) quote.Problem("publication", "A quote needs its author or its publication.");
        return read;
    }
}
