using HomsScreenings.Drawing;

namespace HomsScreenings.Tests.Drawing;

public sealed class CanvasTests
{
    [Fact]
    public void What_is_half_inside_a_pixel_colours_it_by_half()
    {
        var canvas = new Canvas(4, 2, "#000000");
        canvas.Fill([[(0.5, 0), (2, 0), (2, 1), (0.5, 1)]], "#ffffff", 1);
        canvas.Fill([[(3, 1), (4, 1), (4, 2), (3, 2)]], "#ff0000", 0.5);
        var (_, _, pixels) = Png.Read(PngWriter.Write(canvas));
        Assert.Equal([128, 128, 128, 255, 255, 255, 0, 0, 0, 0, 0, 0, /* second row */ 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 0, 0], pixels);
    }

    [Fact]
    public void Areas_that_overlap_in_one_shape_are_filled_once_and_holes_of_the_same_turn_are_none()
    {
        var canvas = new Canvas(3, 1, "#000000");
        canvas.Fill([[(0, 0), (2, 0), (2, 1), (0, 1)], [(1, 0), (3, 0), (3, 1), (1, 1)]], "#ffffff", 0.5);
        Assert.Equal([128, 128, 128, 128, 128, 128, 128, 128, 128], canvas.Pixels);
    }

    [Fact]
    public void What_lies_outside_is_cut_off()
    {
        var canvas = new Canvas(2, 2, "#000000");
        canvas.Fill([[(-5, -5), (7, -5), (7, 7), (-5, 7)]], "#102030", 1);
        Assert.Equal([.. Enumerable.Repeat<byte[]>([0x10, 0x20, 0x30], 4).SelectMany(p => p)], canvas.Pixels);
    }
}
