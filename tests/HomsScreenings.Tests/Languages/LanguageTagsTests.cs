using HomsScreenings.Text;

namespace HomsScreenings.Tests.Languages;

public sealed class LanguageTagsTests
{
    [Theory]
    [InlineData("ar", true)]
    [InlineData("pt-BR", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("apc", true)]
    [InlineData("a", false)]
    [InlineData("english", false)]
    [InlineData("en_GB", false)]
    [InlineData("en--GB", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Tags_are_told_from_what_is_none(string? tag, bool isOne) => Assert.Equal(isOne, LanguageTags.IsWellFormed(tag));

    [Theory]
    [InlineData("AR", "ar")]
    [InlineData("PT-br", "pt-BR")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    public void Tags_are_written_as_is_usual(string typed, string tidy) => Assert.Equal(tidy, LanguageTags.Tidy(typed));

    [Fact]
    public void Languages_and_countries_have_names()
    {
        Assert.Equal("Arabic", LanguageTags.Name("ar"));
        Assert.Equal("United Kingdom", CountryCodes.Name("GB"));
        Assert.Equal(("Antarctica", null), (CountryCodes.Name("AQ"), CountryCodes.CurrencyOf("AQ"))); // where nobody lives, too
        Assert.Equal("GBP", CountryCodes.CurrencyOf("GB"));
        Assert.False(CountryCodes.IsKnown("UK"));
        Assert.False(CountryCodes.IsKnown("XX"));
    }
}
