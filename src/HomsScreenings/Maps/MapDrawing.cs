namespace HomsScreenings.Maps;

/// <summary>A place to be marked on a map.</summary>
/// <param name="Weight">What its circle is as large as, in area: a number of screenings.</param>
public sealed record MapPlace(string Name, GeoPoint At, int Weight);

/// <summary>One or more places as they are drawn, in units of the frame.</summary>
/// <param name="Reach">Radius of what can be touched: no smaller than the circle.</param>
/// <param name="Places">By their positions in the list, the most important first.</param>
/// <param name="Name">That of the most important, with how many others there are.</param>
/// <param name="Label">Where the name stands; null where there is no room for it.</param>
public sealed record MapMark(int X, int Y, int Radius, int Reach, IReadOnlyList<int> Places, string Name, MapLabel? Label);

/// <summary>All that is drawn on a map; what it looks like, leads to and is called is the page's affair.</summary>
/// <param name="Land">Data of an SVG path, to be filled by the even-odd rule.</param>
/// <param name="Marks">The places, the most important first.</param>
/// <param name="Route">Points of an SVG polyline; null for no route.</param>
public sealed record MapDrawing(MapFrame Frame, string Land, IReadOnlyList<MapMark> Marks, string? Route)
{
    public const int Width = MapFrame.Width;

    /// <summary>Radius of a circle with a number in it.</summary>
    public const int NumberedRadius = 30;

    const double MinRadius = 16, MaxRadius = 56;
    // 24 CSS pixels where a map is 260 wide, as on the smallest telephones (WCAG 2.2, 2.5.8), and twice that from one to the next.
    const double WantedReach = 47, Spacing = 2 * WantedReach;
    // Between a circle and the ring around the one that has the focus.
    const double Ring = 9;

    public int Height => Frame.Height;

    /// <summary>Draws places.</summary>
    /// <param name="route">Places, by their positions in the list, in the order of a journey; null for none.</param>
    /// <param name="isFlat">Whether the map has to be a good deal wider than high.</param>
    /// <param name="withOthers">How a name is written that stands for others too: 'Leeds +2'.</param>
    public static MapDrawing Of(IReadOnlyList<MapPlace> places, IReadOnlyList<int>? route = null, bool isFlat = false,
        Func<string, int, string>? withOthers = null)
    {
        var frame = MapFrame.Around([.. places.Select(p => p.At)], isFlat);
        Func<int, int, double> radius = route is null ? Radius : (_, _) => NumberedRadius;
        var clusters = MapClusters.Of([.. places.Select(p => (frame.Project(p.At), p.Weight))], radius, Spacing);
        var most = clusters.Max(c => c.Weight);
        var labels = new MapLabels([.. clusters.Select(c => new MapCircleAt(c.At, radius(c.Weight, most), c.Weight))], frame.Height);
        var marks = clusters.Select((cluster, i) =>
        {
            var (at, size, name) = (cluster.At, radius(cluster.Weight, most), places[cluster.Places[0]].Name);
            if (cluster.Places.Count > 1) name = withOthers?.Invoke(name, cluster.Places.Count - 1) ?? name;
            return new MapMark(Round(at.X), Round(at.Y), Round(size), Round(Math.Max(size + Ring, WantedReach)), cluster.Places, name,
                labels.Place(i, name));
        }).ToList();
        return new(frame, LandPath.Of(frame), marks, route is null ? null : Line(marks, route));
    }

    /// <summary>The way from mark to mark; places that are drawn as one are no way apart.</summary>
    static string? Line(List<MapMark> marks, IReadOnlyList<int> route)
    {
        var points = new List<string>();
        foreach (var mark in route.Select(place => marks.Find(m => m.Places.Contains(place))!))
            if ($"{mark.X},{mark.Y}" is var point && (points.Count == 0 || points[^1] != point)) points.Add(point);
        return string.Join(' ', points);
    }

    static double Radius(int weight, int most)
    {
        var largest = Math.Min(MaxRadius, MinRadius * Math.Sqrt(most));
        return Math.Max(MinRadius, largest * Math.Sqrt((double)weight / most));
    }

    static int Round(double number) => (int)Math.Round(number);
}
