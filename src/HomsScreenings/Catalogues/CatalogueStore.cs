using System.Collections.Concurrent;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Catalogues;

/// <summary>
/// Keeps the catalogues that this process works with, one for each kind of record and language. After a save of the programme
/// only the links of the screenings that it touched are read again, and the rows of a catalogue only where one of its own
/// records was saved; whoever comes meanwhile waits for it.
/// </summary>
#pragma warning disable CA1001 // A semaphore that was never asked for its wait handle holds nothing that must be given back.
sealed class CatalogueStore(AreaVersion programme)
#pragma warning restore CA1001
{
    readonly SemaphoreSlim _reading = new(1);
    readonly ConcurrentDictionary<(string Kind, string Language), Kept> _kept = [];
    readonly Dictionary<(string Kind, string Language), (IReadOnlyList<RecordsStamp> Stamps, CatalogueRows Rows)> _rows = [];
    ScreeningLinks _links = ScreeningLinks.None;
    (SeenVersion Seen, Instant At, ComingDays Days)? _days;

    sealed record Kept(SeenVersion Seen, Instant MadeAt, Instant Until, RecordCatalogue Catalogue)
    {
        public bool Holds(Instant now) => Seen.IsCurrent && IsWithin(MadeAt, now, Until);
    }

    /// <summary>The catalogue in the language that is spoken, of the present version or a later one.</summary>
    public static Task<RecordCatalogue> GetAsync(
        ScreeningsDb db, CatalogueSource source, Instant now, CancellationToken cancellationToken) =>
        db.Memory.Store(programme => new CatalogueStore(programme)).CurrentAsync(db, source, now, cancellationToken);

    async Task<RecordCatalogue> CurrentAsync(ScreeningsDb db, CatalogueSource source, Instant now, CancellationToken cancellationToken)
    {
        var key = (source.Kind, Language.Current.Tag);
        if (_kept.TryGetValue(key, out var known) && known.Holds(now)) return known.Catalogue;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_kept.TryGetValue(key, out var last) && last.Holds(now)) return last.Catalogue;
            var seen = programme.See(); // before the rows: what is kept is never older than it says
            var days = source.Now is null ? null : await DaysAsync(db, seen, now, cancellationToken);
            var rows = await RowsAsync(db, source, key, cancellationToken);
            var catalogue = new RecordCatalogue(rows, days is null ? rows.Entries
                : [.. source.Order(rows.Entries.Select(entry => source.Now!(entry, days)))]);
            _kept[key] = new(seen, now, days?.Until ?? Instant.MaxValue, catalogue);
            return catalogue;
        }
        finally { _reading.Release(); }
    }

    async Task<ComingDays> DaysAsync(ScreeningsDb db, SeenVersion seen, Instant now, CancellationToken cancellationToken)
    {
        if (_days is { } known && known.Seen == seen && IsWithin(known.At, now, known.Days.Until)) return known.Days;
        var snapshot = await SnapshotStore.GetAsync(db, cancellationToken);
        if (ReferenceEquals(_links, ScreeningLinks.None) || _links.Version < seen.Number)
            _links = await ScreeningLinksReader.ReadAsync(db, _links, cancellationToken);
        var days = new ComingDays(snapshot, _links, now);
        _days = (seen, now, days);
        return days;
    }

    async Task<CatalogueRows> RowsAsync(
        ScreeningsDb db, CatalogueSource source, (string, string) key, CancellationToken cancellationToken)
    {
        if (source.WhenEmpty is { } look && await look(db, cancellationToken) is { } empty) return empty;
        var stamps = await source.Stamps(db).ToListAsync(cancellationToken);
        if (_rows.TryGetValue(key, out var known) && known.Stamps.SequenceEqual(stamps)) return known.Rows;
        var rows = await source.Read(db, cancellationToken);
        _rows[key] = (stamps, rows);
        return rows;
    }

    // A clock that was set back may have counted as over what is to come.
    static bool IsWithin(Instant madeAt, Instant now, Instant until) => madeAt <= now && now < until;
}
