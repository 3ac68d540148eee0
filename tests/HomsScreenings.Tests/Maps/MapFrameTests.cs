using HomsScreenings.Maps;

namespace HomsScreenings.Tests.Maps;

public sealed class MapFrameTests
{
    static readonly GeoPoint London = new(51.507, -0.128), Glasgow = new(55.861, -4.25),
        Taveuni = new(-16.85, -179.95), Suva = new(-18.14, 178.44);

    [Fact]
    public void One_town_stands_in_the_middle_with_some_hundred_kilometres_around_it()
    {
        var frame = MapFrame.Around([London]);
        var at = frame.Project(London);
        Assert.Equal((500, frame.Height / 2), (Math.Round(at.X), (int)Math.Round(at.Y)));
        Assert.InRange(frame.North - frame.South, 5, 10);
        Assert.InRange((frame.East - frame.West) * Math.Cos(London.North * Math.PI / 180), 5, 10);
    }

    [Fact]
    public void Everywhere_on_a_map_a_degree_north_is_as_long_as_on_the_ground_in_its_middle()
    {
        var frame = MapFrame.Around([London, Glasgow]);
        var middle = (frame.North + frame.South) / 2;
        var north = frame.Project(0, 54).Y - frame.Project(0, 55).Y;
        var east = frame.Project(1, 54).X - frame.Project(0, 54).X;
        Assert.Equal(Math.Cos(middle * Math.PI / 180), east / north, 6);
    }

    [Fact]
    public void Two_islands_on_either_side_of_the_date_line_are_neighbours()
    {
        var frame = MapFrame.Around([Taveuni, Suva]);
        Assert.True(frame.East - frame.West < 10, $"{frame.East - frame.West} degrees");
        Assert.True(frame.Project(Suva).X < frame.Project(Taveuni).X, "Suva lies west of Taveuni");
        Assert.Equal(frame, MapFrame.Around([Suva, Taveuni]));
    }

    [Fact]
    public void What_lies_far_apart_is_shown_on_the_world()
    {
        var frame = MapFrame.Around([London, Taveuni, new(45.52, -122.674)]);
        Assert.Equal(360, frame.East - frame.West);
    }

    [Fact]
    public void All_places_lie_within_their_map()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var (middle, spread) = (new GeoPoint(random.Next(-60, 75), random.Next(-180, 180)), random.Next(1, 200));
            List<GeoPoint> points = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => new GeoPoint(
                Math.Clamp(middle.North + ((random.NextDouble() - 0.5) * spread / 3), -80, 83),
                Around(middle.East + ((random.NextDouble() - 0.5) * spread))))];
            var frame = MapFrame.Around(points);
            Assert.All(points.Select(frame.Project), at =>
            {
                Assert.InRange(at.X, 0, MapFrame.Width);
                Assert.InRange(at.Y, 0, frame.Height);
            });
            Assert.InRange(frame.Height, 300, 1300);
        }

        static double Around(double east) => east > 180 ? east - 360 : east < -180 ? east + 360 : east;
    }
}
