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

    static FilterChoices Of(SnapshotQuery query)
    {
        var (places, languages) = (new bool[query.Snapshot.Places.Length], new bool[query.Snapshot.Languages.Length]);
        query.ForEach((in row) => places[row.Place] = languages[row.Languages] = true);
        var there = query.Snapshot.Places.Where((_, i) => places[i]).ToList();
        return new(
            [.. there.Select(p => p.Town).OfType<string>().Distinct(StringComparer.Ordinal)
                .OrderBy(city => SearchKey.Of(city), StringComparer.Ordinal).ThenBy(city => city, StringComparer.Ordinal).Take(Max)],
            [.. there.Select(p => p.Country).OfType<string>().Distinct(StringComparer.Ordinal)
                .OrderBy(CountryCodes.Name, StringComparer.Ordinal)],
            [.. query.Snapshot.Languages.Where((_, i) => languages[i]).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal).OrderBy(LanguageTags.Name, StringComparer.Ordinal)]);
    }
}
