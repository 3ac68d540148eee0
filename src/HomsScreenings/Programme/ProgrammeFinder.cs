using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>What a filter leaves over of the public programme: which, how many, when and where, from memory.</summary>
public sealed class ProgrammeFinder
{
    readonly ProgrammeSnapshot _snapshot;
    readonly FilterTargets _targets;
    readonly FilterSets _sets;

    ProgrammeFinder(ProgrammeSnapshot snapshot, ScreeningFilter filter, FilterTargets targets, FilterSets sets, Instant now) =>
        (_snapshot, Filter, _targets, _sets, Now) = (snapshot, filter, targets, sets, now);

    public ScreeningFilter Filter { get; }

    /// <summary>The moment that parts what comes from what is over.</summary>
    public Instant Now { get; }

    /// <summary>
    /// Makes one: without a statement where nobody has saved since, but for one each for films, organisations and words
    /// that the filter names.
    /// </summary>
    public static async Task<ProgrammeFinder> OfAsync(ScreeningsDb db,
        ScreeningFilter filter, FilterTargets targets, Instant now, CancellationToken cancellationToken)
    {
        var snapshot = await SnapshotStore.GetAsync(db, cancellationToken);
        return new(snapshot, filter, targets, await FilterSets.FindAsync(db, snapshot, filter, targets, cancellationToken), now);
    }

    internal ProgrammeSnapshot Snapshot => _snapshot;

    /// <summary>All that matches, past and coming.</summary>
    internal SnapshotQuery Matching => new(_snapshot, Filter, _targets, _sets);

    /// <summary>What a filter shows, as far as being over matters: all of it, or what is coming.</summary>
    /// <param name="filter">This one, or a part of it.</param>
    internal SnapshotQuery Shown(ScreeningFilter filter)
    {
        var matching = new SnapshotQuery(_snapshot, filter, _targets, _sets);
        return filter.IncludesPast ? matching : matching.Coming(Now);
    }
}
