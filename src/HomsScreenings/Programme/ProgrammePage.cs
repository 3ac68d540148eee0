using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Storage;

namespace HomsScreenings.Programme;

/// <summary>
/// One page of the programme. Where the past is asked for without a first day, what is over follows what comes, the
/// latest first; with a first day it is all one row of days.
/// </summary>
public sealed record ProgrammePage(IReadOnlyList<ScreeningCard> Screenings, IReadOnlyList<ScreeningCard> Past, int Total)
{
    public static ProgrammePage Empty { get; } = new([], [], 0);

    public bool IsEmpty => Screenings.Count + Past.Count == 0;

    /// <summary>Finds it: in three statements at most.</summary>
    /// <param name="skip">How many stand on the pages before.</param>
    /// <param name="size">How many a page has.</param>
    public static async Task<ProgrammePage> FindAsync(ScreeningsDb db,
        ProgrammeFinder finder, int skip, int size, CancellationToken cancellationToken)
    {
        var first = finder.Filter.From is not null ? finder.Matching : finder.Matching.Coming(finder.Now);
        var (firstTotal, coming) = first.Page(skip, size);
        var (total, past) = finder.Filter is { From: null, Past: true }
            ? PastPage(finder.Matching.Over(finder.Now), firstTotal, skip, size - coming.Count) : (firstTotal, []);
        if (total == 0) return Empty;
        var cards = await ProgrammeCards.OfAsync(db, finder.Snapshot, [.. coming, .. past], cancellationToken);
        var isPast = past.ToHashSet();
        return new([.. cards.Where(c => !isPast.Contains(c.Id))], [.. cards.Where(c => isPast.Contains(c.Id))], total);
    }

    static (int Total, List<int> Page) PastPage(SnapshotQuery over, int before, int skip, int room) =>
        (before + over.Count(), room > 0 ? over.LatestPage(Math.Max(0, skip - before), room) : []);
}
