using HomsScreenings.Sharing;
using HomsScreenings.Web.Sharing;
using NetVips;

namespace HomsScreenings.Tests.Sharing;

/// <summary>A picture of a shared link, looked at pixel by pixel.</summary>
sealed class Painted
{
    public static readonly ShareCard Card = new("Return to Homs", "Sunday 29 November, 20:15", "Hyde Park Picture House, Leeds");

    readonly byte[] _pixels;

    public Painted(byte[] jpeg)
    {
        Jpeg = jpeg;
        using var picture = Image.JpegloadBuffer(jpeg);
        (Width, Height, Fields) = (picture.Width, picture.Height, picture.GetFields());
        _pixels = picture.WriteToMemory<byte>();
    }

    /// <summary>A picture without a photograph.</summary>
    public static Painted Of(ShareCard card, bool isRightToLeft = false, string site = "Homs Screenings", string from = "return-to-homs") =>
        new(SharePainting.Jpeg(new ShareSheet(card, site, isRightToLeft, from)));

    public byte[] Jpeg { get; }
    public int Width { get; }
    public int Height { get; }
    public string[] Fields { get; }

    /// <summary>How many pixels of a part of it are as bright as words are.</summary>
    public int Ink(int left, int top, int right, int bottom) => Enumerable.Range(top, bottom - top)
        .Sum(y => Enumerable.Range(left, right - left).Count(x => At(x, y) is var (red, green, _) && red > 0xd0 && green > 0x90));

    public (byte Red, byte Green, byte Blue) At(int x, int y) =>
        (_pixels[3 * (y * Width + x)], _pixels[3 * (y * Width + x) + 1], _pixels[3 * (y * Width + x) + 2]);
}
