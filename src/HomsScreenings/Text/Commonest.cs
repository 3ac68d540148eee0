namespace HomsScreenings.Text;

/// <summary>Of several words that which stands there most often.</summary>
public static class Commonest
{
    /// <summary>The commonest word, and of equally common ones the first by its letters; null where there is none.</summary>
    public static string? Of(IEnumerable<string> words) => words.GroupBy(w => w, StringComparer.Ordinal)
        .OrderByDescending(w => w.Count()).ThenBy(w => w.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
}
