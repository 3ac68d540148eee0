using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HomsScreenings.Films;
using HomsScreenings.Pictures;

namespace HomsScreenings.Tests.Films;

public sealed class SharePictureTests
{
    [Fact]
    public void It_is_a_png_of_the_size_that_it_says_and_small()
    {
        foreach (var slug in new[] { "a", "return-to-homs", "silvered-water", new string('z', 80) })
        {
            var png = SharePicture.Png(slug);
            var (width, height, pixels) = ReadPng(png);
            Assert.Equal((1200, 630), (width, height));
            Assert.InRange(png.Length, 3_000, 60_000);
            // the light at the end
            Assert.Contains((0xf0, 0xb3, 0x54),
                Enumerable.Range(0, width * height).Select(i => ((int)pixels[i * 3], (int)pixels[i * 3 + 1], (int)pixels[i * 3 + 2])));
        }
    }

    [Fact]
    public void A_film_always_has_the_same_picture_and_no_other_film_has_it()
    {
        Assert.Equal(SharePicture.Png("return-to-homs"), SharePicture.Png("return-to-homs"));
        Assert.Equal(8, Enumerable.Range(0, 8).Select(n => Convert.ToBase64String(SharePicture.Png($"film-{n}"))).Distinct().Count());
    }

    [Fact]
    public void What_is_half_inside_a_pixel_colours_it_by_half()
    {
        var canvas = new Canvas(4, 2, "#000000");
        canvas.Fill([[(0.5, 0), (2, 0), (2, 1), (0.5, 1)]], "#ffffff", 1);
        canvas.Fill([[(3, 1), (4, 1), (4, 2), (3, 2)]], "#ff0000", 0.5);
        var (_, _, pixels) = ReadPng(PngWriter.Write(canvas));
        Assert.Equal([128, 128, 128, 255, 255, 255, 0, 0, 0, 0, 0, 0, /* second row */ 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 0, 0], pixels);
    }

    [Fact]
    public void Areas_that_overlap_in_one_shape_are_filled_once_and_holes_of_the_same_turn_are_none()
    {
        var canvas = new Canvas(3, 1, "#000000");
        canvas.Fill([[(0, 0), (2, 0), (2, 1), (0, 1)], [(1, 0), (3, 0), (3, 1), (1, 1)]], "#ffffff", 0.5);
        Assert.Equal([128, 128, 128, 128, 128, 128, 128, 128, 128], canvas.Pixels);
    }

    [Fact]
    public void What_lies_outside_is_cut_off()
    {
        var canvas = new Canvas(2, 2, "#000000");
        canvas.Fill([[(-5, -5), (7, -5), (7, 7), (-5, 7)]], "#102030", 1);
        Assert.Equal([.. Enumerable.Repeat<byte[]>([0x10, 0x20, 0x30], 4).SelectMany(p => p)], canvas.Pixels);
    }

    // Reads what the writer may write, and checks every chunk's sum with a table of its own making.
    internal static (int Width, int Height, byte[] Pixels) ReadPng(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        var (chunks, at) = (new List<(string Type, byte[] Data)>(), 8);
        while (at < png.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            Assert.Equal(Crc32(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += length + 12;
        }
        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Select(c => c.Type));
        var header = chunks[0].Data;
        Assert.Equal([8, 2, 0, 0, 0], header[8..]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress)) zlib.CopyTo(raw);
        var (lines, stride) = (raw.ToArray(), width * 3);
        Assert.Equal(height * (stride + 1), lines.Length);
        var pixels = new byte[height * stride];
        for (var row = 0; row < height; row++)
        {
            Assert.Equal(2, lines[row * (stride + 1)]);
            for (var i = 0; i < stride; i++)
                pixels[row * stride + i] = (byte)(lines[row * (stride + 1) + 1 + i] + (row == 0 ? 0 : pixels[(row - 1) * stride + i]));
        }
        return (width, height, pixels);
    }

    // Bit by bit, as ISO/IEC 15948, annex D has it without a table.
    static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xedb88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
