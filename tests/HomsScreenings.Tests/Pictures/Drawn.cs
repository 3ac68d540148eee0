using System.Text;
using NetVips;

namespace HomsScreenings.Tests.Pictures;

/// <summary>Pictures for tests, made when they are needed: good ones, odd ones and hostile ones.</summary>
static class Drawn
{
    /// <summary>A picture of waves, as a file of that ending.</summary>
    public static byte[] File(int width, int height, string ending = ".jpg", Action<MutableImage>? with = null)
    {
        using var waves = Image.Sines(width, height, uchar: true);
        using var bright = waves.Linear([1, 0.7, 0.3], [0, 20, 40]);
        using var colours = bright.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var marked = with is null ? colours.Copy() : colours.Mutate(with);
        return marked.WriteToBuffer(ending);
    }

    /// <summary>What a telephone adds: it was held upright, and where it was.</summary>
    public static void Telephone(MutableImage picture)
    {
        picture.Set(GValue.GIntType, "orientation", 6);
        picture.Set(GValue.GStrType, "exif-ifd0-Make", "Secretphone (Secretphone, ASCII, 12 components, 12 bytes)");
        picture.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "34/1 43/1 0/1 (34, 43, 0, Rational, 3 components, 24 bytes)");
    }

    /// <summary>The credit that an agency writes into its pictures.</summary>
    public static void Credited(MutableImage picture) => picture.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes("""
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="An agency"/></rdf:RDF></x:xmpmeta>
        """));

    /// <summary>What is taken, though it is unusual: what it is, and the file.</summary>
    public static IEnumerable<(string Name, byte[] File)> Odd()
    {
        var jpeg = File(400, 300);
        yield return ("as it should be", jpeg);
        yield return ("PNG under the name of a JPEG", File(400, 300, ".png"));
        yield return ("WebP", File(400, 300, ".webp"));
        yield return ("AVIF", File(400, 300, ".avif"));
        yield return ("a very narrow one", File(90, 3_000, ".png"));
        yield return ("a very wide one", File(9_000, 100, ".png"));
        yield return ("interlaced", File(400, 300, ".jpg[interlace]"));
        yield return ("from a telephone", File(400, 300, with: Telephone));
        yield return ("with something behind its end", [.. jpeg, .. Encoding.ASCII.GetBytes("<script>alert(1)</script>PK\u0003\u0004")]);
        using var waves = Image.Sines(400, 300, uchar: true);
        yield return ("grey", waves.WriteToBuffer(".jpg"));
        using var black = waves > 128;
        yield return ("of one bit", black.WriteToBuffer(".png[bitdepth=1]"));
        using var fine = waves.Linear([256], [0]).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Grey16);
        yield return ("of sixteen bits", fine.WriteToBuffer(".png"));
        using var clear = waves.Bandjoin([waves, waves, waves]).Copy(interpretation: Enums.Interpretation.Srgb);
        yield return ("transparent", clear.WriteToBuffer(".png"));
        using var print = waves.Bandjoin([waves, waves, waves]).Copy(interpretation: Enums.Interpretation.Cmyk);
        yield return ("for printing (CMYK)", print.WriteToBuffer(".jpg"));
        using var palette = File(400, 300, ".png").Read();
        yield return ("with a palette", palette.WriteToBuffer(".png[palette]"));
        using var second = palette.Invert();
        using var moving = Image.Arrayjoin([palette, second], across: 1).Mutate(m => m.Set(GValue.GIntType, "page-height", 300));
        yield return ("moving", moving.WriteToBuffer(".webp"));
    }

    /// <summary>What is refused: what it is, and the file.</summary>
    public static IEnumerable<(string Name, byte[] File)> Hostile()
    {
        var (jpeg, png) = (File(400, 300), File(400, 300, ".png"));
        yield return ("nothing", []);
        yield return ("one byte", [0xFF]);
        yield return ("a text", Encoding.UTF8.GetBytes("This is no picture."));
        yield return ("a page", Encoding.UTF8.GetBytes("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        yield return ("SVG with script", Encoding.UTF8.GetBytes(
            "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><script>alert(1)</script></svg>"));
        yield return ("SVG that reads a file", Encoding.UTF8.GetBytes(
            "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><image href='/etc/passwd'/></svg>"));
        yield return ("PDF", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"));
        yield return ("ZIP", [.. "PK\u0003\u0004"u8, .. new byte[400]]);
        yield return ("a program", [0x7F, .. "ELF"u8, .. new byte[400]]);
        yield return ("GIF", Encoding.ASCII.GetBytes("GIF89a\u0001\0\u0001\0\0\0\0;"));
        yield return ("TIFF", [.. "II*\0"u8, .. new byte[400]]);
        yield return ("BMP", [.. "BM"u8, .. new byte[400]]);
        yield return ("HEIC", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[400]]);
        yield return ("Netpbm of great size", Encoding.ASCII.GetBytes("P6 99999 99999 255\n"));
        yield return ("a MATLAB file", [.. "MATLAB 5.0"u8, .. new byte[400]]);
        yield return ("only the beginning of a JPEG", jpeg[..20]);
        yield return ("half a JPEG", jpeg[..(jpeg.Length / 2)]);
        yield return ("half a PNG", png[..(png.Length / 2)]);
        yield return ("half a WebP", File(400, 300, ".webp")[..200]);
        yield return ("half an AVIF", File(400, 300, ".avif") is var avif ? avif[..(avif.Length / 2)] : []);
        yield return ("a PNG that says it is huge", Sized(png, 2_000_000_000, 2_000_000_000));
        yield return ("a PNG that says it has no size", Sized(png, 0, 0));
        using var black = Image.Black(10_000, 10_000);
        yield return ("a hundred megapixels in a few bytes", black.WriteToBuffer(".png[compression=9]"));
        using var wide = Image.Black(12_001, 90);
        yield return ("wider than any", wide.WriteToBuffer(".png"));
        yield return ("a dot", File(1, 1, ".png"));
        yield return ("too small", File(60, 60, ".png"));
    }

    static Image Read(this byte[] file) => Image.NewFromBuffer(file);

    // The header says other numbers, with a checksum that is right: readers that trust it ask for the memory.
    static byte[] Sized(byte[] png, uint width, uint height)
    {
        var sized = png.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(sized.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(sized.AsSpan(20), height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(sized.AsSpan(29), Checksum(sized.AsSpan(12, 17)));
        return sized;
    }

    // CRC-32 of ISO 3309, as PNG has it.
    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
