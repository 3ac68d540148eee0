namespace HomsScreenings.Drawing;

/// <summary>
/// A picture of which areas are filled, one over the other, with smooth edges: each row of pixels is cut by several
/// lines, and along each line the part of a pixel that lies inside counts exactly. Nothing but additions and
/// multiplications, so that the same shapes give the same pixels everywhere.
/// </summary>
public sealed class Canvas
{
    const int LinesPerRow = 8;

    readonly double[] _cover;

    /// <param name="background">'#rrggbb'.</param>
    public Canvas(int width, int height, string background)
    {
        (Width, Height, Pixels, _cover) = (width, height, new byte[width * height * 3], new double[width]);
        var colour = Colour(background);
        for (var i = 0; i < Pixels.Length; i++) Pixels[i] = colour[i % 3];
    }

    public int Width { get; }
    public int Height { get; }
    /// <summary>Red, green, blue, row by row.</summary>
    public byte[] Pixels { get; }

    /// <summary>Fills the inside of closed outlines, by the nonzero rule.</summary>
    public void Fill(IReadOnlyList<IReadOnlyList<(double X, double Y)>> outlines, string fill, double opacity)
    {
        var edges = outlines.SelectMany(Edges).ToList();
        if (edges.Count == 0) return;
        var colour = Colour(fill);
        var first = Math.Max(0, (int)Math.Floor(edges.Min(e => e.Top)));
        var last = Math.Min(Height - 1, (int)Math.Floor(edges.Max(e => e.Bottom)));
        for (var row = first; row <= last; row++)
        {
            Array.Clear(_cover);
            for (var line = 0; line < LinesPerRow; line++) Cut(edges, row + (line + 0.5) / LinesPerRow);
            Blend(row, colour, opacity);
        }
    }

    static byte[] Colour(string hex) => Convert.FromHexString(hex.AsSpan(1));

    static IEnumerable<Edge> Edges(IReadOnlyList<(double X, double Y)> outline)
    {
        for (var i = 0; i < outline.Count; i++)
        {
            var (from, to) = (outline[i], outline[(i + 1) % outline.Count]);
            if (from.Y != to.Y) yield return from.Y < to.Y ? new(from.X, from.Y, to.X, to.Y, 1) : new(to.X, to.Y, from.X, from.Y, -1);
        }
    }

    void Cut(List<Edge> edges, double y)
    {
        var winding = 0;
        var entered = 0.0;
        foreach (var (x, turn) in edges.Where(e => e.Top <= y && y < e.Bottom).Select(e => (X: e.At(y), e.Turn)).OrderBy(c => c.X))
        {
            if (winding == 0) entered = x;
            winding += turn;
            if (winding == 0) Cover(entered, x);
        }
    }

    void Cover(double from, double to)
    {
        (from, to) = (Math.Clamp(from, 0, Width), Math.Clamp(to, 0, Width));
        for (var x = (int)from; x < to; x++) _cover[x] += (Math.Min(to, x + 1) - Math.Max(from, x)) / LinesPerRow;
    }

    void Blend(int row, byte[] colour, double opacity)
    {
        for (var x = 0; x < Width; x++)
        {
            if (_cover[x] <= 0) continue;
            var over = Math.Min(1, _cover[x]) * opacity;
            for (var i = 0; i < 3; i++)
            {
                ref var part = ref Pixels[(row * Width + x) * 3 + i];
                part = (byte)(part + (colour[i] - part) * over + 0.5);
            }
        }
    }

    sealed record Edge(double TopX, double Top, double BottomX, double Bottom, int Turn)
    {
        public double At(double y) => TopX + (BottomX - TopX) * (y - Top) / (Bottom - Top);
    }
}
