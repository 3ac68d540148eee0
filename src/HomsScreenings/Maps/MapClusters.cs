namespace HomsScreenings.Maps;

/// <summary>Places that are drawn as one circle, for theirs would lie over one another.</summary>
/// <param name="Places">By their positions in the list, the most important first.</param>
/// <param name="At">Where the most important one is.</param>
/// <param name="Weight">That of all together.</param>
sealed record MapCluster(IReadOnlyList<int> Places, MapPoint At, int Weight);

/// <summary>Puts places together until no circle touches another, and each can be hit with a finger.</summary>
static class MapClusters
{
    /// <summary>A link that leads to all places of a cluster names each; the programme takes so many names.</summary>
    public const int MaxPlaces = 20;

    /// <param name="places">The places on the map, with their weights.</param>
    /// <param name="radius">Of a circle, by its weight and the largest weight on the map.</param>
    /// <param name="spacing">Least distance from one middle to the next, in units.</param>
    public static List<MapCluster> Of(IReadOnlyList<(MapPoint At, int Weight)> places, Func<int, int, double> radius, double spacing)
    {
        var clusters = places.Select((place, i) => new MapCluster([i], place.At, place.Weight)).ToList();
        while (true)
        {
            var joined = Joined(clusters, radius, spacing);
            if (joined.Count == clusters.Count) return joined;
            clusters = joined;
        }
    }

    static List<MapCluster> Joined(List<MapCluster> clusters, Func<int, int, double> radius, double spacing)
    {
        var most = clusters.Max(c => c.Weight);
        var joined = new List<MapCluster>();
        foreach (var cluster in clusters.OrderByDescending(c => c.Weight).ThenBy(c => c.Places[0]))
        {
            var reach = radius(cluster.Weight, most);
            var near = joined.FindIndex(other => other.Places.Count + cluster.Places.Count <= MaxPlaces
                && other.At.DistanceTo(cluster.At) < Math.Max(spacing, reach + radius(other.Weight, most)));
            if (near < 0) joined.Add(cluster);
            else joined[near] = joined[near] with
            {
                Places = [.. joined[near].Places, .. cluster.Places],
                Weight = joined[near].Weight + cluster.Weight,
            };
        }
        return joined;
    }
}
