using System.Globalization;
using System.Text.RegularExpressions;
using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>
/// Amounts as people type them: with a comma or a point before the decimals, with or without marks between thousands, in
/// the digits of any script. What can be read in two ways ('1,250') is asked about and never guessed.
/// </summary>
public static partial class TypedAmount
{
    const int MaxLength = 40;
    const char ArabicDecimalSign = '٫', ArabicThousandsSign = '٬';

    /// <summary>The amount; null for nothing, and for what <see cref="AmountAttribute"/> refuses.</summary>
    public static decimal? Read(string? typed, string? currency) =>
        typed is not null && TryRead(typed, currency, out var amount, out _) ? amount : null;

    /// <summary>As a form shows what is stored: so that it is read again as the same amount.</summary>
    public static string? Format(decimal? amount) => amount is not { } known ? null
        : known.ToString(known == decimal.Truncate(known) ? "0" : "0.00#", CultureInfo.InvariantCulture);

    /// <summary>Reads it.</summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="currency">By it the number of decimals is known; null where none was typed.</param>
    /// <param name="amount">The amount, where it is one.</param>
    /// <param name="problem">A sentence where there is more to say than that it is none.</param>
    public static bool TryRead(string typed, string? currency, out decimal amount, out string? problem)
    {
        (amount, problem) = (0, null);
        if (typed.Length > MaxLength || Form().Match(Plain(typed)) is not { Success: true } match) return false;
        var (whole, part) = (match.Groups["whole"].Value, match.Groups["part"].Value);
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        amount = Number(part.Length == 0 ? digits : $"{digits}.{part}");
        if (part.Length == 0 && OneMark().IsMatch(whole))
        {
            var fraction = Number(whole.Replace(',', '.'));
            var isFraction = whole[0] == '0' || typed.Contains(ArabicDecimalSign, StringComparison.Ordinal)
                || (fraction != decimal.Round(fraction, CurrencyCodes.UsualDecimals) && Amounts.Has(fraction, currency));
            if (isFraction) amount = fraction;
            else if (CurrencyCodes.DecimalsOf(currency) > 0) problem = TwoWays(typed, amount, fraction, currency);
        }
        if (problem is null && amount is >= 0 and <= Amounts.Max && !Amounts.Has(amount, currency))
            problem = Amounts.TooFine(currency?.ToUpperInvariant() ?? "most currencies");
        return problem is null && Amounts.Has(amount);
    }

    // What is proposed must be taken when it is typed.
    static string TwoWays(string typed, decimal whole, decimal fraction, string? currency) =>
        $"'{typed}' can be read in two ways: write {Format(whole)}, or "
        + (Amounts.Has(fraction, currency) ? $"{Format(fraction)}." : "an amount with fewer decimals.");

    static string Plain(string typed) => string.Concat(typed.Trim().PlainFigures()
        .Select(c => char.IsWhiteSpace(c) || c is '\'' or '’' or ArabicThousandsSign ? ' ' : c));

    static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1;

    // Digits, or groups of three with the same mark between them all; and then decimals behind another mark than that.
    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}(?<mark>[ ,.])[0-9]{3}(\k<mark>[0-9]{3})*|[0-9]+)((?!\k<mark>)[.,](?<part>[0-9]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Form();

    [GeneratedRegex("^[0-9]+[.,][0-9]{3}$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex OneMark();
}
