using HomsScreenings.Maps;

namespace HomsScreenings.Tests.Maps;

public sealed class SimplificationTests
{
    [Fact]
    public void Points_on_a_straight_line_are_left_out_and_corners_stay()
    {
        List<MapPoint> square = [new(0, 0), new(5, 0), new(10, 0), new(10, 5), new(10, 10), new(5, 10), new(0, 10), new(0, 5)];
        Assert.Equal([new(0, 0), new(10, 0), new(10, 10), new(0, 10)], Simplification.Simplify(square, 0.1));
    }

    [Fact]
    public void No_point_that_is_left_out_lies_farther_off_than_the_tolerance()
    {
        var random = new Random(1);
        var coast = Enumerable.Range(0, 1000).Select(i => i * Math.PI / 500)
            .Select(
                angle =>
                    new MapPoint(Math.Cos(angle) * (300 + (random.NextDouble() * 8)), Math.Sin(angle) * (300 + (random.NextDouble() * 8))))
                    .ToList();
        var simple = Simplification.Simplify(coast, 5);
        Assert.True(simple.Count < coast.Count / 5, $"{simple.Count} of {coast.Count} points");
        Assert.All(coast, point =>
            Assert.True(simple.Zip(simple.Skip(1).Append(simple[0])).Min(side => Distance(point, side.First, side.Second)) <= 5.1));
    }

    // By trying: the line in two hundred steps.
    static double Distance(MapPoint point, MapPoint from, MapPoint to) =>
        Enumerable.Range(0, 201)
        .Min(i => point.DistanceTo(new(from.X + ((to.X - from.X) * i / 200), from.Y + ((to.Y - from.Y) * i / 200))));
}
