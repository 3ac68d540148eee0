using HomsScreenings.Model;
using HomsScreenings.Text;

namespace HomsScreenings.Search;

/// <summary>Words as the index keeps them and as a search asks for them: in <see cref="SearchKey"/> form, of one length at most.</summary>
static class FindableWords
{
    const string Article = "ال";

    /// <summary>The distinct words of a text; an Arabic word with the article stands there without it too.</summary>
    public static IEnumerable<string> Of(params ReadOnlySpan<string?> texts) =>
        Split(SearchKey.Of(texts)).SelectMany(WithoutArticleToo).Distinct(StringComparer.Ordinal);

    /// <summary>The words of a search, at most eight.</summary>
    public static IReadOnlyList<string> OfQuery(string? query) =>
        [.. Split(string.Join(' ', SearchKey.Words(query))).Distinct(StringComparer.Ordinal)];

    /// <summary>The word, and what it is without its article where it has one.</summary>
    public static IEnumerable<string> WithoutArticleToo(string word) =>
        word.StartsWith(Article, StringComparison.Ordinal) && word.Length >= Article.Length + 3 ? [word, word[Article.Length..]] : [word];

    // A pictogram is no word: the halves of its code are neither letters nor digits.
    static IEnumerable<string> Split(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsLetterOrDigit)).Select(word => word.CutTo(KnownWord.MaxLength));
}
