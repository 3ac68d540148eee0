using System.Globalization;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Text;

/// <summary>Amounts of money in the language of the request.</summary>
public static class MoneyWords
{
    /// <summary>'12.50 GBP', '4 GBP'.</summary>
    public static string Money(decimal amount, string currency) => T("{0} {1}", Amount(amount, currency), currency);

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
