using HomsScreenings.Web.Forms;

namespace HomsScreenings.Tests.Forms;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  Return to Homs  ", "Return to Homs")]
    [InlineData("Return\tto\u0000 Homs\u0007", "Return to Homs")]
    [InlineData("العودة\u200F إلى حمص", "العودة\u200F إلى حمص")]
    [InlineData("Return \u202Eto\u202D Homs", "Return to Homs")]
    [InlineData("one\r\ntwo\u2028three", "one\ntwo\nthree")]
    [InlineData(" \u0000 ", null)]
    [InlineData(null, null)]
    public void What_people_paste_is_made_clean(string? typed, string? clean) => Assert.Equal(clean, CleanText.Of(typed));

    [Fact]
    public void One_line_stays_one_line() => Assert.Equal("one two", CleanText.Of("one\r\ntwo", inLines: false));
}
