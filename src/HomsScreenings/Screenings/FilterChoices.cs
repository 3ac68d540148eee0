using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Screenings;

/// <summary>What there is to choose from: the cities, countries and languages of a list of screenings, by name.</summary>
public sealed record FilterChoices(IReadOnlyList<string> Cities, IReadOnlyList<string> Countries, IReadOnlyList<string> Languages)
{
    const int Most = 2_000;

    public static FilterChoices None { get; } = new([], [], []);

    /// <summary>Finds them, in one statement.</summary>
    public static async Task<FilterChoices> FindAsync(IQueryable<Screening> screenings, CancellationToken cancel)
    {
        var found = await screenings.Select(s => new { City = s.Venue != null ? s.Venue.City : s.City, Country = s.Venue != null ? s.Venue.Country : s.Country, Languages = (string?)null })
            .Concat(screenings.Select(s => new { City = (string?)null, Country = (string?)null, Languages = (string?)s.LanguagesKey }))
            .Concat(screenings.SelectMany(s => s.Films).Select(f => new { City = (string?)null, Country = (string?)null, Languages = (string?)f.Film.LanguagesKey }))
            .Distinct().OrderBy(f => f.City).ThenBy(f => f.Country).ThenBy(f => f.Languages).Take(Most).ToListAsync(cancel);
        return new(
            [.. found.Select(f => f.City).OfType<string>().Distinct().OrderBy(city => SearchKey.Of(city), StringComparer.Ordinal)],
            [.. found.Select(f => f.Country).OfType<string>().Distinct().OrderBy(CountryCodes.Name, StringComparer.Ordinal)],
            [.. found.SelectMany(f => f.Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []).Distinct().OrderBy(LanguageTags.Name, StringComparer.Ordinal)]);
    }
}
