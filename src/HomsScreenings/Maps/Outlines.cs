using System.Reflection;

namespace HomsScreenings.Maps;

/// <summary>
/// One coastline, closed: hundredths of a degree east and north, and the box that it stands in. Where it crosses the
/// date line it goes on beyond 180 degrees.
/// </summary>
public sealed record Outline(short[] East, short[] North)
{
    public int Count => East.Length;
    public double WestEnd { get; } = East.Min() / 100.0;
    public double EastEnd { get; } = East.Max() / 100.0;
    public double SouthEnd { get; } = North.Min() / 100.0;
    public double NorthEnd { get; } = North.Max() / 100.0;
}

/// <summary>
/// The coastlines of the world, from Natural Earth (public domain); data/README.md says how the file is made. They are
/// read when the first map is drawn, and kept: some hundred kilobytes.
/// </summary>
public static class Outlines
{
    static readonly Lazy<IReadOnlyList<Outline>> All = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Maps.outlines.bin")!;
        return Read(stream);
    });

    public static IReadOnlyList<Outline> World => All.Value;

    /// <summary>Reads the format that data/make-outlines.mjs writes and describes.</summary>
    /// <exception cref="EndOfStreamException">The file ends within an outline.</exception>
    public static IReadOnlyList<Outline> Read(Stream stream)
    {
        using var buffered = new BufferedStream(stream);
        using var reader = new BinaryReader(buffered);
        var outlines = new List<Outline>();
        while (FirstOf(buffered, reader) is { } count)
        {
            var (east, north) = (new short[count], new short[count]);
            var (x, y) = (0, 0);
            for (var i = 0; i < count; i++)
            {
                (x, y) = (x + Difference(reader), y + Difference(reader));
                (east[i], north[i]) = (checked((short)x), checked((short)y));
            }
            outlines.Add(new Outline(east, north));
        }
        return outlines;
    }

    // The number of points of the next outline; null at the end of the file.
    static int? FirstOf(BufferedStream stream, BinaryReader reader)
    {
        var first = stream.ReadByte();
        return first < 0 ? null : first < 128 ? first : first - 128 + (reader.Read7BitEncodedInt() << 7);
    }

    static int Difference(BinaryReader reader)
    {
        var coded = reader.Read7BitEncodedInt();
        return (coded & 1) == 0 ? coded / 2 : -(coded + 1) / 2;
    }
}
