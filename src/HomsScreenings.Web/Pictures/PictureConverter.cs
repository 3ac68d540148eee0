using System.Globalization;
using System.Text.Json;
using HomsScreenings.Records;
using NetVips;

namespace HomsScreenings.Web.Pictures;

/// <summary>
/// Reads one picture from outside and writes its files anew: upright, without anything that it carried along, as AVIF,
/// WebP and JPEG in the widths that pages use. It runs in a process of its own (<see cref="PictureProcess"/>), for whoever
/// reads pictures from strangers must be able to fail.
/// </summary>
public static class PictureConverter
{
    // What libvips recognises by the first bytes of a file; everything else it could read is switched off.
    static readonly string[] Loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"];

    /// <summary>The file for the press and for the copy of the whole.</summary>
    public const string PressFileName = "press.jpg";

    /// <summary>The file of one width and format: '320.avif'.</summary>
    public static string FileNameOf(int width, string format) => string.Create(CultureInfo.InvariantCulture, $"{width}.{format}");

    /// <summary>From now on nothing but pictures is read by this process, whatever asks for it.</summary>
    public static void ReadPicturesAlone()
    {
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders) Operation.Block(loader, false);
    }

    /// <summary>Converts a file into others of a folder, named '320.avif' and the like.</summary>
    /// <exception cref="PictureRefused">It is none, or too large, or damaged.</exception>
    public static ConvertedPicture Convert(string file, string folder)
    {
        Cache.Max = 0;
        try
        {
            Measure(file);
            using var whole = Upright(file);
            Write(whole, folder);
            return new ConvertedPicture(whole.Width, whole.Height, MeanColour(whole), PictureCredit.In(file));
        }
        catch (VipsException)
        {
            throw new PictureRefused(PictureRefusal.Damaged);
        }
    }

    // By its header alone, before a pixel is read.
    static void Measure(string file)
    {
        var loader = Image.FindLoad(file);
        if (loader is null || !Loaders.Any(l => loader.StartsWith(l, StringComparison.Ordinal)))
            throw new PictureRefused(PictureRefusal.NoPicture);
        using var header = Image.NewFromFile(file, access: Enums.Access.Sequential);
        var (width, height) = (header.Width, header.Height);
        if (width > PictureLimits.MaxSide || height > PictureLimits.MaxSide || (long)width * height > PictureLimits.MaxPixels)
            throw new PictureRefused(PictureRefusal.TooManyPixels);
        if (width < PictureLimits.MinSide || height < PictureLimits.MinSide) throw new PictureRefused(PictureRefusal.TooSmall);
    }

    // Turned as the camera was held, in sRGB, eight bits a channel, no larger than the largest that is kept.
    static Image Upright(string file)
    {
        using var read = Image.Thumbnail(file, PictureLimits.MaxKept, height: PictureLimits.MaxKept, size: Enums.Size.Down,
            outputProfile: "srgb", intent: Enums.Intent.Perceptual, failOn: Enums.FailOn.Truncated);
        using var colours = read.Colourspace(Enums.Interpretation.Srgb);
        using var eightBits = colours.Cast(Enums.BandFormat.Uchar);
        return eightBits.CopyMemory();
    }

    static void Write(Image whole, string folder)
    {
        foreach (var width in PictureFile.WidthsOf(whole.Width))
        {
            using var sized = width == whole.Width ? whole.Copy() : whole.ThumbnailImage(width, height: 100_000, size: Enums.Size.Down);
            sized.Heifsave(NameOf("avif"), q: 52, compression: Enums.ForeignHeifCompression.Av1, effort: 3,
                bitdepth: 8, keep: Enums.ForeignKeep.None);
            sized.Webpsave(NameOf("webp"), q: 76, keep: Enums.ForeignKeep.None);
            WriteJpeg(sized, NameOf("jpg"), 78);

            string NameOf(string format) => Path.Combine(folder, FileNameOf(width, format));
        }
        WriteJpeg(whole, Path.Combine(folder, PressFileName), 90);
    }

    static void WriteJpeg(Image picture, string file, int quality)
    {
        using var opaque = Opaque(picture);
        opaque.Jpegsave(file, q: quality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    static Image Opaque(Image picture) => picture.HasAlpha() ? picture.Flatten(background: [255.0, 255, 255]) : picture.Copy();

    static string MeanColour(Image whole)
    {
        using var opaque = Opaque(whole);
        using var one = opaque.ThumbnailImage(1, height: 1, size: Enums.Size.Force);
        var bands = one.Getpoint(0, 0);
        var colour = bands.Length < 3 ? [bands[0], bands[0], bands[0]] : bands;
        return $"#{Hex(colour[0])}{Hex(colour[1])}{Hex(colour[2])}";

        static string Hex(double value) => ((int)Math.Clamp(Math.Round(value), 0, 255)).ToString("x2", CultureInfo.InvariantCulture);
    }
}

/// <summary>What is taken as a picture; said in words by <see cref="PictureRefusals"/>.</summary>
public static class PictureLimits
{
    /// <summary>Bytes of one upload.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;
    /// <summary>Pixels in width or height.</summary>
    public const int MaxSide = 12_000;
    /// <summary>Pixels in all, some more than large cameras have.</summary>
    public const int MaxPixels = 64_000_000;
    /// <summary>Pixels in width and height.</summary>
    public const int MinSide = 80;
    /// <summary>Pixels of the longer side of what is kept for the press.</summary>
    public const int MaxKept = 3_840;
}

/// <summary>What was made of a picture.</summary>
/// <param name="Width">Of the largest, in pixels.</param>
/// <param name="Height">Of the largest, in pixels.</param>
/// <param name="Colour">'#rrggbb'.</param>
/// <param name="Credit">Whose it is, as the file itself said.</param>
public sealed record ConvertedPicture(int Width, int Height, string Colour, string? Credit)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static ConvertedPicture? FromJson(string json) => JsonSerializer.Deserialize<ConvertedPicture>(json);
}
