using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Text;

/// <summary>Amounts of money in the language of the request.</summary>
public static class MoneyWords
{
    /// <summary>'12.50 GBP', '4 GBP'.</summary>
    public static string Money(decimal amount, string currency) => T("{0} {1}", Amount(amount), currency);

    /// <summary>'12.50', '4': two decimals, or none where there is nothing behind the point.</summary>
    public static string Amount(decimal amount) =>
        Language.Current.Digits(amount.ToString(amount == Math.Truncate(amount) ? "0" : "0.00", Language.Current.Culture));
}
