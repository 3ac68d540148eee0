using System.Globalization;
using System.Text;
using HomsScreenings.Films;
using HomsScreenings.Records;
using NetVips;

namespace HomsScreenings.Web.Sharing;

/// <summary>What stands behind the words.</summary>
static class ShareGround
{
    // What a photograph is shrunk to and blown up again where it stands out of focus behind itself.
    const int BlurredWidth = 50, BlurredHeight = 27, BlurScale = 24;

    // A face is seen above the words.
    const double FocusHeight = 0.4;

    public static Image Of(ShareSheet sheet) => sheet.Photo is not { } photo ? Drawn(sheet.DrawnFrom, sheet.IsRightToLeft)
        : sheet.Layout.IsFull ? Filling(photo) : OutOfFocus(photo.Jpeg);

    /// <summary>A whole photograph in a size.</summary>
    public static Image Sized(byte[] jpeg, int width, int height)
    {
        using var sized = Image.ThumbnailBuffer(jpeg, width, height: height, size: Enums.Size.Force);
        return Colours(sized);
    }

    static Image Colours(Image picture)
    {
        using var colours = picture.Colourspace(Enums.Interpretation.Srgb);
        return colours.ExtractBand(0, n: 3);
    }

    static Image Filling(ShareGroundPhoto photo)
    {
        var file = photo.File;
        var scale = Math.Max((double)ShareLayout.Width / file.Width, (double)ShareLayout.Height / file.Height);
        var (width, height) = ((int)Math.Ceiling(file.Width * scale), (int)Math.Ceiling(file.Height * scale));
        using var sized = Sized(photo.Jpeg, width, height);
        return sized.ExtractArea(
            Math.Clamp(width * file.FocusX / 100 - ShareLayout.Width / 2, 0, width - ShareLayout.Width),
            Math.Clamp(height * file.FocusY / 100 - (int)(ShareLayout.Height * FocusHeight), 0, height - ShareLayout.Height),
            ShareLayout.Width, ShareLayout.Height);
    }

    static Image OutOfFocus(byte[] jpeg)
    {
        using var small = Image.ThumbnailBuffer(jpeg, BlurredWidth, height: BlurredHeight, crop: Enums.Interesting.Centre);
        using var colours = Colours(small);
        using var soft = colours.Gaussblur(1.2);
        using var large = soft.Resize(BlurScale, kernel: Enums.Kernel.Cubic);
        return large.ExtractArea(0, 0, ShareLayout.Width, ShareLayout.Height);
    }

    // More wall than is seen: the light is moved from its middle to the side on which no words stand.
    static Image Drawn(string slug, bool isRightToLeft)
    {
        const double seen = (double)ShareLayout.Width * PosterArt.Height / ShareLayout.Height;
        var before = seen * (isRightToLeft ? 1 - ShareLayout.LightAt : ShareLayout.LightAt);
        var whole = (int)Math.Ceiling(2 * seen);
        var left = whole / 2.0 - before;
        var view = string.Create(CultureInfo.InvariantCulture, $"{left:0.##} 0 {seen:0.##} {PosterArt.Height}");
        var svg = string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{ShareLayout.Width}" height="{ShareLayout.Height}" viewBox="{view}"
              preserveAspectRatio="xMidYMid slice">{Poster.Paths(PosterArt.Of(slug, whole))}</svg>
            """);
        using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg));
        using var opaque = drawn.Flatten();
        return opaque.ExtractArea(0, 0, ShareLayout.Width, ShareLayout.Height);
    }
}
