using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Pictures;
using HomsScreenings.Records;

namespace HomsScreenings.Tests.Journal;

/// <summary>Pictures between the paragraphs of an entry.</summary>
public sealed class BodyPartTests
{
    static readonly PictureLine[] Pictures = [.. Enumerable.Range(1, 2).Select(i => new PictureLine
    {
        File = new PictureFile(new string((char)('0' + i), 32), 640, 360, "#000000", 50, 50),
        Role = PictureRole.Still,
        AltText = null,
        Caption = null,
        Credit = null,
        Source = null,
    })];

    [Theory]
    [InlineData("Only words.", "Only words.")]
    [InlineData("One.\n\n![](2)\n\nTwo.", "One.|#2|Two.")]
    [InlineData("![](1)\n![a street](2)", "#1|#2")]
    [InlineData("One.\r\n\r\n![](1)\r\n\r\nTwo.", "One.|#1|Two.")]
    [InlineData("In a line ![](1) it is text.", "In a line ![](1) it is text.")]
    [InlineData("![](3) and ![](1)", "![](3) and ![](1)")]
    [InlineData("One.\n![](9)\nTwo.", "One.|Two.")]
    [InlineData("![](0)", "")]
    [InlineData("![](https://example.org/x.png)", "![](https://example.org/x.png)")]
    public void A_line_of_its_own_with_a_number_is_that_picture(string body, string parts) =>
        Assert.Equal(parts, string.Join('|', BodyPart.Of(body, Pictures).Select(p =>
            p.Picture is { } picture ? $"#{Array.IndexOf(Pictures, picture) + 1}" : p.Text!.Trim())));
}
