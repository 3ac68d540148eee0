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
    public static string Of(IEnumerable<string> codes) => $" {string.Join(' ', codes)} ";

    public static string Word(string code) => $" {code} ";
}
