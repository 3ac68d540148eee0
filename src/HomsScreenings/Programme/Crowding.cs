using HomsScreenings.Model;
using HomsScreenings.Programme.Snapshots;

namespace HomsScreenings.Programme;

/// <summary>Whether a programme is so dense that one looks for a film or a venue in it first, and then for a time.</summary>
public static class Crowding
{
    /// <summary>How many screenings of a day one reads from the first to the last.</summary>
    public const int MaxToRead = 12;

    // What comes next says how dense it is; whoever looks further has taken a view already.
    const int MaxLookedAt = 1_000;

    /// <summary>
    /// Whether a day has more than one reads, or a venue shows a film twice on a day of the page: from memory, without a
    /// statement.
    /// </summary>
    /// <param name="shown">The screenings of the page; a month and a map have none, and only the days tell there.</param>
    public static bool IsCrowded(ProgrammeFinder finder, IEnumerable<ScreeningCard> shown) =>
        Rows(finder).GroupBy(r => ProgrammeOrders.DayNumber(r.Order)).Any(day => day.Count() > MaxToRead)
        || shown.SelectMany(s => s.Films, (s, f) => (s.Id, s.ProgrammeDate, s.VenueSlug, f.Slug)).Distinct()
            .GroupBy(s => (s.ProgrammeDate, s.VenueSlug, s.Slug))
            .Any(s => s.Key is { ProgrammeDate: not null, VenueSlug: not null } && s.Count() > 1);

    // Where nothing is to come, what was last.
    static List<SnapshotRow> Rows(ProgrammeFinder finder)
    {
        var matching = finder.Matching;
        var coming = (finder.Filter.From is not null ? matching : matching.Coming(finder.Now)).Dated().Take(MaxLookedAt).ToList();
        return coming.Count > 0 || !finder.Filter.Past ? coming
            : [.. matching.Over(finder.Now).DatedBackwards().Take(MaxLookedAt)];
    }
}
