using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>What there is to choose from: the cities, countries and languages of a list of screenings, by name.</summary>
public sealed record FilterChoices(IReadOnlyList<string> Cities, IReadOnlyList<string> Countries, IReadOnlyList<string> Languages)
{
    const int Max = 2_000;

    public static FilterChoices None { get; } = new([], [], []);

    /// <summary>Those of what is public: in one statement a day and after each save, and none between.</summary>
    public static Task<FilterChoices> FindAsync(ScreeningsDb db, bool withPast, Instant now, CancellationToken cancellationToken) =>
        db.Memory.GetOrCreateAsync(withPast ? "choices, past too" : "choices", now.InUtc().Date,
            () => FindAsync(withPast ? db.Screenings.Published() : db.Screenings.Published().Upcoming(now), cancellationToken));

    static async Task<FilterChoices> FindAsync(IQueryable<Screening> screenings, CancellationToken cancellationToken)
    {
        var found = await screenings.Select(s => new { City = s.Town, Country = s.TownCountry, Languages = (string?)null }).Distinct()
            .Concat(screenings.Select(s => new { City = (string?)null, Country = (string?)null, Languages = (string?)s.AllLanguages }).Distinct())
            .OrderBy(f => f.City).ThenBy(f => f.Country).ThenBy(f => f.Languages).Take(Max).ToListAsync(cancellationToken);
        return new(
            [.. found.Select(f => f.City).OfType<string>().Distinct().OrderBy(city => SearchKey.Of(city), StringComparer.Ordinal)],
            [.. found.Select(f => f.Country).OfType<string>().Distinct().OrderBy(CountryCodes.Name, StringComparer.Ordinal)],
            [.. found.SelectMany(f => f.Languages?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []).Distinct().OrderBy(LanguageTags.Name, StringComparer.Ordinal)]);
    }
}
