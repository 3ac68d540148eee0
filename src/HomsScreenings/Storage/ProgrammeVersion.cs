namespace HomsScreenings.Storage;

/// <summary>
/// The number of the programme's present state, as far as this process knows. Every save that a visitor could see
/// raises the one row in its own transaction; cached answers carry the stamp under which they were asked for, so
/// nothing stale can be served under a newer one. It only ever rises.
/// </summary>
public sealed class ProgrammeVersion
{
    long _current;

    public ProgrammeVersion() => Memory = new(this);

    /// <summary>What this process keeps as long as the stamp stands.</summary>
    internal ProgrammeMemoryCache Memory { get; }

    public long Current => Volatile.Read(ref _current);

    /// <summary>How other processes are told, inside the saving transaction; null where there is one process only.</summary>
    public Func<ScreeningsDb, long, CancellationToken, Task>? Announce { get; set; }

    /// <summary>A later state has been committed, here or elsewhere.</summary>
    public void Advance(long stamp)
    {
        var known = Current;
        while (stamp > known)
        {
            var before = Interlocked.CompareExchange(ref _current, stamp, known);
            if (before == known) return;
            known = before;
        }
    }
}

/// <summary>The one row that holds the stamp.</summary>
public sealed class ProgrammeVersionRow
{
    public const int OnlyId = 1;
    public int Id { get; init; } = OnlyId;
    public long Value { get; set; }
}
