using System.Runtime.InteropServices;

namespace HomsScreenings.Maps;

/// <summary>To which side of its circle a name stands.</summary>
public enum LabelSide { After, Before, Above, Below }

/// <summary>Where a name stands: its baseline, at its beginning, end or middle as the side has it.</summary>
/// <param name="Leader">A line from the circle to a name that stands farther off; null where it stands beside it.</param>
public sealed record MapLabel(int X, int Y, LabelSide Side, MapLine? Leader = null);

/// <summary>A straight line, in units of the frame.</summary>
public sealed record MapLine(int X1, int Y1, int X2, int Y2);

[StructLayout(LayoutKind.Auto)]
readonly record struct MapCircleAt(MapPoint At, double Radius, int Weight);

/// <summary>
/// Finds room for names, the more important first: none over another, over the edge, or over the circle of a place that is as
/// important. Where there is none beside the circle a name stands farther off, at the end of a line; and at last over lesser circles.
/// </summary>
sealed class MapLabels(IReadOnlyList<MapCircleAt> circles, int height)
{
    /// <summary>The size of the letters where the map is smallest, in units; the style sheet sets no larger one.</summary>
    public const double Size = 36;
    const double Gap = 8;
    // Half an em and a little more is what a letter of a sans serif takes on average.
    const double WidthOfLetter = 0.57 * Size;

    static readonly double[] Distances = [Gap, 55, 105];

    const double Slant = 0.7;

    static readonly (LabelSide Side, double X, double Y)[] Directions =
    [
        (LabelSide.After, 1, 0), (LabelSide.Before, -1, 0), (LabelSide.Above, 0, -1), (LabelSide.Below, 0, 1),
        (LabelSide.After, Slant, -Slant), (LabelSide.After, Slant, Slant),
        (LabelSide.Before, -Slant, -Slant), (LabelSide.Before, -Slant, Slant),
    ];

    readonly List<Box> _taken = [];

    /// <summary>The place for the name of a circle; null where there is none left.</summary>
    public MapLabel? Place(int circle, string name)
    {
        foreach (var covered in new[] { 0, circles[circle].Weight })
            foreach (var distance in Distances)
                foreach (var direction in Directions)
                {
                    var (label, box) = At(circles[circle], direction, distance, name.Length * WidthOfLetter);
                    if (!IsFree(box, circle, covered)) continue;
                    _taken.Add(box);
                    return label;
                }
        return null;
    }

    // Circles of less than that weight may be covered.
    bool IsFree(Box box, int circle, int covered) => box.IsWithin(MapFrame.Width, height) && !_taken.Any(box.Overlaps)
        && !circles.Where((c, i) => i != circle && c.Weight >= covered).Any(c => box.Overlaps(Box.Of(c.At, c.Radius)));

    static (MapLabel, Box) At(MapCircleAt circle, (LabelSide Side, double X, double Y) direction, double distance, double width)
    {
        var (side, across, down) = direction;
        var away = circle.Radius + distance;
        var (x, y) = (circle.At.X + (across * away), circle.At.Y + (down * away));
        var (baseline, left) = side switch
        {
            LabelSide.After => (y + (Size * 0.35), x),
            LabelSide.Before => (y + (Size * 0.35), x - width),
            LabelSide.Above => (y, x - (width / 2)),
            _ => (y + (Size * 0.75), x - (width / 2)),
        };
        var leader = distance == Gap ? null : new MapLine(
            Round(circle.At.X + (across * circle.Radius)), Round(circle.At.Y + (down * circle.Radius)),
            Round(circle.At.X + (across * (away - Gap))), Round(circle.At.Y + (down * (away - Gap))));
        return (new(Round(x), Round(baseline), side, leader), new(left, baseline - (Size * 0.8), left + width, baseline + (Size * 0.25)));
    }

    static int Round(double number) => (int)Math.Round(number);

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Of(MapPoint at, double radius) => new(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius);

        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool IsWithin(double width, double height) => Left >= 0 && Top >= 0 && Right <= width && Bottom <= height;
    }
}
