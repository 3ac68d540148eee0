using System.Globalization;

namespace HomsScreenings.Search;

/// <summary>
/// A search as it is put to the database: every word, or a word that it may have been meant to be, must begin one that is there.
/// </summary>
/// <param name="Words">For each word of the search those of which one has to be there.</param>
/// <param name="Taken">Words taken for others that the programme does not have.</param>
/// <param name="Expressions">For each word one of <see cref="Storage.ScreeningsDb.ScreeningSearch"/>. The words are letters and digits
/// alone, so nothing in them commands.</param>
public sealed record SearchWords(IReadOnlyList<IReadOnlyList<string>> Words, IReadOnlyList<string> Taken, IReadOnlyList<string> Expressions)
{
    const string Or = " OR ";

    /// <summary>All words at once.</summary>
    public string Expression => string.Join(" AND ", Expressions);

    public static SearchWords Of(string query, Vocabulary vocabulary)
    {
        var taken = new List<string>();
        var typed = FindableWords.OfQuery(query);
        var words = typed.Select(Meant).ToList();
        return new(words, taken, [.. words.Select(forms => $"({string.Join(Or, forms.Select(Term))})")]);

        IReadOnlyList<string> Meant(string word, int at)
        {
            string[] forms = [.. FindableWords.WithoutArticleToo(word), .. WithNeighbour(at)];
            if (forms.Any(vocabulary.Knows) || vocabulary.Like(word) is not { Count: > 0 } like) return forms;
            taken.AddRange(like.Select(w => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(w)));
            return like;
        }

        // 'spider man' and 'spider-man' mean what is called 'Spiderman', too.
        IEnumerable<string> WithNeighbour(int at) =>
            new[] { at > 0 ? typed[at - 1] + typed[at] : "", at < typed.Count - 1 ? typed[at] + typed[at + 1] : "" }.Where(vocabulary.Has);

        // A word that begins no other is looked for as a whole, which takes the database a fraction of the time.
        string Term(string form) => vocabulary.BeginsAnother(form) ? form + '*' : form;
    }

    /// <summary>
    /// Whether these words, as <see cref="IndexedScreening.Words"/> has them, have one of those of an expression: as the databases say it.
    /// </summary>
    public static bool Has(string words, string expression)
    {
        var between = $" {words} ";
        return expression[1..^1].Split(Or)
            .Any(term => between.Contains(term.EndsWith('*') ? $" {term[..^1]}" : $" {term} ", StringComparison.Ordinal));
    }
}
