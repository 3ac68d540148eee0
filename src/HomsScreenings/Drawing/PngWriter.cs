using System.Buffers.Binary;
using System.IO.Compression;

namespace HomsScreenings.Drawing;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): eight bits each of red, green and blue, no transparency.</summary>
public static class PngWriter
{
    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
    static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => CrcOfByte((uint)n))];

    public static byte[] Write(Canvas picture)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        (header[8], header[9]) = (8, 2); // bits of a sample; truecolour. The other three have one value each: 0.
        header[10..].Clear();
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Compressed(picture));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    // Each row as the difference from the one above (filter type 2): flat areas become nothing but zeros.
    static byte[] Compressed(Canvas picture)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.SmallestSize))
        {
            var stride = picture.Width * 3;
            var line = new byte[stride + 1];
            line[0] = 2;
            for (var row = 0; row < picture.Height; row++)
            {
                for (var i = 0; i < stride; i++)
                    line[i + 1] = (byte)(picture.Pixels[row * stride + i] - (row == 0 ? 0 : picture.Pixels[(row - 1) * stride + i]));
                zlib.Write(line);
            }
        }
        return bytes.ToArray();
    }

    static void Chunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data) crc = CrcTable[(crc ^ b) & 0xff] ^ (crc >> 8);
        return crc;
    }

    static uint CrcOfByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xedb88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
