namespace HomsScreenings.Text;

/// <summary>
/// The form in which names are put in order and found by their first letter: as <see cref="SearchKey"/> has them, which is
/// alphabetical in Latin and in Arabic letters, without the article with which a title begins, figures first and then the
/// letters of the language that is spoken.
/// </summary>
public static class SortKey
{
    /// <summary>Stands for all names that begin with a figure.</summary>
    public const string Figures = "0-9";

    /// <summary>Stands for all names that begin with none of the letters that can be asked for.</summary>
    public const string Others = "other";

    const string ArabicArticle = "ال";

    // Later scripts have thousands of signs; those up to Arabic have an alphabet.
    const char FirstArabic = '\u0600', LastArabic = '\u06FF';

    static readonly Dictionary<string, string[]> Articles = new(StringComparer.Ordinal)
    {
        ["en"] = ["the ", "a ", "an "],
        ["fr"] = ["le ", "la ", "les ", "l'", "un ", "une ", "des "],
        ["de"] = ["der ", "die ", "das ", "ein ", "eine "],
        ["es"] = ["el ", "la ", "los ", "las ", "un ", "una "],
        ["it"] = ["il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "un ", "una ", "uno ", "un'"],
        ["pt"] = ["o ", "a ", "os ", "as ", "um ", "uma "],
        ["nl"] = ["de ", "het ", "een "],
    };

    /// <summary>A title, without the article of its language.</summary>
    /// <param name="language">Its language (BCP 47).</param>
    public static string OfTitle(string title, string language)
    {
        var plain = title.Trim().Replace('’', '\'');
        var article = Articles.GetValueOrDefault(language.Split('-')[0], [])
            .FirstOrDefault(a => plain.Length > a.Length && plain.StartsWith(a, StringComparison.OrdinalIgnoreCase));
        return Of(article is null ? WithoutArabicArticle(plain) : plain[article.Length..], title);
    }

    /// <summary>A name, as it is written.</summary>
    public static string OfName(string name) => Of(name, name);

    /// <summary>The letter under which a key stands: 'D', 'د', <see cref="Figures"/> or <see cref="Others"/>.</summary>
    public static string Letter(string key) =>
        key.Length < 2 ? Others : char.IsAsciiDigit(key[1]) ? Figures
        : key[1] <= LastArabic && char.IsLetter(key[1]) ? char.ToUpperInvariant(key[1]).ToString() : Others;

    /// <summary>The letter that somebody asked for, as <see cref="Letter"/> has it; null for what is none.</summary>
    public static string? ReadLetter(string typed) =>
        typed is Figures or Others ? typed : SearchKey.Of(typed) is [var sign] && char.IsLetter(sign) ? Letter($" {sign}") : null;

    /// <summary>Letters in the order of the language that is spoken, figures first.</summary>
    public static string OfLetter(string letter) => letter switch { Figures => "0", Others => "9", _ => Of(letter, letter) };

    // The sign before the key puts figures first, then the letters of the language.
    static string Of(string text, string otherwise)
    {
        var key = SearchKey.Of(text) is { Length: > 0 } known ? known : SearchKey.Of(otherwise);
        if (key.Length == 0) return "3";
        var isOwn = Languages.Language.Current.IsRightToLeft == key[0] is >= FirstArabic and <= LastArabic;
        return (char.IsAsciiDigit(key[0]) ? "0" : isOwn ? "1" : "2") + key;
    }

    // With a bare alif alone: 'ألمانيا' has none.
    static string WithoutArabicArticle(string title) =>
        title.StartsWith(ArabicArticle, StringComparison.Ordinal) && title.Length >= ArabicArticle.Length + 3 && title[2] != ' '
            ? title[ArabicArticle.Length..] : title;
}
