namespace HomsScreenings.Maps;

/// <summary>The part of a map of half the world in which most is on: what a map of its own shows closer.</summary>
public static class MapRegion
{
    /// <summary>Smaller maps need no second one.</summary>
    const double MinDegreesAround = 60;

    // A window of the size of western Europe.
    const double DegreesNorth = 9, DegreesEast = 14;

    const int MinPlaces = 4;

    /// <summary>The places of the densest region, in their order; none where nothing stands out.</summary>
    public static IReadOnlyList<MapPlace> Densest(IReadOnlyList<MapPlace> places)
    {
        if (places.Count <= MinPlaces) return [];
        var frame = MapFrame.Around([.. places.Select(p => p.At)]);
        if (frame.East - frame.West < MinDegreesAround) return [];
        var region = places.Select(middle => places.Where(p => IsNear(middle.At, p.At)).ToList()).MaxBy(near => near.Sum(p => p.Weight))!;
        return region.Count >= MinPlaces && region.Count < places.Count && 3 * region.Sum(p => p.Weight) >= places.Sum(p => p.Weight)
            ? region : [];
    }

    static bool IsNear(GeoPoint one, GeoPoint other) =>
        Math.Abs(one.North - other.North) <= DegreesNorth && Math.Abs(Math.IEEERemainder(one.East - other.East, 360)) <= DegreesEast;
}
