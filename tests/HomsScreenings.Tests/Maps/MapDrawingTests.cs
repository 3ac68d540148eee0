using HomsScreenings.Maps;

namespace HomsScreenings.Tests.Maps;

public sealed class MapDrawingTests
{
    [Fact]
    public void Land_is_where_land_is_and_sea_where_sea_is()
    {
        GeoPoint[] land = [new(51.5, -0.2), new(53.0, -1.5), new(56.3, -4.7), new(54.3, -6.3), new(51.0, 0.3)];
        GeoPoint[] sea = [new(55.0, 1.5), new(53.8, -4.9), new(50.2, -2.0), new(55.3, -7.0)];
        Check([new(51.507, -0.128), new(55.861, -4.25), new(54.597, -5.93)], land, sea);
    }

    [Fact]
    public void On_the_world_there_are_the_continents_the_caspian_sea_and_both_ends_of_siberia()
    {
        GeoPoint[] land = [new(0, 20), new(-25, 135), new(-10, -55), new(45, -100), new(66, -172.5), new(67, 178), new(60, 100)];
        GeoPoint[] sea = [new(0, -150), new(30, -45), new(-30, 80), new(42, 50.5), new(40, 170)];
        Check([new(51.5, 0), new(35.7, 139.8), new(-37.8, 145), new(40.7, -74)], land, sea);
    }

    [Fact]
    public void Across_the_date_line_there_is_land_on_both_sides()
    {
        GeoPoint[] land = [new(-17.8, 178.0), new(-16.5, 179.5), new(-16.85, -179.98)];
        Check([new(-16.85, -179.95), new(-18.14, 178.44)], land, [new(-17.5, -178.5), new(-19.5, 177)]);
    }

    [Fact]
    public void A_circle_is_as_large_as_what_it_stands_for()
    {
        var marks = MapDrawing.Of(
            [new("London", new(51.5, 0), 9), new("Leeds", new(53.8, -1.5), 4), new("Glasgow", new(55.9, -4.25), 1)]).Marks;
        Assert.Equal([9, 4, 1], marks.Select(m => Math.Round((double)m.Radius * m.Radius / (marks[2].Radius * marks[2].Radius))));
        Assert.All(marks, mark => Assert.True(mark.Reach >= 42, "Something to touch of 24 pixels where a map is 290 wide"));
    }

    [Fact]
    public void Names_stand_clear_of_one_another_and_the_largest_town_has_its_name()
    {
        var random = new Random(1);
        List<MapPlace> towns = [
            .. Enumerable.Range(0, 40)
                .Select(i => new MapPlace($"Town number {i}", new(52 + random.NextDouble(), -1 + random.NextDouble()), 40 - i))];
        var drawing = MapDrawing.Of(towns);
        Assert.NotNull(drawing.Marks[0].Label);
        var boxes = drawing.Marks.Select((m, i) => (m.Label, towns[i].Name)).Where(m => m.Label is not null)
            .Select(m => Box(m.Label!, m.Name)).ToList();
        Assert.InRange(boxes.Count, 3, 39);
        var weights = drawing.Marks.Select(m => m.Places.Sum(i => towns[i].Weight)).ToList();
        var median = weights.Order().ElementAt(weights.Count / 2);
        Assert.All(drawing.Marks.Zip(weights).Where(m => m.Second > median), m => Assert.NotNull(m.First.Label));
        for (var i = 0; i < boxes.Count; i++)
            for (var j = 0; j < i; j++)
                Assert.False(boxes[i].Left < boxes[j].Right && boxes[j].Left < boxes[i].Right && boxes[i].Top < boxes[j].Bottom
                    && boxes[j].Top < boxes[i].Bottom);

        // Letters of 36 units, half of that wide: what a browser needs.
        static (double Left, double Top, double Right, double Bottom) Box(MapLabel label, string name)
        {
            var width = name.Length * 18;
            var left = label.Side switch { LabelSide.After => label.X, LabelSide.Before => label.X - width, _ => label.X - (width / 2) };
            return (left, label.Y - 26, left + width, label.Y + 7);
        }
    }

    [Fact]
    public void Circles_that_would_overlap_are_one_named_after_the_largest_and_all_others_are_a_finger_apart()
    {
        var drawing = MapDrawing.Of(
            [new("Hebden Bridge", new(53.74, -2.01), 1), new("Leeds", new(53.80, -1.55), 8), new("Bradford", new(53.79, -1.75), 4),
                new("London", new(51.5, -0.1), 3), new("Glasgow", new(55.86, -4.25), 2)],
            withOthers: (name, others) => $"{name} +{others}");
        Assert.Equal(["Leeds +2", "London", "Glasgow"], drawing.Marks.Select(m => m.Name));
        Assert.Equal([1, 2, 0], drawing.Marks[0].Places);
        Assert.All(drawing.Marks, mark => Assert.NotNull(mark.Label));
        var random = new Random(2);
        var many = MapDrawing.Of([.. Enumerable.Range(0, 60).Select(i => new MapPlace(
            $"Town {i}", new(50 + random.NextDouble() * 8, -5 + random.NextDouble() * 8), 1 + random.Next(30)))]).Marks;
        foreach (var (one, other) in many.SelectMany((one, i) => many.Skip(i + 1).Select(other => (one, other))))
            Assert.True(Apart(one, other) >= Math.Max(92, one.Radius + other.Radius - 2)
                || one.Places.Count + other.Places.Count > 20);

        static double Apart(MapMark one, MapMark other) => new MapPoint(one.X, one.Y).DistanceTo(new(other.X, other.Y));
    }

    [Fact]
    public void A_name_without_room_beside_its_circle_stands_at_the_end_of_a_line()
    {
        var random = new Random(1);
        var marks = Enumerable.Range(0, 20).SelectMany(_ => MapDrawing.Of([.. Enumerable.Range(0, 25).Select(i => new MapPlace(
            $"A town of a name {i}", new(50 + (random.NextDouble() * 6), -4 + (random.NextDouble() * 6)), 1 + random.Next(9)))]).Marks);
        var led = marks.Where(m => m.Label?.Leader is not null).ToList();
        Assert.NotEmpty(led);
        Assert.All(led, m => Assert.InRange(
            new MapPoint(m.X, m.Y).DistanceTo(new(m.Label!.Leader!.X1, m.Label.Leader.Y1)), m.Radius - 2, m.Radius + 2));
    }

    [Fact]
    public void A_map_of_the_world_has_a_closer_one_of_where_most_is_and_a_map_of_a_country_has_none()
    {
        List<MapPlace> europe = [new("London", new(51.5, 0), 5), new("Leeds", new(53.8, -1.5), 3), new("Paris", new(48.9, 2.4), 4),
            new("Berlin", new(52.5, 13.4), 2)];
        List<MapPlace> world = [.. europe, new("Tokyo", new(35.7, 139.8), 1), new("Portland", new(45.5, -122.7), 2)];
        Assert.Equal(europe, MapRegion.Densest(world));
        Assert.Empty(MapRegion.Densest(europe));
    }

    [Fact]
    public void A_flat_map_is_no_higher_than_twenty_rem_where_it_is_twenty_eight_wide() =>
        Assert.InRange(MapDrawing.Of([new("London", new(51.5, 0), 2), new("Inverness", new(57.5, -4.2), 1)], isFlat: true).Height,
            1, MapDrawing.Width * 20 / 28);

    [Fact]
    public void A_tour_is_a_line_through_its_stops_in_their_order()
    {
        var drawing = MapDrawing.Of([new("London", new(51.5, 0), 2), new("Leeds", new(53.8, -1.5), 1)], [0, 1, 0]);
        var (london, leeds) = (drawing.Marks[0], drawing.Marks[1]);
        Assert.Equal($"{london.X},{london.Y} {leeds.X},{leeds.Y} {london.X},{london.Y}", drawing.Route);
    }

    static void Check(IReadOnlyList<GeoPoint> places, IEnumerable<GeoPoint> land, IEnumerable<GeoPoint> sea)
    {
        var frame = MapFrame.Around([.. places]);
        var drawn = new DrawnLand(LandPath.Of(frame, Outlines.World));
        foreach (var point in land) Assert.True(drawn.Covers(frame.Project(point)), $"{point} is land");
        foreach (var point in sea) Assert.False(drawn.Covers(frame.Project(point)), $"{point} is sea");
    }
}
