using System.Globalization;
using System.Text;
using NetVips;

namespace HomsScreenings.Web.Sharing;

/// <summary>The dark over the ground, so that light words can be read on it whatever it shows; and the band.</summary>
static class ShareShade
{
    const string Dark = "#14100c";

    /// <summary>A red for what is cancelled, and for nothing else; the warm light for all other states.</summary>
    public const string Red = "#b3201b", Light = "#f3b353";

    public static Image Of(ShareLayout layout, bool hasBand, bool isOff)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{ShareLayout.Width}\" height=\"{ShareLayout.Height}\">");
        var (from, to) = layout.IsRightToLeft ? (1, 0) : (0, 1);
        if (layout.IsFull) Shade(svg, (0, 0), (0, 1), (0, .55), (.2, .14), (.36, .16), (.6, .66), (.8, .88), (1, .95));
        else if (layout.Photo is null) Shade(svg, (from, 0), (to, 0), (0, .82), (.4, .68), (.62, .3), (.85, 0));
        else Shade(svg, (from, 0), (to, 0), (0, .8), (.45, .72), (.85, .5));
        if (hasBand)
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect width=\"{ShareLayout.Width}\" height=\"{ShareLayout.BandHeight}\" fill=\"{(isOff ? Red : Light)}\"/>");
        using var shade = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg.Append("</svg>").ToString()));
        return shade.CopyMemory();
    }

    // A dark that changes along a way over the picture, both ends of which are in parts of its sides.
    static void Shade(StringBuilder svg, (int X, int Y) from, (int X, int Y) to, params ReadOnlySpan<(double At, double Opacity)> stops)
    {
        svg.Append(CultureInfo.InvariantCulture,
            $"<linearGradient id=\"dark\" x1=\"{from.X}\" y1=\"{from.Y}\" x2=\"{to.X}\" y2=\"{to.Y}\">");
        foreach (var (at, opacity) in stops)
            svg.Append(CultureInfo.InvariantCulture, $"<stop offset=\"{at}\" stop-color=\"{Dark}\" stop-opacity=\"{opacity}\"/>");
        svg.Append(CultureInfo.InvariantCulture,
            $"</linearGradient><rect width=\"{ShareLayout.Width}\" height=\"{ShareLayout.Height}\" fill=\"url(#dark)\"/>");
    }
}
