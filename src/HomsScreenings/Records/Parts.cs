namespace HomsScreenings.Records;

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

    /// <summary>The same for wordings, which have no order; one that says nothing is none.</summary>
    /// <param name="own">The language of the record's own texts.</param>
    /// <exception cref="ArgumentException">One is in the language of the record's own texts.</exception>
    public static void SetTranslations<T, TValue>(this List<T> wordings, string own, IEnumerable<T> wanted, Func<T, TValue> value)
        where T : ITranslation
    {
        var list = wanted.Where(w => !w.IsEmpty).DistinctBy(w => w.Language).ToList();
        if (list.Any(w => w.Language == own)) throw new ArgumentException($"The record itself is written in '{own}'.", nameof(wanted));
        wordings.SetParts(list, (_, _) => { }, value);
    }
}
