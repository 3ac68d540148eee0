using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

// The repeated rows of a film's form that tell what became of it in the world. An empty row is none; one that is half
// filled in says what it lacks.

/// <summary>One award, nomination or selection in the form.</summary>
public sealed class AwardRow : IValidatableObject
{
    [Display(Name = "Festival or body"), AtMost(Lengths.Name)]
    public string? Festival { get; set; }

    [Display(Name = "Award or section"), AtMost(Lengths.Name)]
    public string? Name { get; set; }

    public AwardResult Result { get; set; }

    [Year]
    public int? Year { get; set; }

    [Display(Name = "Who says so"), AtMost(Lengths.Line)]
    public string? Source { get; set; }

    [Display(Name = "Link"), DataType(DataType.Url), WebAddress]
    public string? Url { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Festival is null && ((Name ?? Source ?? Url) is not null || Year is not null))
            yield return new("Which festival or body gave it?", [nameof(Festival)]);
    }

    public static AwardRow Of(FilmAward award) => new()
    {
        Festival = award.Festival,
        Name = award.Name,
        Result = award.Result,
        Year = award.Year,
        Source = award.Source,
        Url = award.Url,
    };

    public FilmAward ToAward() =>
        new() { Festival = Festival!, Name = Name, Result = Result, Year = Year, Source = Source, Url = Url };
}

/// <summary>One sentence of the press in the form.</summary>
public sealed class QuoteRow : IValidatableObject
{
    [Display(Name = "Quote"), AtMost(PressQuote.MaxLength)]
    public string? Text { get; set; }

    [Display(Name = "Its language"), LanguageTag]
    public string? Language { get; set; }

    [Display(Name = "Who wrote it"), AtMost(Lengths.Name)]
    public string? Author { get; set; }

    [Display(Name = "In what"), AtMost(Lengths.Name)]
    public string? Publication { get; set; }

    [Day]
    public DateOnly? Date { get; set; }

    [Display(Name = "Link"), DataType(DataType.Url), WebAddress]
    public string? Url { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Text is null && ((Author ?? Publication ?? Url) is not null || Date is not null))
            yield return new("What did they write?", [nameof(Text)]);
        if (Text is not null && (Author ?? Publication) is null)
            yield return new("Who wrote it, or in what did it stand?", [nameof(Publication)]);
    }

    public static QuoteRow Of(PressQuote quote) => new()
    {
        Text = quote.Text,
        Language = quote.Language,
        Author = quote.Author,
        Publication = quote.Publication,
        Date = quote.Date?.ToDateOnly(),
        Url = quote.Url,
    };

    /// <param name="usual">The language of the film's texts, which is meant where none is given.</param>
    public PressQuote ToQuote(string usual) => new()
    {
        Text = Text!,
        Language = Language is { } tag ? LanguageTags.Tidy(tag) : usual,
        Author = Author,
        Publication = Publication,
        Date = Date is { } day ? LocalDate.FromDateOnly(day) : null,
        Url = Url,
    };
}

/// <summary>One link in the form.</summary>
public sealed class LinkRow
{
    [Display(Name = "Link"), DataType(DataType.Url), SecureWebAddress]
    public string? Url { get; set; }
}

/// <summary>One age rating in the form.</summary>
public sealed class AgeRatingRow : IValidatableObject
{
    [CountryCode]
    public string? Country { get; set; }

    [AtMost(AgeRating.MaxLength)]
    public string? Board { get; set; }

    [AtMost(AgeRating.MaxLength)]
    public string? Rating { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if ((Country ?? Board ?? Rating) is null) yield break;
        if (Country is null) yield return new("In which country does it hold?", [nameof(Country)]);
        if (Board is null) yield return new("Which board says so?", [nameof(Board)]);
        if (Rating is null) yield return new("How is it rated?", [nameof(Rating)]);
    }

    public static AgeRatingRow Of(AgeRating rating) => new() { Country = rating.Country, Board = rating.Board, Rating = rating.Rating };

    /// <summary>Null where a part of it is missing.</summary>
    public AgeRating? ToRating() => this is { Country: { } country, Board: { } board, Rating: { } rating }
        ? new(CountryCodes.Tidy(country), board, rating) : null;
}
