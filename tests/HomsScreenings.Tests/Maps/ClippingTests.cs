using HomsScreenings.Maps;

namespace HomsScreenings.Tests.Maps;

public sealed class ClippingTests
{
    [Fact]
    public void What_lies_within_stays_and_what_lies_outside_goes()
    {
        Assert.Equal(Square(2, 2, 8, 8), Clipping.Clip(Square(2, 2, 8, 8), 0, 0, 10, 10));
        Assert.Empty(Clipping.Clip(Square(12, 2, 18, 8), 0, 0, 10, 10));
    }

    [Fact]
    public void Of_two_rectangles_the_part_in_common_is_left()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var (a, b) = (Any(), Any());
            var common = Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left)) * Math.Max(
                0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
            Assert.Equal(common, Area(Clipping.Clip(Square(a.Left, a.Top, a.Right, a.Bottom), b.Left, b.Top, b.Right, b.Bottom)), 6);
        }

        (double Left, double Top, double Right, double Bottom) Any()
        {
            var (x, y) = (random.Next(100), random.Next(100));
            return (x, y, x + random.Next(1, 60), y + random.Next(1, 60));
        }
    }

    [Fact]
    public void A_bay_that_reaches_in_from_the_edge_keeps_its_area()
    {
        // A 'U' that is open at the top, cut in the middle of its arms: two arms of 2 by 5 and a floor of 6 by 2.
        List<MapPoint> bay = [new(0, 0), new(2, 0), new(2, 10), new(4, 10), new(4, 0), new(6, 0), new(6, 12), new(0, 12)];
        Assert.Equal((2 * 2 * 5) + (6 * 2), Area(Clipping.Clip(bay, -1, 5, 7, 20)), 6);
    }

    static List<MapPoint> Square(double left, double top, double right, double bottom) =>
        [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];

    // The shoelace formula.
    static double Area(List<MapPoint> ring) =>
        Math.Abs(ring.Select((p, i) => (p, Next: ring[(i + 1) % ring.Count])).Sum(s => (s.p.X * s.Next.Y) - (s.Next.X * s.p.Y))) / 2;
}
