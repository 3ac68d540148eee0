using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HomsScreenings.Tests.Drawing;

static class Png
{
    // Reads what the writer may write, and checks every chunk's sum with a table of its own making.
    public static (int Width, int Height, byte[] Pixels) Read(byte[] png)
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
