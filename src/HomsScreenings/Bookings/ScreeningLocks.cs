namespace HomsScreenings.Bookings;

/// <summary>
/// Lets requests for seats of one screening go one after the other, within this process: the row of the
/// ledger decides, but to wait for it inside the database would take up a connection for everybody in the queue.
/// </summary>
/// <param name="lanes">How many may be at counters at once: one where the database has one writer.</param>
public sealed class ScreeningLocks(int lanes)
{
    readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, lanes).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> EnterAsync(int screeningId, CancellationToken cancellationToken)
    {
        var lane = _lanes[screeningId % _lanes.Length];
        await lane.WaitAsync(cancellationToken);
        return new Release(lane);
    }

    sealed class Release(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
