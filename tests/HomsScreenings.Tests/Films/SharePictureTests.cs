using HomsScreenings.Films;
using HomsScreenings.Tests.Drawing;

namespace HomsScreenings.Tests.Films;

public sealed class SharePictureTests
{
    [Fact]
    public void It_is_a_png_of_the_size_that_it_says_and_small()
    {
        foreach (var slug in new[] { "a", "return-to-homs", "silvered-water", new string('z', 80) })
        {
            var png = SharePicture.Png(slug);
            var (width, height, pixels) = Png.Read(png);
            Assert.Equal((1200, 630), (width, height));
            Assert.InRange(png.Length, 3_000, 60_000);
            // the light at the end: bright, and warm
            Assert.Contains(Enumerable.Range(0, width * height),
                i => pixels[i * 3] > 0xee && pixels[i * 3 + 1] > 0xb0 && pixels[i * 3 + 2] < 0xb0);
        }
    }

    [Fact]
    public void A_film_always_has_the_same_picture_and_no_other_film_has_it()
    {
        Assert.Equal(SharePicture.Png("return-to-homs"), SharePicture.Png("return-to-homs"));
        Assert.Equal(8, Enumerable.Range(0, 8).Select(n => Convert.ToBase64String(SharePicture.Png($"film-{n}"))).Distinct().Count());
    }
}
