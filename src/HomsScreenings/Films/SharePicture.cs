using HomsScreenings.Drawing;

namespace HomsScreenings.Films;

/// <summary>
/// The picture that goes with a shared link (Open Graph, 'og:image'): the same drawing as the poster, wide. There are
/// no words in it, for the program has no fonts to set them in; the title stands beside it wherever a link is shown.
/// </summary>
public static class SharePicture
{
    public const int Width = 1200;
    public const int Height = 630;

    const double Scale = (double)Height / PosterArt.Height;

    public static byte[] Png(string slug)
    {
        var shapes = PosterArt.Of(slug, (int)Math.Ceiling(Width / Scale));
        var canvas = new Canvas(Width, Height, shapes[0].Fill);
        foreach (var shape in shapes)
            canvas.Fill([.. shape.Outlines.Select(o => o.Select(p => (p.X * Scale, p.Y * Scale)).ToList())], shape.Fill, shape.Opacity);
        return PngWriter.Write(canvas);
    }
}
