namespace HomsScreenings.Text;

/// <summary>How far two short texts are from one another.</summary>
public static class EditDistance
{
    /// <summary>
    /// Whether there are at most so many slips between them; texts of very different lengths are not compared letter by letter.
    /// </summary>
    public static bool IsWithin(string one, string other, int most) =>
        Math.Abs(one.Length - other.Length) <= most && Between(one, other) <= most;

    /// <summary>
    /// The number of slips of the finger between them: a letter too many, too few or another, or two neighbours
    /// swapped (the optimal string alignment distance).
    /// </summary>
    public static int Between(string one, string other)
    {
        var (before, row) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var i = 1; i <= one.Length; i++)
        {
            var next = new int[other.Length + 1];
            next[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = row[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                next[j] = Math.Min(changed, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
            }
            (before, row) = (row, next);
        }
        return row[^1];
    }

    /// <summary>The same figures in the same order: 'Studio 1' is not 'Studio 2', however little they differ.</summary>
    public static bool SameFigures(string one, string other) => one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit));
}
