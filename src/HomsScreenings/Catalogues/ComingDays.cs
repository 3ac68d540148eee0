using HomsScreenings.Model;
using HomsScreenings.Programme.Snapshots;
using NodaTime;

namespace HomsScreenings.Catalogues;

/// <summary>
/// When films are shown next, people speak next and something is on at venues next: of what is announced and takes place, in one
/// pass over the programme in memory.
/// </summary>
sealed class ComingDays
{
    readonly Dictionary<int, LocalDate?> _films = [], _people = [], _venues = [];
    readonly HashSet<int> _speakers = [];

    public ComingDays(ProgrammeSnapshot snapshot, ScreeningLinks links, Instant now)
    {
        var (from, until) = (now.ToUnixTimeTicks(), long.MaxValue);
        SnapshotQuery.All(snapshot).ForEach((in row) =>
        {
            if (!links.On.Contains(row.Id)) return;
            var isOver = row.OverAt <= from;
            foreach (var person in links.Speakers.Of(row.Id))
            {
                _speakers.Add(person);
                if (!isOver) Note(_people, person, row);
            }
            if (isOver) return;
            foreach (var film in links.Films.Of(row.Id)) Note(_films, film, row);
            if (snapshot.Places[row.Place].Venue is > 0 and var venue) Note(_venues, venue, row);
            until = Math.Min(until, row.OverAt);
        });
        Until = until == long.MaxValue ? Instant.MaxValue : Instant.FromUnixTimeTicks(until);
    }

    /// <summary>From when something that is counted here is over.</summary>
    public Instant Until { get; }

    /// <summary>The next programme day of each film that has something to come; null where none has a date.</summary>
    public IReadOnlyDictionary<int, LocalDate?> Films => _films;

    /// <summary>The same of each person who speaks.</summary>
    public IReadOnlyDictionary<int, LocalDate?> People => _people;

    /// <summary>The same of each venue.</summary>
    public IReadOnlyDictionary<int, LocalDate?> Venues => _venues;

    /// <summary>Who has spoken at a screening, or will.</summary>
    public IReadOnlySet<int> Speakers => _speakers;

    // They come in the order of the programme, what has no date last: so the first is the next.
    static void Note(Dictionary<int, LocalDate?> days, int record, in SnapshotRow row)
    {
        if (!days.ContainsKey(record)) days[record] = row.Order == ProgrammeOrders.Undated ? null : ProgrammeOrders.DayOf(row.Order);
    }
}
