using HomsScreenings.Records;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Catalogues;

/// <summary>Where a catalogue comes from.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Stamps">The states of all kinds of records that its rows rest on.</param>
/// <param name="Read">Reads the rows in the language that is spoken.</param>
/// <param name="Now">An entry with what its screenings say of it; null where they say nothing, and none are read.</param>
sealed record CatalogueSource(string Kind, Func<ScreeningsDb, IQueryable<RecordsStamp>> Stamps,
    Func<ScreeningsDb, CancellationToken, Task<CatalogueRows>> Read, Func<CatalogueEntry, ComingDays, CatalogueEntry>? Now)
{
    /// <summary>
    /// Looks whether there is any record at all, so that nothing else is asked for where there is none; null where that is not worth
    /// knowing. It gives the empty rows, or null where there is one.
    /// </summary>
    public Func<ScreeningsDb, CancellationToken, Task<CatalogueRows?>>? WhenEmpty { get; init; }

    /// <summary>The order in which the list has them; that in which they were read where it is not another one.</summary>
    public Func<IEnumerable<CatalogueEntry>, IEnumerable<CatalogueEntry>> Order { get; init; } = entries => entries;
}

/// <summary>
/// The state of all records of one kind: no save of one of them or of its parts leaves it as it is, for each raises a version,
/// and numbers are not given again.
/// </summary>
sealed record RecordsStamp
{
    public required int Count { get; init; }
    public required int LastId { get; init; }
    public required long Versions { get; init; }
    public required Instant ChangedAt { get; init; }

    public static IQueryable<RecordsStamp> Of<T>(IQueryable<T> records) where T : class, IRecord =>
        records.GroupBy(_ => 1).Select(all => new RecordsStamp
        {
            Count = all.Count(),
            LastId = all.Max(r => r.Id),
            Versions = all.Sum(r => (long)r.Version),
            ChangedAt = all.Max(r => r.ChangedAt),
        });
}
