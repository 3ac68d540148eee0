namespace HomsScreenings.Storage;

static class Parts
{
    /// <summary>
    /// Makes an ordered list of parts what it should be, and leaves it untouched where it already is, so that saving
    /// a form unchanged is no change.
    /// </summary>
    public static void SetParts<T, TValue>(this List<T> parts, IEnumerable<T> wanted, Action<T, int> number, Func<T, TValue> value)
    {
        var list = wanted.ToList();
        for (var i = 0; i < list.Count; i++) number(list[i], i);
        var now = parts.Select(value).ToHashSet();
        if (now.Count == list.Count && list.All(w => now.Contains(value(w)))) return;
        parts.Clear();
        parts.AddRange(list);
    }
}
