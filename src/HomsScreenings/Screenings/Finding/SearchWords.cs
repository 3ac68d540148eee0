using System.Globalization;

namespace HomsScreenings.Screenings.Finding;

/// <summary>A search as it is put to the database: every word, or a word that it may have been meant to be, must begin one that is there.</summary>
/// <param name="Words">For each word of the search those of which one has to be there.</param>
/// <param name="Taken">Words taken for others that the programme does not have.</param>
public sealed record SearchWords(IReadOnlyList<IReadOnlyList<string>> Words, IReadOnlyList<string> Taken)
{
    public static SearchWords Of(string query, Vocabulary vocabulary)
    {
        var taken = new List<string>();
        return new([.. FindableWords.OfQuery(query).Select(Meant)], taken);

        IReadOnlyList<string> Meant(string word)
        {
            string[] forms = [.. FindableWords.WithoutArticleToo(word)];
            if (forms.Any(vocabulary.Knows) || vocabulary.Like(word) is not { Count: > 0 } like) return forms;
            taken.AddRange(like.Select(w => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(w)));
            return like;
        }
    }

    /// <summary>The expression of <see cref="Storage.ScreeningsDb.ScreeningSearch"/>. The words are letters and digits alone, so nothing in them commands.</summary>
    public string Expression => string.Join(" AND ", Words.Select(forms => $"({string.Join(" OR ", forms.Select(form => form + '*'))})"));
}
