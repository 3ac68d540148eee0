namespace HomsScreenings.Maps;

/// <summary>
/// A closed line with as few points as it takes for no point that was left out to lie farther from it than the
/// tolerance (Douglas and Peucker, 'Algorithms for the reduction of the number of points', 1973).
/// </summary>
public static class Simplification
{
    public static List<MapPoint> Simplify(List<MapPoint> ring, double tolerance)
    {
        if (ring.Count < 4) return ring;
        // A closed line has no ends to begin with: its first point, and the one farthest from it, are taken for them.
        var opposite = Enumerable.Range(0, ring.Count).MaxBy(i => ring[0].DistanceTo(ring[i]));
        List<MapPoint> line = [.. ring, ring[0]];
        var kept = new bool[line.Count];
        kept[0] = kept[opposite] = true; // and the last is the first again
        var open = new Stack<(int From, int To)>([(0, opposite), (opposite, line.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (farthest, distance) = Farthest(line, part.From, part.To);
            if (distance <= tolerance) continue;
            kept[farthest] = true;
            open.Push((part.From, farthest));
            open.Push((farthest, part.To));
        }
        return [.. line.Where((_, i) => kept[i])];
    }

    static (int At, double Distance) Farthest(List<MapPoint> line, int from, int to)
    {
        var (at, most) = (from, 0.0);
        for (var i = from + 1; i < to; i++)
            if (Distance(line[i], line[from], line[to]) is var distance && distance > most) (at, most) = (i, distance);
        return (at, most);
    }

    // From a point to a stretch of straight line.
    static double Distance(MapPoint point, MapPoint from, MapPoint to)
    {
        var length = from.DistanceTo(to);
        if (length == 0) return point.DistanceTo(from);
        var along = (((point.X - from.X) * (to.X - from.X)) + ((point.Y - from.Y) * (to.Y - from.Y))) / (length * length);
        along = Math.Clamp(along, 0, 1);
        return point.DistanceTo(new(from.X + (along * (to.X - from.X)), from.Y + (along * (to.Y - from.Y))));
    }
}
