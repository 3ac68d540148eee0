using System.Collections.Concurrent;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// Cards that were read for one answer and serve the next: most answers show the same screenings, those that come next.
/// They go with the snapshot, and with the version of the seats that was current before they were read: whatever a save or
/// a booking changed of them, nobody sees an old one.
/// </summary>
sealed class KeptCards
{
    // About five megabytes: a page of a dense programme has hundreds.
    const int MaxKept = 2_500;

    readonly ConcurrentDictionary<(string Language, long Seats, int Id), ScreeningCard> _cards = [];

    /// <summary>Those of these that are kept, by their numbers.</summary>
    public Dictionary<int, ScreeningCard> Of(string language, long seats, IEnumerable<int> screenings)
    {
        var found = new Dictionary<int, ScreeningCard>();
        foreach (var id in screenings)
            if (_cards.TryGetValue((language, seats, id), out var card)) found[id] = card;
        return found;
    }

    public void Keep(string language, long seats, IEnumerable<ScreeningCard> cards)
    {
        if (_cards.Count >= MaxKept) _cards.Clear();
        foreach (var card in cards) _cards[(language, seats, card.Id)] = card;
    }
}
