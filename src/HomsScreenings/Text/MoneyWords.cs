using System.Globalization;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Text;

/// <summary>Amounts of money in the language of the request.</summary>
public static class MoneyWords
{
    /// <summary>'£12.50', '£4'; with the code of a currency whose sign is not known to everybody, '4 SYP'.</summary>
    public static string Money(decimal amount, string currency)
    {
        // What counts for the plural is what is spoken last before the currency, the whole.
        var (whole, words) = ((int)Math.Min(Math.Truncate(amount), int.MaxValue), Amount(amount, currency));
        return currency switch
        {
            "GBP" => N(whole, "£{1}", "£{1}", words),
            "EUR" => N(whole, "€{1}", "€{1}", words),
            "USD" => N(whole, "US${1}", "US${1}", words),
            _ => T("{0} {1}", words, currency),
        };
    }

    /// <summary>'£6–£9', '6–9 SYP', 'up to £11': where the sign stands first, each amount has it.</summary>
    public static string Range(decimal from, decimal to, string currency)
    {
        if (from == 0) return T("up to {0}", Money(to, currency));
        var first = Money(from, currency);
        return T("{0}–{1}", char.IsDigit(first[0]) ? Amount(from, currency) : first, Money(to, currency));
    }

    /// <summary>'12.50', '1.125', '4': as many decimals as the currency has, or none where there is nothing behind the point.</summary>
    public static string Amount(decimal amount, string currency) =>
        Language.Current.Digits(amount.ToString(Pattern(amount, currency), Language.Current.Culture));

    /// <summary>The same as programs read it, with a point in every language.</summary>
    public static string PlainAmount(decimal amount, string currency) =>
        amount.ToString(Pattern(amount, currency), CultureInfo.InvariantCulture);

    // Never fewer decimals than there are: an amount is shown as it is, even where its currency has none.
    static string Pattern(decimal amount, string currency) => amount == Math.Truncate(amount) ? "0"
        : CurrencyCodes.DecimalsOf(currency) > CurrencyCodes.UsualDecimals ? "0.000" : "0.00#";
}
