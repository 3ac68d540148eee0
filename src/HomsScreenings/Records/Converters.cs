using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace HomsScreenings.Records;

// NodaTime in the domain, the plain types that every provider can order in the database.

sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
    time => time.ToTimeOnly(),
    stored => LocalTime.FromTimeOnly(stored));

sealed class PictureFileConverter() : ValueConverter<PictureFile, string>(
    picture => picture.ToString(),
    stored => PictureFile.Parse(stored));

// A list of short codes (languages, countries) as one text, 'ar en': the same on every database.

sealed class CodesConverter() : ValueConverter<List<string>, string>(
    codes => string.Join(' ', codes),
    stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList());

sealed class CodesComparer() : ValueComparer<List<string>>(
    (one, other) => one!.SequenceEqual(other!),
    codes => string.Join(' ', codes).GetHashCode(StringComparison.Ordinal),
    codes => codes.ToList());

/// <summary>A list of codes in the form in which it is searched: each between blanks.</summary>
static class CodesKey
{
    public const int MaxLength = Lengths.Line * 2;

    /// <summary>As many as there is room for: where two lists are both as long as may be, the last code falls out.</summary>
    public static string OfThoseThatFit(IEnumerable<string> codes)
    {
        var key = Of(codes);
        return key.Length <= MaxLength ? key : key[..(key.LastIndexOf(' ', MaxLength - 1) + 1)];
    }

    public static string Of(IEnumerable<string> codes) => $" {string.Join(' ', codes)} ";

    public static string Word(string code) => $" {code} ";

    /// <summary>How those begin that are more exact: 'zh-Hant' is Chinese too (RFC 4647, 3.3.1).</summary>
    public static string Beginning(string code) => $" {code}-";
}
