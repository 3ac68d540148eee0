using System.Globalization;
using System.Net;
using System.Text;

namespace HomsScreenings.Films;

/// <summary>Writes <see cref="PosterArt"/> into pages.</summary>
public static class Poster
{
    /// <summary>
    /// The drawing as an SVG element (SVG 2), with the title set into it; without a text alternative, for it says nothing that the
    /// page does not.
    /// </summary>
    /// <param name="title">The title; null for the drawing alone.</param>
    /// <param name="year">The year in the digits of the language; null where it is not known.</param>
    public static string Svg(string slug, string? title = null, string? year = null)
    {
        var (width, height) = (PosterArt.PosterWidth, PosterArt.Height);
        var svg = new StringBuilder(
            $"""<svg class="poster" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">""");
        svg.Append(Paths(PosterArt.Of(slug)));
        if (title is not null) Words(svg, PosterTitle.Of(title, year));
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Shapes as SVG elements, from back to front.</summary>
    public static string Paths(IEnumerable<PosterShape> shapes)
    {
        var svg = new StringBuilder();
        foreach (var shape in shapes) Path(svg, shape);
        return svg.ToString();
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

    static void Words(StringBuilder svg, PosterTitle title)
    {
        foreach (var line in title.Lines)
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{PosterArt.PosterWidth / 2}\" y=\"{line.Y}\" font-size=\"{line.Size}\" direction=\"{title.Direction}\">")
                .Append(WebUtility.HtmlEncode(line.Text)).Append("</text>");
    }
}
