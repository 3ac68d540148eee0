using HomsScreenings.Records;
using HomsScreenings.Sharing;

namespace HomsScreenings.Web.Sharing;

/// <summary>
/// Where everything stands, in pixels. A wide photograph fills the picture, with the words at its foot; one that is upright or
/// small stands whole at the end of the line; of the drawing the light is there. All of it is mirrored for a language that is
/// written from right to left.
/// </summary>
/// <param name="Photo">The photograph; null for the drawing.</param>
public sealed record ShareLayout(PictureFile? Photo, bool IsRightToLeft)
{
    public const int Width = ShareCard.Width, Height = ShareCard.Height;

    /// <summary>Between the words and the edges of the picture.</summary>
    public const int Margin = 64;

    /// <summary>Where the last line ends.</summary>
    public const int Foot = Height - 58;

    /// <summary>How high the band is that says what is other than planned.</summary>
    public const int BandHeight = 92;

    // What is smaller would have to be blown up to fill the picture, and what is narrower would lose most of itself.
    const int MinFullWidth = 720;
    const double MinFullShape = 1.2;

    // Of a photograph that stands whole.
    const int MaxWholeWidth = 460, MaxWholeHeight = Height - 2 * Inset, Inset = 48;

    // Between the words and the photograph beside them; and how wide a line may be where the light of the drawing is beside it.
    const int Gap = 56, MaxLineBesideLight = 720;

    /// <summary>How much of the drawing's width lies before its light.</summary>
    public const double LightAt = 0.76;

    /// <summary>Whether the photograph fills the picture.</summary>
    public bool IsFull => Photo is { } file && file.Width >= MinFullWidth && file.Width >= file.Height * MinFullShape;

    /// <summary>Where the photograph stands that does not fill the picture; null where there is none.</summary>
    public Box? Whole(int top)
    {
        if (Photo is not { } file || IsFull) return null;
        var scale = Math.Min((double)MaxWholeWidth / file.Width, (double)(MaxWholeHeight - top) / file.Height);
        var (width, height) = (Math.Max(1, (int)(file.Width * scale)), Math.Max(1, (int)(file.Height * scale)));
        return new(IsRightToLeft ? Inset : Width - Inset - width, top + (Height - top - height) / 2, width, height);
    }

    /// <summary>How wide a line may be.</summary>
    /// <param name="top">Where what stands below the band begins.</param>
    public int LineWidth(int top) => IsFull ? Width - 2 * Margin
        : Whole(top) is { } whole ? Width - Margin - Gap - whole.Width - Inset : MaxLineBesideLight;

    /// <summary>Where something begins that stands at the beginning of a line.</summary>
    public int AtStart(int width) => IsRightToLeft ? Width - Margin - width : Margin;

    /// <summary>Where something begins that stands at the end of a line.</summary>
    public int AtEnd(int width) => IsRightToLeft ? Margin : Width - Margin - width;
}

/// <summary>A part of a picture, in pixels.</summary>
public sealed record Box(int Left, int Top, int Width, int Height);
