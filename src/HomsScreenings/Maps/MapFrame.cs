namespace HomsScreenings.Maps;

/// <summary>
/// Which part of the earth a map shows, and how it lies on paper: degrees north upwards, degrees east narrowed as the
/// middle of the map has it (the equidistant cylindrical projection), so that a region keeps its shape.
/// </summary>
public sealed record MapFrame
{
    /// <summary>Every map is that wide, in units of its own.</summary>
    public const int Width = 1000;

    /// <summary>
    /// Degrees of latitude, or as much ground to the side, that even one place is shown with: some 550 km, enough for a coast to be known
    /// by.
    /// </summary>
    const double Min = 5;
    const double Padding = 0.16;
    const double Slimmest = 0.8, Flat = 1.4, Broadest = 1.9;
    /// <summary>Places farther apart than that many degrees of longitude are shown on a map of the world.</summary>
    const double WorldFrom = 150;
    // Between the two Diomede Islands, so that no continent is cut; without the ice at either end.
    const double WorldWest = -169, WorldSouth = -57, WorldNorth = 79, WorldMiddle = 36;

    public required double West { get; init; }
    /// <summary>East of <see cref="West"/>, so beyond 180 where the map reaches over the date line.</summary>
    public required double East { get; init; }
    public required double South { get; init; }
    public required double North { get; init; }
    public required double Narrowing { get; init; }

    double UnitsPerDegree => Width / ((East - West) * Narrowing);
    public int Height => (int)Math.Round((North - South) * UnitsPerDegree);

    public MapPoint Project(GeoPoint point) => Project(Unwrapped(point.East), point.North);

    /// <summary>The same for a longitude that is already counted from the map's western edge on.</summary>
    public MapPoint Project(double east, double north) => new((east - West) * Narrowing * UnitsPerDegree, (North - north) * UnitsPerDegree);

    double Unwrapped(double east) => east < West ? east + 360 : east - 360 >= West ? east - 360 : east;

    /// <summary>The frame in which all the points are seen, with some land around them.</summary>
    /// <param name="isFlat">Whether it has to be a good deal wider than high.</param>
    /// <exception cref="ArgumentException">There is no point.</exception>
    public static MapFrame Around(IReadOnlyCollection<GeoPoint> points, bool isFlat = false)
    {
        if (points.Count == 0) throw new ArgumentException("A map shows at least one place.", nameof(points));
        var (west, east) = Span(points);
        var (south, north) = (points.Min(p => p.North), points.Max(p => p.North));
        return east - west > WorldFrom ? World(south, north) : Region(west, east, south, north, isFlat ? Flat : Slimmest);
    }

    // From the point behind the widest stretch without any: across the date line where that is shorter.
    static (double West, double East) Span(IEnumerable<GeoPoint> points)
    {
        var around = points.Select(p => p.East).Distinct().Order().ToList();
        around.Add(around[0] + 360);
        var first = Enumerable.Range(1, around.Count - 1).MaxBy(i => around[i] - around[i - 1]);
        return first == around.Count - 1 ? (around[0], around[^2]) : (around[first], around[first - 1] + 360);
    }

    static MapFrame World(double south, double north) => new()
    {
        West = WorldWest,
        East = WorldWest + 360,
        South = Math.Min(WorldSouth, south - 3),
        North = Math.Max(WorldNorth, north + 3),
        Narrowing = Math.Cos(WorldMiddle * Math.PI / 180),
    };

    static MapFrame Region(double west, double east, double south, double north, double slimmest)
    {
        var (middle, across) = ((south + north) / 2, (west + east) / 2);
        var narrowing = Math.Max(Math.Cos(middle * Math.PI / 180), 0.2);
        var high = Math.Max((north - south) * (1 + (2 * Padding)), Min);
        var wide = Math.Max((east - west) * narrowing * (1 + (2 * Padding)), Min);
        (wide, high) = (Math.Max(wide, high * slimmest), Math.Max(high, wide / Broadest));
        return new()
        {
            West = across - (wide / narrowing / 2),
            East = across + (wide / narrowing / 2),
            South = middle - (high / 2),
            North = middle + (high / 2),
            Narrowing = narrowing,
        };
    }
}
