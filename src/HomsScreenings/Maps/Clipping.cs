namespace HomsScreenings.Maps;

/// <summary>
/// What of a closed line lies within a rectangle (Sutherland and Hodgman, 'Reentrant polygon clipping', 1974). Where it
/// leaves the rectangle, it goes on along the edge.
/// </summary>
public static class Clipping
{
    /// <param name="ring">The points, the first not repeated at the end or repeated: both are understood.</param>
    public static List<MapPoint> Clip(List<MapPoint> ring, double left, double top, double right, double bottom)
    {
        ring = Against(ring, p => p.X >= left, (a, b) => AtX(a, b, left));
        ring = Against(ring, p => p.X <= right, (a, b) => AtX(a, b, right));
        ring = Against(ring, p => p.Y >= top, (a, b) => AtY(a, b, top));
        return Against(ring, p => p.Y <= bottom, (a, b) => AtY(a, b, bottom));
    }

    static List<MapPoint> Against(List<MapPoint> ring, Func<MapPoint, bool> isInside, Func<MapPoint, MapPoint, MapPoint> crossing)
    {
        var kept = new List<MapPoint>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (before, here) = (ring[i == 0 ? ring.Count - 1 : i - 1], ring[i]);
            var (wasInside, inside) = (isInside(before), isInside(here));
            if (wasInside != inside) kept.Add(crossing(before, here));
            if (inside) kept.Add(here);
        }
        return kept;
    }

    static MapPoint AtX(MapPoint a, MapPoint b, double x) => new(x, a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X)));

    static MapPoint AtY(MapPoint a, MapPoint b, double y) => new(a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)), y);
}
