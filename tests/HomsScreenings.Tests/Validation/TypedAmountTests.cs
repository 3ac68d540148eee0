using System.Globalization;
using HomsScreenings.Text;
using HomsScreenings.Validation;

namespace HomsScreenings.Tests.Validation;

/// <summary>Amounts as people type them: never taken for another, never rounded.</summary>
public sealed class TypedAmountTests
{
    [Theory]
    [InlineData("12,50", "EUR", "12.50")]
    [InlineData("12.50", "EUR", "12.50")]
    [InlineData("12,5", "EUR", "12.5")]
    [InlineData("4,99", "USD", "4.99")]
    [InlineData("0", "GBP", "0")]
    [InlineData("0,5", "GBP", "0.5")]
    [InlineData("1250", "EUR", "1250")]
    [InlineData("1 250", "EUR", "1250")]
    [InlineData("1\u202F250,50", "EUR", "1250.50")] // as French writes it
    [InlineData("1'250.50", "CHF", "1250.50")]
    [InlineData("1.250,50", "EUR", "1250.50")]
    [InlineData("1,250.50", "EUR", "1250.50")]
    [InlineData("1,250,000", "LBP", "1250000")]
    [InlineData("1.250.000", "IRR", "1250000")]
    [InlineData("2500000", "IRR", "2500000")]
    [InlineData("1,250", "JPY", "1250")] // which has no decimals
    [InlineData("١٢٫٥٠", "EUR", "12.50")]
    [InlineData("۱۲٫۵", "IRR", "12.5")]
    [InlineData("٨", "EUR", "8")]
    [InlineData("١٬٢٥٠٬٠٠٠", "LBP", "1250000")]
    [InlineData("１２．５０", "EUR", "12.50")]
    [InlineData("1.125", "KWD", "1.125")]
    [InlineData("2,125", "TND", "2.125")]
    [InlineData("3.5", "JOD", "3.5")]
    public void What_can_be_read_in_one_way_is_read_so(string typed, string currency, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), TypedAmount.Read(typed, currency));

    [Theory]
    [InlineData("1,250", "EUR", "'1,250' can be read in two ways: write 1250, or 1.25.")]
    [InlineData("1.250", "EUR", "'1.250' can be read in two ways: write 1250, or 1.25.")]
    [InlineData("١,٢٥٠", "EUR", "'١,٢٥٠' can be read in two ways: write 1250, or 1.25.")]
    [InlineData("1.250", null, "'1.250' can be read in two ways: write 1250, or 1.25.")]
    [InlineData("10,000", "IQD", "'10,000' can be read in two ways: write 10000, or 10.")]
    [InlineData("1.500", "KWD", "'1.500' can be read in two ways: write 1500, or 1.50.")]
    [InlineData("8.505", "EUR", "'8.505' can be read in two ways: write 8505, or an amount with fewer decimals.")]
    [InlineData("0.505", "EUR", "An amount in EUR has 2 decimals at most.")]
    [InlineData("1800.55", "JPY", "An amount in JPY has no decimals.")]
    [InlineData("1.1255", "kwd", "An amount in KWD has 3 decimals at most.")]
    [InlineData("1e3", "EUR", null)]
    [InlineData("-1", "EUR", null)]
    [InlineData("1,25,50", "EUR", null)]
    [InlineData("12,", "EUR", null)]
    [InlineData("EUR", "EUR", null)]
    [InlineData("10000000000", "EUR", null)]
    [InlineData("99999999999999999999999999999999999", "EUR", null)]
    public void What_can_be_read_in_two_ways_or_in_none_is_asked_about(string typed, string? currency, string? sentence)
    {
        Assert.False(TypedAmount.TryRead(typed, currency, out _, out var problem));
        Assert.Equal(sentence, problem);
    }

    [Theory]
    [InlineData("8.50", "GBP", "8.50")]
    [InlineData("12.00", "GBP", "12")]
    [InlineData("3.5", "JOD", "3.50")]
    [InlineData("1.125", "KWD", "1.125")]
    [InlineData("1250", "EUR", "1250")]
    public void What_a_form_shows_is_read_as_the_same_amount(string amount, string currency, string shown)
    {
        var stored = decimal.Parse(amount, CultureInfo.InvariantCulture);
        Assert.Equal((shown, stored), (TypedAmount.Format(stored), TypedAmount.Read(TypedAmount.Format(stored), currency)));
    }

    [Fact]
    public void An_amount_is_said_with_the_decimals_of_its_currency() => Assert.Equal(["3.500", "1.125", "12.50", "4", "1800.55"],
        new[] { (3.5m, "JOD"), (1.125m, "KWD"), (12.5m, "GBP"), (4m, "GBP"), (1800.55m, "JPY") }
            .Select(a => MoneyWords.PlainAmount(a.Item1, a.Item2)));
}
