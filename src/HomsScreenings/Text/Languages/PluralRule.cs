using System.Globalization;

namespace HomsScreenings.Text.Languages;

/// <summary>
/// Which plural form goes with a number: the expression in C that the header of a gettext catalogue has (GNU gettext
/// manual, 'Plural forms'), such as 'nplurals=2; plural=(n != 1);'.
/// </summary>
public sealed class PluralRule
{
    static readonly (string Sign, Func<int, int, bool> Holds)[] Comparisons =
    [
        ("==", (a, b) => a == b), ("!=", (a, b) => a != b), ("<=", (a, b) => a <= b),
        (">=", (a, b) => a >= b), ("<", (a, b) => a < b), (">", (a, b) => a > b),
    ];

    const string Count = "nplurals=";
    const string Expression = "plural=";

    readonly string[] _tokens;
    readonly Func<int, int> _form;
    int _at;

    PluralRule(string expression, int forms)
    {
        Forms = forms;
        _tokens = Tokens(expression).ToArray();
        _form = Choice();
        if (_at != _tokens.Length) throw Wrong();
    }

    /// <summary>One form for one, another for all else.</summary>
    public static PluralRule English { get; } = new("n != 1", 2);

    /// <summary>How many forms there are.</summary>
    public int Forms { get; }

    /// <summary>Which of the forms goes with the number, from 0 on.</summary>
    public int FormOf(int number) => _form(Math.Abs(number));

    /// <exception cref="FormatException">It is no such rule.</exception>
    public static PluralRule Read(string header)
    {
        var parts = header.Split(';', 3, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !parts[0].StartsWith(Count, StringComparison.Ordinal)
            || !parts[1].StartsWith(Expression, StringComparison.Ordinal)
            || !int.TryParse(parts[0].AsSpan(Count.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var forms))
            throw new FormatException($"'{header}' is no plural rule.");
        return new(parts[1][Expression.Length..], forms);
    }

    Func<int, int> Choice()
    {
        var condition = Either();
        if (!Next("?")) return condition;
        var yes = Choice();
        if (!Next(":")) throw Wrong();
        var no = Choice();
        return n => condition(n) != 0 ? yes(n) : no(n);
    }

    Func<int, int> Either()
    {
        var left = Both();
        while (Next("||")) { var (l, r) = (left, Both()); left = n => l(n) != 0 || r(n) != 0 ? 1 : 0; }
        return left;
    }

    Func<int, int> Both()
    {
        var left = Comparison();
        while (Next("&&")) { var (l, r) = (left, Comparison()); left = n => l(n) != 0 && r(n) != 0 ? 1 : 0; }
        return left;
    }

    Func<int, int> Comparison()
    {
        var left = Remainder();
        foreach (var (sign, holds) in Comparisons)
            if (Next(sign)) { var right = Remainder(); return n => holds(left(n), right(n)) ? 1 : 0; }
        return left;
    }

    Func<int, int> Remainder()
    {
        var left = Value();
        while (Next("%")) { var (l, r) = (left, Value()); left = n => l(n) % r(n); }
        return left;
    }

    Func<int, int> Value()
    {
        if (Next("n")) return n => n;
        if (Next("("))
        {
            var inner = Choice();
            return Next(")") ? inner : throw Wrong();
        }
        if (_at == _tokens.Length || !int.TryParse(_tokens[_at], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw Wrong();
        _at++;
        return _ => number;
    }

    bool Next(string token)
    {
        if (_at == _tokens.Length || _tokens[_at] != token) return false;
        _at++;
        return true;
    }

    static IEnumerable<string> Tokens(string expression)
    {
        for (var i = 0; i < expression.Length;)
        {
            if (char.IsWhiteSpace(expression[i])) { i++; continue; }
            var length = char.IsAsciiDigit(expression[i]) ? expression[i..].TakeWhile(char.IsAsciiDigit).Count()
                : i + 1 < expression.Length && expression[i..(i + 2)] is "==" or "!=" or "<=" or ">=" or "&&" or "||" ? 2 : 1;
            yield return expression[i..(i + length)];
            i += length;
        }
    }

    FormatException Wrong() => new($"'{string.Join(' ', _tokens)}' is no plural rule.");
}
