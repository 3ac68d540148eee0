using HomsScreenings.Text;

namespace HomsScreenings.People;

/// <summary>Whether two names are likely those of one person: 'Ossama Al Homsi' and 'Osama Alhomsi'.</summary>
public static class PersonNames
{
    const int LongEnoughForASlip = 8;

    public static bool NearlySame(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        if (first.Order(StringComparer.Ordinal).SequenceEqual(second.Order(StringComparer.Ordinal))) return true;
        var (joined, otherJoined) = (string.Concat(first), string.Concat(second));
        return EditDistance.IsWithin(joined, otherJoined, Math.Min(joined.Length, otherJoined.Length) >= LongEnoughForASlip ? 1 : 0);
    }

    static string[] Words(string name) => SearchKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
