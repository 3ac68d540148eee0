using System.Buffers;
using System.Text;
using HomsScreenings.Model;
using HomsScreenings.Text;

namespace HomsScreenings.Search;

/// <summary>
/// Words as the index keeps them and as a search asks for them: in <see cref="SearchKey"/> form, of one length at most. What
/// is written without blanks between words (<see cref="UnspacedWords"/>) is kept in pieces.
/// </summary>
static class FindableWords
{
    const string Article = "ال";
    const int MaxQueryWords = 16, MaxJoinedLength = 30, MaxJoinedParts = 3;

    // Signs that some write within a word, and others leave out: 'Spider-Man', '3:10', 'WALL·E'.
    static readonly SearchValues<char> Joints = SearchValues.Create("-\u2010\u2011\u2013:·./");

    // 'and' stands in one title as a sign, in the next as a word, and is left out by whoever types in a hurry.
    static readonly HashSet<string> And = new(StringComparer.Ordinal) { "and", "und", "et" };

    /// <summary>
    /// The distinct words of a text; an Arabic word with the article stands there without it too, and one with a hyphen as one word too.
    /// </summary>
    public static IEnumerable<string> Of(params ReadOnlySpan<string?> texts)
    {
        var words = new List<string>(Split(SearchKey.Of(texts)));
        foreach (var text in texts) words.AddRange(Joined(text));
        return words.SelectMany(Forms).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The words of a search, at most sixteen.</summary>
    public static IReadOnlyList<string> OfQuery(string? query)
    {
        List<string> words = [.. Split(string.Join(' ', SearchKey.Words(query))).SelectMany(UnspacedWords.Asked)];
        var others = words.FindAll(word => !And.Contains(word));
        return [.. (others.Count > 0 ? others : words).Distinct(StringComparer.Ordinal).Take(MaxQueryWords)];
    }

    /// <summary>The word, and what it is without its article where it has one.</summary>
    public static IEnumerable<string> WithoutArticleToo(string word) =>
        word.StartsWith(Article, StringComparison.Ordinal) && word.Length >= Article.Length + 3 ? [word, word[Article.Length..]] : [word];

    /// <summary>An Arabic word with its article; null for words of other scripts, which have none that is a part of them.</summary>
    public static string? WithArticle(string word) => word is [>= '\u0600' and <= '\u06FF', ..] ? Article + word : null;

    static IEnumerable<string> Forms(string word) => UnspacedWords.Has(word) ? UnspacedWords.Kept(word) : WithoutArticleToo(Cut(word));

    static IEnumerable<string> Joined(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Joints)) return [];
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(token => token.Length <= MaxJoinedLength && token.AsSpan().ContainsAny(Joints))
            .Select(token => Split(SearchKey.Of(token)).ToList()).Where(parts => parts.Count is > 1 and <= MaxJoinedParts)
            .Select(parts => string.Concat(parts));
    }

    // A pictogram is no word: the halves of its code are neither letters nor digits.
    static IEnumerable<string> Split(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsLetterOrDigit));

    static string Cut(string word) => word.CutTo(KnownWord.MaxLength);
}

/// <summary>
/// What is written without blanks between words, as Chinese, Japanese and Thai are, or with several in one, as Korean: found
/// by any part of it. The index keeps its pieces of three characters from each character on, and a search asks for them all.
/// </summary>
static class UnspacedWords
{
    const int PieceLength = 3;

    /// <summary>Whether a word has something of such writing; one with a rare character (beyond U+FFFF) is kept as a whole.</summary>
    public static bool Has(string word) => word.Any(IsUnspaced) && !word.Any(char.IsSurrogate);

    /// <summary>What the index keeps of it.</summary>
    public static IEnumerable<string> Kept(string word)
    {
        var whole = Whole(word);
        return Enumerable.Range(0, whole.Length).Select(i => whole.Substring(i, Math.Min(PieceLength, whole.Length - i)))
            .Prepend(whole.CutTo(KnownWord.MaxLength));
    }

    /// <summary>What a search asks for, all of it; a word of other writing as it is.</summary>
    public static IEnumerable<string> Asked(string word)
    {
        if (!Has(word)) return [word.CutTo(KnownWord.MaxLength)];
        var whole = Whole(word);
        return whole.Length <= PieceLength ? [whole]
            : Enumerable.Range(0, whole.Length - PieceLength + 1).Select(i => whole.Substring(i, PieceLength));
    }

    // Korean syllables are one character each again, which a search key has taken apart.
    static string Whole(string word) => word.Normalize(NormalizationForm.FormC);

    // Thai, Lao, Burmese, Korean letters, Khmer, Japanese syllables, Han and Korean syllables.
    static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1100' and <= '\u11FF')
        or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF');
}
