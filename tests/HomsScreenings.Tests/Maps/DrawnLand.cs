using System.Globalization;
using System.Text.RegularExpressions;
using HomsScreenings.Maps;

namespace HomsScreenings.Tests.Maps;

/// <summary>Reads the land of a map back from its path, as a browser would: SVG 2, 9.3, the commands M, l and z.</summary>
sealed partial class DrawnLand
{
    readonly List<List<MapPoint>> _rings = [];

    public DrawnLand(string path)
    {
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Matches(@"^M-?\d+ -?\d+l(-?\d+| -?\d+)+$", ring);
            var numbers = Numbers().Matches(ring).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(0, numbers.Count % 2);
            var (x, y) = (numbers[0], numbers[1]);
            var points = new List<MapPoint> { new(x, y) };
            for (var i = 2; i < numbers.Count; i += 2)
            {
                (x, y) = (x + numbers[i], y + numbers[i + 1]);
                points.Add(new(x, y));
            }
            _rings.Add(points);
        }
    }

    /// <summary>By the even-odd rule: how often a line from the point to the right crosses an outline.</summary>
    public bool Covers(MapPoint point) =>
        _rings.Sum(ring => ring.Where((to, i) => Crosses(ring[i == 0 ? ring.Count - 1 : i - 1], to, point)).Count()) % 2 == 1;

    static bool Crosses(MapPoint from, MapPoint to, MapPoint point) =>
        from.Y > point.Y != to.Y > point.Y && point.X < from.X + ((to.X - from.X) * (point.Y - from.Y) / (to.Y - from.Y));

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Numbers();
}
