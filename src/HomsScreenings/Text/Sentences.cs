namespace HomsScreenings.Text;

/// <summary>Where the sentences of a text end, as far as that can be told from its marks.</summary>
public static class Sentences
{
    // 'Dr. Jones', 'J. Smith', 'i. e.': a mark behind so few letters mostly ends no sentence.
    const int LettersOfAbbreviation = 2;

    /// <summary>Its first sentences.</summary>
    /// <param name="text">In one line.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="most">How many UTF-16 units at most; what is longer is cut at a word.</param>
    public static string First(string text, int count, int most)
    {
        var end = 0;
        for (var i = 0; i < text.Length && count > 0; i++)
            if (EndsAt(text, i)) (end, count) = (i + 1, count - 1);
        var first = count > 0 ? text : text[..end];
        if (first.Length <= most) return first;
        var cut = first.LastIndexOf(' ', most);
        return first[..(cut > 0 ? cut : most)].CutTo(most) + "…";
    }

    static bool EndsAt(string text, int at)
    {
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])) return false;
        var mark = at;
        while (mark > 0 && text[mark] is '"' or '”' or '’' or '\'' or ')' or '»') mark--;
        if (text[mark] is '!' or '?' or '؟' or '…' or '。') return true;
        if (text[mark] != '.') return false;
        var letters = 0;
        while (letters < mark && char.IsLetter(text[mark - 1 - letters])) letters++;
        return letters is 0 or > LettersOfAbbreviation;
    }
}
