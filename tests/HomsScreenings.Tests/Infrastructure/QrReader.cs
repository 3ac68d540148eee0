using System.Text;
using System.Text.RegularExpressions;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>
/// Reads a QR code (ISO/IEC 18004) as a phone does, from the drawing itself: versions 3 to 6, level M, bytes. It corrects
/// no errors, so that one wrong module is a wrong letter.
/// </summary>
public static class QrReader
{
    const int Quiet = 4;

    // How many blocks of how many data bytes each, at level M.
    static readonly Dictionary<int, (int Blocks, int Bytes)> Blocks = new() { [3] = (1, 44), [4] = (2, 32), [5] = (2, 43), [6] = (4, 27) };

    public static string Read(string viewBox, string path)
    {
        var size = int.Parse(viewBox.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        var all = new bool[size, size];
        foreach (Match run in Regex.Matches(path, @"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1H\d+z",
            RegexOptions.None, TimeSpan.FromSeconds(5)))
            for (var x = 0; x < Number(run, "length"); x++) all[Number(run, "y"), Number(run, "x") + x] = true;
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                if (y < Quiet || x < Quiet || y >= size - Quiet || x >= size - Quiet)
                    Assert.False(all[y, x], "the quiet zone is not quiet");
        var side = size - 2 * Quiet;
        return Read(side, (y, x) => all[y + Quiet, x + Quiet]);
    }

    static int Number(Match run, string name) => int.Parse(run.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    static string Read(int side, Func<int, int, bool> dark)
    {
        foreach (var (top, left) in new[] { (0, 0), (0, side - 7), (side - 7, 0) })
            for (var y = 0; y < 7; y++)
                for (var x = 0; x < 7; x++)
                    Assert.Equal(Math.Max(Math.Abs(y - 3), Math.Abs(x - 3)) != 2, dark(top + y, left + x));
        var format = 0;
        foreach (var x in new[] { 0, 1, 2, 3, 4, 5, 7, 8 }) format = (format << 1) | (dark(8, x) ? 1 : 0);
        format = ((format << 7) >> 10) ^ 0b10101; // level and mask, of fifteen bits the first five
        Assert.Equal(0, format >> 3); // level M
        var mask = format & 7;

        var bytes = new List<byte>();
        var (current, bits) = (0, 0);
        var up = true;
        for (var right = side - 1; right > 0; right -= 2)
        {
            if (right == 6) right--;
            for (var i = 0; i < side; i++)
                for (var half = 0; half < 2; half++)
                {
                    var (y, x) = (up ? side - 1 - i : i, right - half);
                    if (IsFixed(side, y, x)) continue;
                    current = (current << 1) | (dark(y, x) ^ IsMasked(mask, y, x) ? 1 : 0);
                    if (++bits % 8 != 0) continue;
                    bytes.Add((byte)current);
                    current = 0;
                }
            up = !up;
        }
        return Text(bytes, Blocks[(side - 17) / 4]);
    }

    static bool IsFixed(int side, int y, int x) =>
        (y < 9 && x < 9) || (y < 9 && x >= side - 8) || (y >= side - 8 && x < 9) || y == 6 || x == 6
        || (Math.Abs(y - (side - 7)) <= 2 && Math.Abs(x - (side - 7)) <= 2);

    static bool IsMasked(int mask, int y, int x) => mask switch
    {
        0 => (y + x) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (y + x) % 3 == 0,
        4 => (y / 2 + x / 3) % 2 == 0,
        5 => y * x % 2 + y * x % 3 == 0,
        6 => (y * x % 2 + y * x % 3) % 2 == 0,
        _ => ((y + x) % 2 + y * x % 3) % 2 == 0,
    };

    static string Text(List<byte> bytes, (int Blocks, int Bytes) of)
    {
        var data = Enumerable.Range(0, of.Blocks)
            .SelectMany(block => Enumerable.Range(0, of.Bytes).Select(i => bytes[i * of.Blocks + block])).ToList();
        Assert.Equal(4, data[0] >> 4); // bytes
        var length = ((data[0] & 15) << 4) | (data[1] >> 4);
        return Encoding.UTF8.GetString([.. Enumerable.Range(1, length).Select(i => (byte)(((data[i] & 15) << 4) | (data[i + 1] >> 4)))]);
    }
}
