using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Text.Languages;

public sealed class PluralRuleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(10, 3)]
    [InlineData(11, 4)]
    [InlineData(99, 4)]
    [InlineData(100, 5)]
    [InlineData(101, 5)]
    [InlineData(102, 5)]
    [InlineData(103, 3)]
    [InlineData(111, 4)]
    [InlineData(200, 5)]
    public void Arabic_has_six_forms(int number, int form)
    {
        var rule = PluralRule.Read(
            "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5);");
        Assert.Equal((6, form), (rule.Forms, rule.FormOf(number)));
    }

    // From the manual of GNU gettext, 'Plural forms'.
    [Theory]
    [InlineData("nplurals=1; plural=0;", "0 1 2 5 21", "0 0 0 0 0")]
    [InlineData("nplurals=2; plural=n>1;", "0 1 2 5 21", "0 0 1 1 1")]
    [InlineData("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
        "0 1 2 5 11 21 22 112", "2 0 1 2 2 0 1 2")]
    [InlineData("nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3;", "1 2 3 4 5 101 104", "0 1 2 2 3 0 2")]
    public void Rules_of_other_languages_are_understood(string header, string numbers, string forms) =>
        Assert.Equal(
            forms,
            string.Join(
                ' ',
                numbers.Split(' ')
                    .Select(n => PluralRule.Read(header).FormOf(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)))));

    [Theory]
    [InlineData("")]
    [InlineData("plural=n != 1;")]
    [InlineData("nplurals=two; plural=n != 1;")]
    [InlineData("nplurals=2; plural=n != ;")]
    [InlineData("nplurals=2; plural=(n != 1;")]
    [InlineData("nplurals=2; plural=n ? 1;")]
    [InlineData("nplurals=2; plural=m != 1;")]
    public void What_is_no_rule_is_refused(string header) => Assert.Throws<FormatException>(() => PluralRule.Read(header));
}
