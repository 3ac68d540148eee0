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
