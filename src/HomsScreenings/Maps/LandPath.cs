using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace HomsScreenings.Maps;

/// <summary>
/// The land within a frame as the data of one SVG path (SVG 2, 9.3), to be filled by the even-odd rule: a lake is a line
/// within a line. Whole units and no detail that cannot be seen, so that a page stays small.
/// </summary>
public static class LandPath
{
    /// <summary>
    /// How far a line may be off, and how large an island must be, in units: two thirds of a pixel where a map is largest.
    /// </summary>
    const double Tolerance = 1.1;
    const double MinIsland = 3;
    // The lines along the edge of what is clipped stay out of sight.
    const double Beyond = 12;

    // Most maps show what was shown before: the coast does not change with the programme.
    const int MaxRemembered = 32;
    static readonly ConcurrentDictionary<MapFrame, string> Remembered = [];

    /// <summary>The world's land within a frame.</summary>
    public static string Of(MapFrame frame)
    {
        if (Remembered.TryGetValue(frame, out var known)) return known;
        if (Remembered.Count >= MaxRemembered) Remembered.Clear();
        return Remembered[frame] = Of(frame, Outlines.World);
    }

    public static string Of(MapFrame frame, IReadOnlyList<Outline> outlines)
    {
        var path = new StringBuilder();
        foreach (var outline in outlines)
            for (var turn = -360; turn <= 360; turn += 360)
                if (Shows(frame, outline, turn)) Add(path, frame, outline, turn);
        return path.ToString();
    }

    // Once around the earth and back: a frame over the date line counts on beyond 180 degrees.
    static bool Shows(MapFrame frame, Outline outline, int turn) =>
        outline.WestEnd + turn < frame.East && outline.EastEnd + turn > frame.West && outline.SouthEnd < frame.North
        && outline.NorthEnd > frame.South;

    static void Add(StringBuilder path, MapFrame frame, Outline outline, int turn)
    {
        var ring = new List<MapPoint>(outline.Count);
        for (var i = 0; i < outline.Count; i++) ring.Add(frame.Project((outline.East[i] / 100.0) + turn, outline.North[i] / 100.0));
        ring = Clipping.Clip(ring, -Beyond, -Beyond, MapFrame.Width + Beyond, frame.Height + Beyond);
        if (ring.Count < 3 || (ring.Max(p => p.X) - ring.Min(p => p.X) < MinIsland && ring.Max(p => p.Y) - ring.Min(p => p.Y) < MinIsland))
            return;
        ring = Simplification.Simplify(ring, Tolerance);
        if (ring.Count > 2) Write(path, ring);
    }

    static void Write(StringBuilder path, List<MapPoint> ring)
    {
        var (x, y) = Rounded(ring[0]);
        path.Append(CultureInfo.InvariantCulture, $"M{x} {y}l");
        var isFirst = true;
        foreach (var point in ring.Skip(1))
        {
            var (nextX, nextY) = Rounded(point);
            if ((nextX, nextY) == (x, y)) continue;
            Number(path, nextX - x, isFirst);
            Number(path, nextY - y, false);
            (x, y, isFirst) = (nextX, nextY, false);
        }
        if (isFirst) path.Append("0 0");
        path.Append('z');
    }

    // A minus sign parts two numbers as well as a blank does.
    static void Number(StringBuilder path, int number, bool isFirst)
    {
        if (number >= 0 && !isFirst) path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    static (int X, int Y) Rounded(MapPoint point) => ((int)Math.Round(point.X), (int)Math.Round(point.Y));
}
