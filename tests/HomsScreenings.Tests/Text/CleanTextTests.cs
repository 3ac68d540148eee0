using HomsScreenings.Text;

namespace HomsScreenings.Tests.Text;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  Return to Homs  ", "Return to Homs")]
    [InlineData("Return\tto\u0000 Homs\u0007", "Return to Homs")]
    [InlineData("العودة\u200F إلى حمص", "العودة\u200F إلى حمص")]
    [InlineData("Return \u202Eto\u202D Homs", "Return to Homs")]
    [InlineData("one\r\ntwo\u2028three", "one\ntwo\nthree")]
    [InlineData("Return \u2067to\u2069 \u202BHoms\u202C", "Return to Homs")]
    [InlineData("\uFFFEReturn\uFFFF to\uFDD0 Homs\uD83F\uDFFE", "Return to Homs")]
    [InlineData("\U0001FACD and \U0001F6D8, later than this program", "\U0001FACD and \U0001F6D8, later than this program")]
    [InlineData(" \u0000 ", null)]
    [InlineData("\u200B\u2060 \uFEFF\n\u200F", null)]
    [InlineData("\u3164", null)]
    [InlineData("\u2800\uFE0F", null)]
    [InlineData("\u2764\uFE0F", "\u2764\uFE0F")]
    [InlineData("\u0627\u0651\u064E\u0670", "\u0627\u0651\u064E\u0670")]
    [InlineData(null, null)]
    public void What_people_paste_is_made_clean(string? typed, string? clean) => Assert.Equal(clean, CleanText.Of(typed));

    [Fact]
    public void No_letter_has_more_marks_than_a_language_puts_on_it() =>
        Assert.Equal($"Z{Marks(10)}a{Marks(10)}l",
            CleanText.Of($"Z{Marks(2_000)}a{Marks(6)}\u200D{Marks(200)}l")?.Replace("\u200D", "", StringComparison.Ordinal));

    static string Marks(int count) => new('\u0301', count);

    [Fact]
    public void Half_of_a_character_is_none() => Assert.Equal("half \uFFFD of one", CleanText.Of("half \uD83C of one"));

    [Fact]
    public void One_line_stays_one_line() => Assert.Equal("one two", CleanText.Of("one\r\ntwo", inLines: false));
}
