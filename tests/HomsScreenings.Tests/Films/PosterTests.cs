using System.Text;
using System.Xml.Linq;
using HomsScreenings.Films;
using NetVips;

namespace HomsScreenings.Tests.Films;

public sealed class PosterTests
{
    [Fact]
    public void A_film_always_has_the_same_poster() => Assert.Equal(Poster.Svg("return-to-homs"), Poster.Svg("return-to-homs"));

    [Fact]
    public void Every_film_has_its_own() =>
        Assert.Equal(200, Enumerable.Range(0, 200).Select(n => Poster.Svg($"film-{n}")).Distinct().Count());

    [Fact]
    public void It_is_well_formed_and_small_and_has_no_style_of_its_own()
    {
        foreach (var slug in new[] { "a", "return-to-homs", new string('z', 80) })
        {
            var svg = Poster.Svg(slug);
            Assert.Equal("svg", XElement.Parse(svg).Name.LocalName);
            Assert.InRange(svg.Length, 500, 2_500);
            Assert.DoesNotContain("style", svg, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Two_films_are_told_apart_at_eighty_pixels()
    {
        var pictures = Enumerable.Range(0, 24).Select(n => Small($"film-number-{n}")).ToList();
        foreach (var (one, other) in pictures.SelectMany((one, i) => pictures.Skip(i + 1).Select(other => (one, other))))
            Assert.True(Enumerable.Range(0, one.Length / 3).Count(i => Difference(one, other, i * 3) > 36) >= one.Length / 3 * 0.06);

        static byte[] Small(string slug)
        {
            var svg = Poster.Svg(slug).Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"320\" ",
                StringComparison.Ordinal);
            using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg), scale: 80.0 / PosterArt.PosterWidth);
            using var opaque = drawn.Flatten();
            return opaque.WriteToMemory<byte>();
        }

        static int Difference(byte[] one, byte[] other, int at) =>
            Enumerable.Range(at, 3).Sum(i => Math.Abs(one[i] - other[i]));
    }

    [Theory]
    [InlineData("Homs", "ltr")]
    [InlineData("Silvered Water, Syria Self-Portrait", "ltr")]
    [InlineData("العودة إلى حمص", "rtl")]
    [InlineData("A <b>title</b> & that is so long that no poster has room for all of it, for it goes on and on, and on, and on", "ltr")]
    public void Title_and_year_are_set_into_it_in_few_lines_that_nobody_hears_twice(string title, string direction)
    {
        var svg = XElement.Parse(Poster.Svg("return-to-homs", title, "2014"));
        var lines = svg.Descendants().Where(e => e.Name.LocalName == "text").ToList();
        Assert.InRange(lines.Count, 2, 5);
        Assert.StartsWith(string.Join(' ', lines.SkipLast(1).Select(l => l.Value)).TrimEnd('…'), title, StringComparison.Ordinal);
        Assert.Equal("2014", lines[^1].Value);
        Assert.All(lines, line => Assert.Equal(direction, line.Attribute("direction")!.Value));
        Assert.Equal("true", svg.Attribute("aria-hidden")!.Value);
        var ys = lines.ConvertAll(line => int.Parse(line.Attribute("y")!.Value));
        Assert.Equal(ys.Distinct().Order(), ys);
        Assert.InRange(ys[^1], 1, PosterArt.Height);
        Assert.All(lines, line =>
            Assert.True(line.Value.Length * int.Parse(line.Attribute("font-size")!.Value) * 0.5 <= PosterArt.PosterWidth));
    }
}
