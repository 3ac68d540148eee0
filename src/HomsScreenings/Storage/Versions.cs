using System.Collections.Concurrent;
using HomsScreenings.Records;

namespace HomsScreenings.Storage;

/// <summary>
/// The number of each area's present state, as far as this process knows. Every save of what a visitor could see raises
/// the row of its area in its own transaction; cached answers carry the numbers that they were asked for under, so
/// nothing stale can be served under a newer one. A number only ever rises.
/// </summary>
public sealed class Versions
{
    /// <summary>How often every process looks whether another has raised one.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<Area, AreaVersion> _areas = [];

    public Versions() => Memory = new(Of(Area.Programme));

    /// <summary>What this process keeps as long as the programme stays what it is.</summary>
    internal ProgrammeMemoryCache Memory { get; }

    /// <summary>How other processes are told, inside the saving transaction; null where there is one process only.</summary>
    public Func<ScreeningsDb, Area, long, CancellationToken, Task>? Announce { get; init; }

    /// <summary>The version of an area, the same object for the life of the process; 0 until somebody saves something of it.</summary>
    public AreaVersion Of(Area area) => _areas.GetOrAdd(area, static _ => new AreaVersion());

    /// <summary>A later state of an area has been committed, here or elsewhere.</summary>
    public void Advance(Area area, long number) => Of(area).Advance(number);
}

/// <summary>The number of one area's present state.</summary>
public sealed class AreaVersion
{
    long _number;

    public long Number => Volatile.Read(ref _number);

    /// <summary>The present state, to be compared later.</summary>
    public SeenVersion See() => new(this, Number);

    internal void Advance(long number)
    {
        var known = Number;
        while (number > known)
        {
            var before = Interlocked.CompareExchange(ref _number, number, known);
            if (before == known) return;
            known = before;
        }
    }
}

/// <summary>What somebody saw of an area: its version, and the number that it had then.</summary>
public readonly record struct SeenVersion(AreaVersion Area, long Number)
{
    /// <summary>Whether nothing of the area was saved since.</summary>
    public bool IsCurrent => Area.Number == Number;
}
