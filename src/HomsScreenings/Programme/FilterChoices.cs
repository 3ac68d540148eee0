using HomsScreenings.Places;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>What there is to choose from: the cities, countries and languages of a list of screenings, by name.</summary>
public sealed record FilterChoices(IReadOnlyList<string> Cities, IReadOnlyList<string> Countries, IReadOnlyList<string> Languages)
{
    const int Max = 2_000;

    public static FilterChoices None { get; } = new([], [], []);

    /// <summary>Those of what is public: worked out once a day and after each save.</summary>
    public static Task<FilterChoices> FindAsync(ScreeningsDb db, bool withPast, Instant now, CancellationToken cancellationToken) =>
        db.Memory.GetOrCreateAsync(withPast ? "choices, past too" : "choices", now.InUtc().Date, async () =>
        {
            var all = SnapshotQuery.All(await SnapshotStore.GetAsync(db, cancellationToken));
            return Of(withPast ? all : all.Coming(now));
        });

    readonly Lazy<Dictionary<string, string>> _spellings =
        new(() => Cities.ToDictionary(city => SearchKey.Of(city), StringComparer.Ordinal));

    /// <summary>
    /// The same filter with each city as it is spelt here, in whatever language it was asked for, so that what is one list has one
    /// address.
    /// </summary>
    public ScreeningFilter Spelt(ScreeningFilter filter) => filter.Cities.Count == 0 ? filter : filter with
    {
        Cities = [.. filter.Cities.Select(SpeltHere).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    /// <summary>The same for what shows no choices.</summary>
    public static async Task<ScreeningFilter> SpeltAsync(
        ScreeningsDb db, ScreeningFilter filter, Instant now, CancellationToken cancellationToken) =>
        filter.Cities.Count == 0 ? filter : (await FindAsync(db, withPast: true, now, cancellationToken)).Spelt(filter);

    string SpeltHere(string city) =>
        PlaceNames.KeysOf(city).Select(_spellings.Value.GetValueOrDefault).FirstOrDefault(spelling => spelling is not null) ?? city;

    // Of several spellings of a city that which most places have.
    static FilterChoices Of(SnapshotQuery query)
    {
        var (places, languages) = (new bool[query.Snapshot.Places.Length], new bool[query.Snapshot.Languages.Length]);
        query.ForEach((in row) => places[row.Place] = languages[row.Languages] = true);
        var there = query.Snapshot.Places.Where((_, i) => places[i]).ToList();
        return new(
            [.. there.Select(p => p.Town).OfType<string>().GroupBy(city => SearchKey.Of(city), StringComparer.Ordinal)
                .OrderBy(city => city.Key, StringComparer.Ordinal).Select(city => Commonest.Of(city)!).Take(Max)],
            [.. there.Select(p => p.Country).OfType<string>().Distinct(StringComparer.Ordinal)
                .OrderBy(CountryCodes.Name, StringComparer.Ordinal)],
            [.. query.Snapshot.Languages.Where((_, i) => languages[i]).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal).OrderBy(LanguageTags.Name, StringComparer.Ordinal)]);
    }
}
