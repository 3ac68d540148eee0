using HomsScreenings.Storage;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// Keeps the snapshot of the programme that this process works with. It is read whole once; after a save only the
/// screenings that the save touched are read again, whichever process saved.
/// </summary>
#pragma warning disable CA1001 // A semaphore that was never asked for its wait handle holds nothing that must be given back.
sealed class SnapshotStore(AreaVersion programme)
#pragma warning restore CA1001
{
    readonly SemaphoreSlim _reading = new(1);
    volatile ProgrammeSnapshot? _snapshot;

    /// <summary>The snapshot of the present version or a later one.</summary>
    public static Task<ProgrammeSnapshot> GetAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Memory.Store(programme => new SnapshotStore(programme)).CurrentAsync(db, cancellationToken);

    async Task<ProgrammeSnapshot> CurrentAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        if (_snapshot is { } known && known.Version >= programme.Number) return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var wanted = programme.Number;
            if (_snapshot is { } last && last.Version >= wanted) return last;
            var followed = _snapshot is { } former ? await SnapshotReader.FollowAsync(db, former, cancellationToken) : null;
            return _snapshot = followed ?? await SnapshotReader.ReadAsync(db, cancellationToken);
        }
        finally { _reading.Release(); }
    }
}
