using HomsScreenings.Records;
using HomsScreenings.Sharing;
using HomsScreenings.Tests.Pictures;
using HomsScreenings.Web.Sharing;

namespace HomsScreenings.Tests.Sharing;

public sealed class SharePaintingTests
{
    static readonly ShareCard Card = Painted.Card;
    static readonly ShareCard Arabic = new("العودة إلى حمص", "الأحد ٢٩ تشرين الثاني، ٢٠:١٥", "\u2068Hyde Park Picture House\u2069، ليدز");

    static ShareGroundPhoto Photo(int width, int height, int focusX = 50) =>
        new(Drawn.File(width, height, with: Drawn.Telephone), new(new string('a', 32), width, height, "#808080", focusX, 50), "An agency");

    [Fact]
    public void It_is_a_small_jpeg_of_its_size_that_carries_nothing_along()
    {
        foreach (var photo in new[] { null, Photo(1_920, 1_080), Photo(600, 900), Photo(300, 200) })
        {
            var painted = new Painted(
                SharePainting.Jpeg(new ShareSheet(Card, "Homs Screenings", false, "return-to-homs") { Photo = photo }));
            Assert.Equal((1200, 630), (painted.Width, painted.Height));
            Assert.InRange(painted.Jpeg.Length, 10_000, 300_000);
            Assert.Equal([0xFF, 0xD8, 0xFF], painted.Jpeg[..3]);
            Assert.DoesNotContain(
                painted.Fields, f => f is "exif-data" or "xmp-data" or "iptc-data" or "icc-profile-data" or "orientation");
        }
    }

    [Fact]
    public void Whatever_is_said_changes_it_and_the_same_is_always_the_same()
    {
        ShareSheet plain = new(Card, "Homs Screenings", false, "return-to-homs");
        ShareSheet[] sheets =
        [
            plain, plain with { Card = Card with { Title = "Silvered Water" } }, plain with { Card = Card with { First = "Monday" } },
            plain with { Card = Card with { Second = "ICA, London" } }, plain with { Card = Card with { State = "Postponed" } },
            plain with { Card = Card with { State = "Cancelled", IsOff = true } }, plain with { Card = Arabic, IsRightToLeft = true },
            plain with { SiteName = "Film club" }, plain with { DrawnFrom = "silvered-water" }, plain with { Photo = Photo(1_920, 1_080) },
            plain with { Photo = Photo(900, 400, focusX: 0) }, plain with { Photo = Photo(900, 400, focusX: 100) },
        ];
        Assert.Equal(sheets.Length, sheets.Select(s => Convert.ToBase64String(SharePainting.Jpeg(s))).Distinct().Count());
        Assert.Equal(SharePainting.Jpeg(plain), SharePainting.Jpeg(plain));
    }

    [Fact]
    public void The_words_are_in_it_where_a_line_begins()
    {
        var (nothing, left, right) = (Painted.Of(new("")), Painted.Of(Card), Painted.Of(Arabic, isRightToLeft: true));
        // the title, the date, the place: each in its own part of the height
        foreach (var (top, bottom) in new[] { (200, 440), (480, 525), (540, 575) })
        {
            Assert.Equal(0, nothing.Ink(0, top, 600, bottom));
            Assert.InRange(left.Ink(60, top, 600, bottom), 800, 60_000);
            Assert.InRange(right.Ink(600, top, 1140, bottom), 800, 60_000);
        }
        // and nothing stands at the edges
        foreach (var (painted, from, to) in new[] { (left, 0, 62), (right, 1138, 1200) }) Assert.Equal(0, painted.Ink(from, 0, to, 630));
    }

    [Fact]
    public void A_title_runs_into_nothing_that_stands_around_it_however_long_it_is()
    {
        var (one, two, endless) = (Of("Homs"), Of("The Return to Homs and Other Stories of a City"), Of(
            string.Concat(Enumerable.Repeat("A long title ", 40))));
        foreach (var painted in new[] { one, two, endless })
        {
            Assert.Equal(0, painted.Ink(0, 80, 800, 100)); // below the name of the site
            Assert.Equal(0, painted.Ink(0, 575, 1200, 630)); // below the last line
        }
        Assert.All(new[] { one, two, endless }, painted => Assert.InRange(painted.Ink(60, 300, 800, 575), 1_000, 60_000));

        static Painted Of(string title) => Painted.Of(new ShareCard(title));
    }

    [Theory]
    [InlineData("<b>&")]
    [InlineData("</span><span size='900000'>")]
    [InlineData("&#0;&bogus;")]
    [InlineData("\u202Eabc\u0000\u0007def\r\n")]
    [InlineData("\uD800 half a character")]
    [InlineData("😀🎬")]
    [InlineData("中文 日本語 ไทย")]
    [InlineData("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("\u200B\u200D")]
    [InlineData("\u2067\u2067\u2067x")]
    [InlineData("")]
    public void No_title_breaks_it(string title)
    {
        foreach (var text in new[] { title, string.Concat(Enumerable.Repeat(title, 500 / Math.Max(1, title.Length))) })
            foreach (var isRightToLeft in new[] { false, true })
            {
                var painted = Painted.Of(new(text, text, text) { State = text }, isRightToLeft, text);
                Assert.Equal((1200, 630), (painted.Width, painted.Height));
            }
    }

    [Fact]
    public void What_is_cancelled_says_so_over_its_whole_width_in_red_and_nothing_else_is_red()
    {
        var (off, moved) = (Painted.Of(Card with { State = "Cancelled", IsOff = true }), Painted.Of(Card with { State = "Postponed" }));
        Assert.All(new[] { 20, 1180 }, x => Assert.True(off.At(x, 20) is { Red: > 150, Green: < 60, Blue: < 60 }));
        Assert.All(new[] { 20, 1180 }, x => Assert.True(moved.At(x, 20) is { Red: > 200, Green: > 140, Blue: < 120 }));
        Assert.True(off.Ink(60, 10, 500, 80) > 500);
    }

    [Fact]
    public void A_wide_photograph_fills_it_and_an_upright_one_stands_whole_at_the_end_of_the_line()
    {
        Assert.True(new ShareLayout(Photo(1_920, 1_080).File, false).IsFull);
        foreach (var isRightToLeft in new[] { false, true })
        {
            var layout = new ShareLayout(new PictureFile(new string('a', 32), 600, 900, "#808080", 50, 50), isRightToLeft);
            var box = layout.Whole(0)!;
            Assert.Equal((356, 534), (box.Width, box.Height));
            Assert.Equal(isRightToLeft ? 48 : 1200 - 48 - 356, box.Left);
            // the words end before it
            Assert.True(layout.AtStart(layout.LineWidth(0)) is var start
                && (isRightToLeft ? start > box.Left + box.Width : start + layout.LineWidth(0) < box.Left));
        }
    }
}
