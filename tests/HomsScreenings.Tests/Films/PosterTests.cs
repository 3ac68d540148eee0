using System.Xml.Linq;
using HomsScreenings.Films;

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
}
