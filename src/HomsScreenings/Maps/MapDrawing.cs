namespace HomsScreenings.Maps;

/// <summary>A place to be marked on a map.</summary>
/// <param name="Weight">What its circle is as large as, in area: a number of screenings.</param>
public sealed record MapPlace(string Name, GeoPoint At, int Weight);

/// <summary>A place as it is drawn, in units of the frame.</summary>
/// <param name="Reach">Radius of what can be touched: no smaller than the circle, and no farther than half way to the next.</param>
/// <param name="Label">Where its name stands; null where there is no room for it.</param>
public sealed record MapMark(int X, int Y, int Radius, int Reach, MapLabel? Label);

/// <summary>All that is drawn on a map; what it looks like, leads to and is called is the page's affair.</summary>
/// <param name="Land">Data of an SVG path, to be filled by the even-odd rule.</param>
/// <param name="Marks">The places, in the order in which they were given.</param>
/// <param name="Route">Points of an SVG polyline; null for no route.</param>
public sealed record MapDrawing(int Height, string Land, IReadOnlyList<MapMark> Marks, string? Route)
{
    public const int Width = MapFrame.Width;

    /// <summary>Radius of a circle with a number in it.</summary>
    public const int NumberedRadius = 30;

    const double MinRadius = 16, MaxRadius = 56;
    // 24 CSS pixels where a map is 290 wide, as on the smallest telephones (WCAG 2.2, 2.5.8).
    const double WantedReach = 42;

    /// <summary>Draws places, the most important first; that order decides whose names are shown and what lies on top.</summary>
    /// <param name="route">Places, by their positions in the list, in the order of a journey; null for none.</param>
    public static MapDrawing Of(IReadOnlyList<MapPlace> places, IReadOnlyList<int>? route = null)
    {
        var frame = MapFrame.Around([.. places.Select(p => p.At)]);
        var most = places.Max(p => p.Weight);
        var circles = places.Select(p => (At: frame.Project(p.At), Radius: route is null ? Radius(p.Weight, most) : NumberedRadius))
            .ToList();
        var labels = new MapLabels(circles, frame.Height);
        var marks = circles.Select(
            (circle, i) =>
                new MapMark(Round(circle.At.X), Round(circle.At.Y),
                    Round(circle.Radius), Round(Reach(circles, i)), labels.Place(i, places[i].Name))).ToList();
        var line = route is null ? null : string.Join(' ', route.Select(i => $"{marks[i].X},{marks[i].Y}"));
        return new(frame.Height, LandPath.Of(frame), marks, line);
    }

    static double Radius(int weight, int most)
    {
        var largest = Math.Min(MaxRadius, MinRadius * Math.Sqrt(most));
        return Math.Max(MinRadius, largest * Math.Sqrt((double)weight / most));
    }

    static double Reach(List<(MapPoint At, double Radius)> circles, int of)
    {
        var nearest = circles.Where((_, i) => i != of).Select(c => c.At.DistanceTo(circles[of].At)).DefaultIfEmpty(double.MaxValue).Min();
        return Math.Max(circles[of].Radius, Math.Min(WantedReach, nearest / 2));
    }

    static int Round(double number) => (int)Math.Round(number);
}
