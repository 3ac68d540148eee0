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
    [InlineData("—!?", "")]
    public void Names_are_compared_in_one_form(string text, string key) => Assert.Equal(key, SearchKey.Of(text));

    [Fact]
    public void Several_texts_make_one_key_and_missing_ones_none() =>
        Assert.Equal("return to homs العوده الي حمص", SearchKey.Of("Return to Homs", null, " ", "العودة إلى حمص"));

    [Fact]
    public void A_search_has_at_most_eight_words_each_once() =>
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h"], SearchKey.Words("a b a c d e f g h i j"));
}
