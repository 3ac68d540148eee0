using System.Numerics;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Search;

/// <summary>
/// The words that occur in what the public may see of the programme: by them a slip of the finger is told from a word. What
/// only a draft has is none of them, for a guess that is nearly right would be answered with it.
/// </summary>
public sealed class Vocabulary
{
    const int MinMendedLength = 4, LongWord = 8, MaxLike = 5;

    readonly string[] _words;
    readonly int[] _letters;

    /// <param name="words">In any order.</param>
    public Vocabulary(IEnumerable<string> words)
    {
        _words = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _letters = [.. _words.Select(Letters)];
    }

    /// <summary>Reads it, in one statement after each save and none between.</summary>
    public static Task<Vocabulary> OfAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Memory.GetOrCreateAsync("vocabulary",
            "", async () => new Vocabulary(await db.KnownWords.AsNoTracking().Select(w => w.Word).ToListAsync(cancellationToken)));

    /// <summary>Whether there is just this word.</summary>
    public bool Has(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) >= 0;

    /// <summary>Whether any word begins like that.</summary>
    public bool Knows(string beginning) => Has(beginning) || BeginsAnother(beginning);

    /// <summary>Whether any longer word begins like that.</summary>
    public bool BeginsAnother(string beginning)
    {
        var at = Array.BinarySearch(_words, beginning, StringComparer.Ordinal);
        var next = at >= 0 ? at + 1 : ~at;
        return next < _words.Length && _words[next].StartsWith(beginning, StringComparison.Ordinal);
    }

    /// <summary>The words that may have been meant: one slip away, from eight letters on two, and the nearest of these.</summary>
    public IReadOnlyList<string> Like(string word)
    {
        if (word.Length < MinMendedLength) return [];
        var (most, letters) = (word.Length < LongWord ? 1 : 2, Letters(word));
        var found = new List<(int Slips, string Word)>();
        for (var i = 0; i < _words.Length; i++)
        {
            // A slip takes one letter and brings one at most: a look at which letters there are spares most comparisons.
            if (Math.Abs(_words[i].Length - word.Length) > most || BitOperations.PopCount((uint)(_letters[i] ^ letters)) > 2 * most)
                continue;
            var slips = EditDistance.Between(word, _words[i]);
            if (slips <= most && EditDistance.SameFigures(word, _words[i])) found.Add((slips, _words[i]));
        }
        var fewest = found.Count == 0 ? 0 : found.Min(f => f.Slips);
        return [.. found.Where(f => f.Slips == fewest).Take(MaxLike).Select(f => f.Word)];
    }

    static int Letters(string word) => word.Aggregate(0, (letters, c) => letters | (1 << (c & 31)));
}
