using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Tests.Text;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("The Cave", "en", "C")]
    [InlineData("An Ordinary Day", "en", "O")]
    [InlineData("Die Hard", "en", "D")]
    [InlineData("Die Blechtrommel", "de", "B")]
    [InlineData("L’Avventura", "it", "A")]
    [InlineData("Éloge de l'amour", "fr", "E")]
    [InlineData("The", "en", "T")]
    [InlineData("الكهف", "ar", "ك")]
    [InlineData("ألمانيا", "ar", "ا")]
    [InlineData("إلى سما", "ar", "ا")]
    [InlineData("آخر الرجال في حلب", "ar", "ا")]
    [InlineData("8½", "it", "0-9")]
    [InlineData("٣٠٠ ميل", "ar", "0-9")]
    [InlineData("Война и мир", "ru", "В")]
    [InlineData("千と千尋", "ja", "other")]
    [InlineData("…", "en", "other")]
    public void A_title_stands_under_its_first_letter_without_the_article_of_its_language(string title, string language, string letter) =>
        Assert.Equal(letter, SortKey.Letter(SortKey.OfTitle(title, language)));

    [Fact]
    public void A_name_stands_as_it_is_written() => Assert.Equal("A", SortKey.Letter(SortKey.OfName("A Wong")));

    [Theory]
    [InlineData("en", "0-9 A Z ا ي other")]
    [InlineData("ar", "0-9 ا ي A Z other")]
    public void Figures_come_first_then_the_letters_of_the_language(string language, string order)
    {
        var letters = new[] { "Z", "other", "ي", "0-9", "ا", "A" };
        Assert.Equal(order, Language.WithTag(language).Speaking(
            () => string.Join(' ', letters.OrderBy(SortKey.OfLetter, StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("d", "D")]
    [InlineData("É", "E")]
    [InlineData("أ", "ا")]
    [InlineData("0-9", "0-9")]
    [InlineData("other", "other")]
    [InlineData("ab", null)]
    [InlineData("7", null)]
    [InlineData("?", null)]
    public void A_letter_is_read_in_one_form(string typed, string? letter) => Assert.Equal(letter, SortKey.ReadLetter(typed));
}
