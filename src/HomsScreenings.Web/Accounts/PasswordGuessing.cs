namespace HomsScreenings.Web.Accounts;

/// <summary>
/// How hard a password is to guess for somebody who knows the habits: words that many take, walks over the keyboard,
/// dates, letters replaced by signs that look like them, and the same once more. Of all ways to put a password together
/// out of these the cheapest counts.
/// </summary>
public static class PasswordGuessing
{
    /// <summary>Below this, a password is tried within the first thousand million guesses.</summary>
    const double MinBits = 30;

    const double Word = 8, Name = 2, Walk = 5, Year = 5, Date = 12, Again = 1, Letter = 4.7, Digit = 3.3, Blank = 1, Sign = 5;

    /// <param name="password">As it was typed.</param>
    /// <param name="names">What anybody would try here: the address, the site, the organisations.</param>
    public static bool IsObvious(string password, IEnumerable<string?> names)
    {
        var typed = PasswordText.Of(password).ToLowerInvariant();
        return typed.Distinct().Count() < 5 || BitsOf(typed, [.. names.OfType<string>().SelectMany(PartsOf)]) < MinBits;
    }

    static double BitsOf(string typed, IReadOnlyCollection<string> names)
    {
        string[] readings = [typed, AsLetters(typed, 'i'), AsLetters(typed, 'l')];
        var least = new double[typed.Length + 1];
        Array.Fill(least, double.MaxValue, 1, typed.Length);
        for (var at = 0; at < typed.Length; at++)
            foreach (var (length, bits) in PiecesAt(at, readings, names))
                least[at + length] = Math.Min(least[at + length], least[at] + bits);
        return least[^1];
    }

    static IEnumerable<(int Length, double Bits)> PiecesAt(int at, string[] readings, IReadOnlyCollection<string> names)
    {
        var typed = readings[0];
        yield return (1, char.IsLetter(typed[at]) ? Letter : char.IsDigit(typed[at]) ? Digit : typed[at] == ' ' ? Blank : Sign);
        for (var length = 1; length <= at && at + length <= typed.Length; length++)
            if (string.CompareOrdinal(typed, at - length, typed, at, length) == 0) yield return (length, Again);
        foreach (var reading in readings.Distinct(StringComparer.Ordinal))
        {
            foreach (var word in CommonWords.BeginningWith(reading[at]).Where(w => Stands(w, reading, at))) yield return (word.Length,
                Word);
            foreach (var name in names.Where(n => Stands(n, reading, at))) yield return (name.Length, Name);
        }
        if (KeyboardWalks.LongestAt(typed, at) is var walk and >= 3)
            for (var length = 3; length <= walk; length++) yield return (length, Walk);
        if (IsYear(typed, at)) yield return (4, Year);
        if (IsDate(typed, at)) yield return (8, Date);
    }

    static bool Stands(string piece, string text, int at) => string.CompareOrdinal(text, at, piece, 0, piece.Length) == 0;

    static bool IsYear(string typed, int at) => NumberAt(typed, at, 4) is >= 1900 and < 2100;

    // 24122026, 12242026, 20261224
    static bool IsDate(string typed, int at) => NumberAt(typed, at, 8) is not null
        && ((IsYear(typed, at + 4) && NumberAt(typed, at, 2) is >= 1 and <= 31 && NumberAt(typed, at + 2, 2) is >= 1 and <= 31)
        || (IsYear(typed, at) && NumberAt(typed, at + 4, 2) is >= 1 and <= 31 && NumberAt(typed, at + 6, 2) is >= 1 and <= 31));

    static int? NumberAt(string typed, int at, int digits)
    {
        if (at + digits > typed.Length) return null;
        var number = 0;
        for (var i = at; i < at + digits; i++)
            if (char.IsAsciiDigit(typed[i])) number = (number * 10) + typed[i] - '0';
            else return null;
        return number;
    }

    static string AsLetters(string typed, char one) => string.Create(typed.Length, (typed, one), static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = from.typed[i] switch
            {
                '0' => 'o',
                '1' or '!' => from.one,
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                '8' => 'b',
                var sign => sign,
            };
    });

    // 'Homs Campaign': the whole, without its blanks, and each word; of an address also what stands before the @.
    static IEnumerable<string> PartsOf(string name)
    {
        var lower = PasswordText.Of(name).ToLowerInvariant();
        string[] wholes = [lower, string.Concat(lower.Where(char.IsLetterOrDigit)), lower.Split('@')[0]];
        return wholes.Concat(lower.Split([' ', '@', '.', '-', '_', '&', ',', '\''])).Where(part => part.Length >= 4)
            .Distinct(StringComparer.Ordinal);
    }
}
