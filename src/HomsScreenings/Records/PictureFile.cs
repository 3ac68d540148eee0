using System.Globalization;

namespace HomsScreenings.Records;

/// <summary>
/// The files of a picture, and what a page needs to show them before they arrive. In the database it is one short text:
/// '9f86d081884c7d65 1920 1080 #a1b2c3 50 35'.
/// </summary>
/// <param name="Hash">What the names of its files begin with.</param>
/// <param name="Width">Of the largest, in pixels.</param>
/// <param name="Height">Of the largest, in pixels.</param>
/// <param name="Colour">Its mean colour, '#rrggbb'.</param>
/// <param name="FocusX">What must stay in view where it is cut, in per cent from the left.</param>
/// <param name="FocusY">The same from the top.</param>
public sealed record PictureFile(string Hash, int Width, int Height, string Colour, int FocusX, int FocusY)
{
    /// <summary>Where the focus is, in per cent, unless somebody has set it.</summary>
    public const int Middle = 50;

    /// <summary>Hexadecimal digits of the hash.</summary>
    public const int HashLength = 32;

    /// <summary>How long its text is at most.</summary>
    public const int MaxLength = 70;

    // The widths that pages use, in pixels.
    static readonly int[] UsualWidths = [160, 320, 640, 960, 1440, 1920];

    /// <summary>Whether it is higher than wide, as posters are.</summary>
    public bool IsUpright => Height > Width;

    /// <summary>The widths in which it is kept, ascending; the last is its own where it is smaller than the largest that is used.</summary>
    public IReadOnlyList<int> Widths => WidthsOf(Width);

    /// <summary>The same for a picture of a width.</summary>
    public static IReadOnlyList<int> WidthsOf(int width)
    {
        var largest = Math.Min(width, UsualWidths[^1]);
        return [.. UsualWidths.Where(w => w < largest), largest];
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Hash} {Width} {Height} {Colour} {FocusX} {FocusY}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static PictureFile Parse(string text)
    {
        if (text.Split(' ') is not [var hash, var width, var height, var colour, var x, var y])
            throw new FormatException($"'{text}' is no picture.");
        return new(hash, Number(width), Number(height), colour, Number(x), Number(y));

        static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
