using HomsScreenings.Text;

namespace HomsScreenings.Tests.Text;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Return to Homs", "return to homs")]
    [InlineData("  Chloë's   Café—Déjà-vu ", "chloes cafe deja vu")]
    [InlineData("Straße Øre Łódź", "strasse ore lodz")]
    [InlineData("العودة إلى حمص", "العوده الي حمص")] // ta marbuta, alef with hamza, alef maqsura
    [InlineData("العودة الى حمص", "العوده الي حمص")]
    [InlineData("حِمْـــص", "حمص")] // vowel signs and tatweel
    [InlineData("8½", "8 1 2")]
    [InlineData("8 1/2", "8 1 2")]
    [InlineData("٢٠٤٦ ۹", "2046 9")]
    [InlineData("—!?", "")]
    public void Names_are_compared_in_one_form(string text, string key) => Assert.Equal(key, SearchKey.Of(text));

    [Fact]
    public void Several_texts_make_one_key_and_missing_ones_none() =>
        Assert.Equal("return to homs العوده الي حمص", SearchKey.Of("Return to Homs", null, " ", "العودة إلى حمص"));

    [Fact]
    public void A_search_has_at_most_eight_words_each_once() =>
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h"], SearchKey.Words("a b a c d e f g h i j"));

    [Fact]
    public void Every_text_has_a_key_of_plain_words_which_is_its_own_key() => Holds.ForEveryText(text =>
    {
        var key = SearchKey.Of(text);
        Assert.Equal(key, SearchKey.Of(key));
        Assert.Equal(key, string.Join(' ', key.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(key, c => Assert.True(c == ' ' || char.IsLetterOrDigit(c) || char.IsSurrogate(c)));
    });

    [Theory]
    [InlineData("Homs\uFFFE", "homs")] // no character at all
    [InlineData("Homs\uD800", "homs")] // half of one
    public void What_is_no_text_is_no_harm(string text, string key) => Assert.Equal(key, SearchKey.Of(text));
}
