using HomsScreenings.Model;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// All public screenings as they were at one version of the programme, in its order: which there are, how many, on what
/// day and where is answered from memory, in a pass over forty bytes for each. It never changes.
/// </summary>
sealed class ProgrammeSnapshot
{
    readonly IReadOnlyList<SnapshotChunk> _chunks;

    ProgrammeSnapshot(long version, IReadOnlyList<SnapshotChunk> chunks, SnapshotPlace[] places, string[] languages, SearchHits hits) =>
        (Version, _chunks, Places, Languages, Hits) = (version, chunks, places, languages, hits);

    /// <summary>The version of the programme of which it has every change; it may have later ones.</summary>
    public long Version { get; }

    /// <summary>In the order of the programme.</summary>
    public IReadOnlyList<SnapshotChunk> Chunks => _chunks;

    public SnapshotPlace[] Places { get; }

    /// <summary>The sets of languages that screenings have, in the form in which they are searched.</summary>
    public string[] Languages { get; }

    /// <summary>The screenings that have the words that were searched for lately.</summary>
    public SearchHits Hits { get; }

    /// <summary>Cards that were read at this version.</summary>
    public KeptCards Cards { get; } = new();

    /// <summary>What was read of films at this version.</summary>
    public KeptFilms Films { get; } = new();

    /// <summary>A snapshot of rows in the order of the programme.</summary>
    public static ProgrammeSnapshot Of(long version, IEnumerable<SnapshotRow> rows, SnapshotNames names) =>
        new(version, [.. SnapshotChunk.Of(rows)], names.Places, names.Languages, new SearchHits());

    /// <summary>The same with other rows for some screenings.</summary>
    /// <param name="version">The version that it is brought to.</param>
    /// <param name="changed">All screenings of which anything may have changed.</param>
    /// <param name="rows">Those of them that the public may see now.</param>
    /// <param name="hits">What has the words that were searched for, the changed ones included.</param>
    public ProgrammeSnapshot With(long version, IdSet changed, IEnumerable<SnapshotRow> rows, SnapshotNames names, SearchHits hits)
    {
        var added = rows.ToLookup(ChunkFor);
        var chunks = new List<SnapshotChunk>(_chunks.Count + 1);
        for (var i = 0; i < _chunks.Count; i++)
        {
            var chunk = _chunks[i];
            if (added.Contains(i) || chunk.Rows.Any(r => changed.Contains(r.Id)))
                chunks.AddRange(SnapshotChunk.Of(InOrder(chunk.Rows.Where(r => !changed.Contains(r.Id)).Concat(added[i]))));
            else chunks.Add(chunk);
        }
        if (_chunks.Count == 0) chunks.AddRange(SnapshotChunk.Of(InOrder(added[0])));
        return new(version, chunks, names.Places, names.Languages, hits);
    }

    static IEnumerable<SnapshotRow> InOrder(IEnumerable<SnapshotRow> rows) => rows.OrderBy(r => r.Order).ThenBy(r => r.Id);

    // The last chunk that does not begin after it.
    int ChunkFor(SnapshotRow row)
    {
        var (low, high) = (0, _chunks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (row.IsBefore(_chunks[middle].Rows[0])) high = middle - 1;
            else low = middle;
        }
        return low;
    }
}
