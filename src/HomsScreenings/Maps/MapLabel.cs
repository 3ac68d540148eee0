using System.Runtime.InteropServices;

namespace HomsScreenings.Maps;

/// <summary>To which side of its circle a name stands.</summary>
public enum LabelSide { After, Before, Above, Below }

/// <summary>Where a name stands: its baseline, at its beginning, end or middle as the side has it.</summary>
public sealed record MapLabel(int X, int Y, LabelSide Side);

/// <summary>Finds room for names: the more important first, none over another, over a circle or over the edge.</summary>
sealed class MapLabels(IReadOnlyList<(MapPoint At, double Radius)> circles, int height)
{
    /// <summary>The size of the letters where the map is smallest, in units; the style sheet sets no larger one.</summary>
    public const double Size = 36;
    const double Gap = 8;
    // Half an em and a little more is what a letter of a sans serif takes on average.
    const double WidthOfLetter = 0.57 * Size;

    readonly List<Box> _taken = [];

    /// <summary>The place for the name of a circle; null where there is none left.</summary>
    public MapLabel? Place(int circle, string name)
    {
        foreach (var side in Enum.GetValues<LabelSide>())
        {
            var (label, box) = At(side, circles[circle], name.Length * WidthOfLetter);
            if (!box.IsWithin(MapFrame.Width, height) || _taken.Any(box.Overlaps)) continue;
            if (circles.Where((_, i) => i != circle).Any(c => box.Overlaps(Box.Of(c.At, c.Radius)))) continue;
            _taken.Add(box);
            return label;
        }
        return null;
    }

    static (MapLabel, Box) At(LabelSide side, (MapPoint At, double Radius) circle, double width)
    {
        var ((x, y), away) = (circle.At, circle.Radius + Gap);
        var (labelX, baseline, left) = side switch
        {
            LabelSide.After => (x + away, y + (Size * 0.35), x + away),
            LabelSide.Before => (x - away, y + (Size * 0.35), x - away - width),
            LabelSide.Above => (x, y - away, x - (width / 2)),
            _ => (x, y + away + (Size * 0.75), x - (width / 2)),
        };
        return (new((int)Math.Round(labelX), (int)Math.Round(baseline), side),
            new(left, baseline - (Size * 0.8), left + width, baseline + (Size * 0.25)));
    }

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Of(MapPoint at, double radius) => new(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius);

        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool IsWithin(double width, double height) => Left >= 0 && Top >= 0 && Right <= width && Bottom <= height;
    }
}
