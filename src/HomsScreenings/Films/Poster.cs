using System.Globalization;
using System.Text;

namespace HomsScreenings.Films;

/// <summary>Writes <see cref="PosterArt"/> into pages.</summary>
public static class Poster
{
    /// <summary>The drawing as an SVG element (SVG 2), without a text alternative: it says nothing that the page does not.</summary>
    public static string Svg(string slug)
    {
        var (width, height) = (PosterArt.PosterWidth, PosterArt.Height);
        var svg = new StringBuilder(
            $"""<svg class="poster" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false"><path fill="{PosterArt.Background}" d="M0 0h{width}v{height}H0z"/>""");
        foreach (var shape in PosterArt.Of(slug)) Path(svg, shape);
        return svg.Append("</svg>").ToString();
    }

    static void Path(StringBuilder svg, PosterShape shape)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{shape.Fill}\"");
        if (shape.Opacity < 1) svg.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{shape.Opacity}\"");
        svg.Append(" d=\"");
        foreach (var outline in shape.Outlines)
        {
            for (var i = 0; i < outline.Count; i++)
                svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{outline[i].X} {outline[i].Y}");
            svg.Append('z');
        }
        svg.Append("\"/>");
    }
}
