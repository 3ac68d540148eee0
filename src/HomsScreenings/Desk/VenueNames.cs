using HomsScreenings.Text;

namespace HomsScreenings.Desk;

/// <summary>Whether two names are likely those of one venue: 'Phoenix Cinema' and 'The Phoenix'.</summary>
public static class VenueNames
{
    // What people add to a venue's name or leave away.
    static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "the", "a", "at", "in", "of", "and", "cinema", "cinemas",
        "theatre", "theatres", "theater", "theaters", "centre", "center", "kino", "سينما",
    };

    /// <param name="one">A venue's name.</param>
    /// <param name="other">The other's.</param>
    /// <param name="places">What both have in common, the town and perhaps its part: repeating it in the name says nothing.</param>
    public static bool NearlySame(string one, string other, params IReadOnlyList<string?> places)
    {
        var common = places.SelectMany(place => Words(SearchKey.Of(place))).ToHashSet(StringComparer.Ordinal);
        var (first, second) = (Core(one, common), Core(other, common));
        if (first.Order(StringComparer.Ordinal).SequenceEqual(second.Order(StringComparer.Ordinal))) return true;
        var (joined, otherJoined) = (string.Concat(first), string.Concat(second));
        return EditDistance.SameFigures(joined, otherJoined)
            && EditDistance.IsWithin(joined, otherJoined, SlipsAllowed(Math.Min(joined.Length, otherJoined.Length)));
    }

    // A short name is another name with one letter changed: 'Rio' and 'Ria'.
    static int SlipsAllowed(int length) => length switch { < 5 => 0, < 10 => 1, _ => 2 };

    // The words that tell it apart; where nothing is left ('The London Cinema' in London), all of them.
    static IReadOnlyList<string> Core(string name, HashSet<string> common)
    {
        var words = Words(SearchKey.Of(name));
        var own = words.Where(word => !Ordinary.Contains(word) && !common.Contains(word)).ToList();
        return own.Count > 0 ? own : words;
    }

    static string[] Words(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
