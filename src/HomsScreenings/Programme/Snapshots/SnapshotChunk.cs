namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// Some hundred rows that follow one another in the order of the programme. It never changes: a save makes new chunks of
/// those few that it touches, and the others are shared by the old snapshot and the new.
/// </summary>
sealed class SnapshotChunk
{
    /// <summary>So few that making one anew takes microseconds.</summary>
    public const int Size = 1024;

    /// <param name="rows">At least one, in the order of the programme.</param>
    public SnapshotChunk(SnapshotRow[] rows)
    {
        Rows = rows;
        (FirstOverAt, LastOverAt) = (rows.Min(r => r.OverAt), rows.Max(r => r.OverAt));
    }

    public SnapshotRow[] Rows { get; }
    public long FirstOrder => Rows[0].Order;
    public long LastOrder => Rows[^1].Order;
    /// <summary>When the first of them is over.</summary>
    public long FirstOverAt { get; }
    /// <summary>When all of them are over.</summary>
    public long LastOverAt { get; }

    /// <summary>Chunks of these rows, in their order.</summary>
    public static IEnumerable<SnapshotChunk> Of(IEnumerable<SnapshotRow> rows) => rows.Chunk(Size).Select(some => new SnapshotChunk(some));
}
