using HomsScreenings.Records;

namespace HomsScreenings.Tests.Pictures;

public sealed class PictureFileTests
{
    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var file = new PictureFile(new string('a', 32), 1920, 12_000, "#a1b2c3", 0, 100);
        Assert.Equal(file, PictureFile.Parse(file.ToString()));
        Assert.InRange(file.ToString().Length, 1, PictureFile.MaxLength);
        Assert.Throws<FormatException>(() => PictureFile.Parse("nothing"));
    }

    [Theory]
    [InlineData(90, new[] { 90 })]
    [InlineData(320, new[] { 160, 320 })]
    [InlineData(700, new[] { 160, 320, 640, 700 })]
    [InlineData(5000, new[] { 160, 320, 640, 960, 1440, 1920 })]
    public void It_is_never_made_larger_than_it_is(int width, int[] widths) => Assert.Equal(widths, PictureFile.WidthsOf(width));
}
