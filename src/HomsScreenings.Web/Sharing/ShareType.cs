using System.Globalization;
using System.Security;
using System.Text;
using HomsScreenings.Text;
using NetVips;

namespace HomsScreenings.Web.Sharing;

/// <summary>Words as a mask: how much ink there is where. It ends where the ink does.</summary>
sealed record SetWords(Image Mask) : IDisposable
{
    public int Width => Mask.Width;
    public int Height => Mask.Height;

    public void Dispose() => Mask.Dispose();
}

/// <summary>Sets words with Pango, which joins Arabic letters, orders lines of both directions and breaks them.</summary>
static class ShareType
{
    // Letter by letter from the first that has it; what neither has comes from the fonts of the machine, if there are any.
    const string Families = "Noto Serif,Noto Naskh Arabic Bold";

    static readonly string[] Files = ["NotoSerif-Bold.ttf", "NotoNaskhArabic-Bold.ttf"];

    // Longer than any title that fits into three lines of the smallest size; and how much of a word may go with what is cut.
    const int MaxLetters = 240, MaxPartOfWord = 20;

    // Little pictures, from tiles to faces: letters say as much, and few machines have a font with them.
    const int FirstPictograph = 0x1F000, LastPictograph = 0x1FBFF;

    // Of the height of a letter: from one line to the next, and what a line takes by itself. Latin lines stand closer than the
    // font has them, for it has room for signs above signs.
    const double LatinLine = 1.36 * LatinSpacing, ArabicLine = 1.75, LatinInk = 1.25, ArabicInk = 1.65, LatinSpacing = 0.88;

    /// <summary>Says where the fonts are; they stay known for as long as the program runs.</summary>
    /// <exception cref="VipsException">They are not there.</exception>
    public static void LoadFonts()
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "data", "fonts", file);
            using var letter = Image.Text("x", font: Families + " 12", fontfile: path);
        }
    }

    /// <summary>
    /// Words in the first of the sizes in which they take few enough lines; what does not even fit into the last is cut.
    /// </summary>
    /// <param name="sizes">In pixels, the largest first, each with the lines that it may take.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <param name="height">How high all lines may be together.</param>
    /// <returns>Null where nothing of it can be seen.</returns>
    public static SetWords? Set(string text, (int Pixels, int Lines)[] sizes, int width, int height, bool isRightToLeft)
    {
        var words = Settable(text);
        if (!words.EnumerateRunes().Any(IsSeen)) return null;
        if (words.Length <= MaxLetters)
            foreach (var size in sizes)
                if (Fitting(words, size) is { } set) return set;
        for (var most = Math.Min(words.Length, MaxLetters); most > 0; most = most * 9 / 10)
            if (Fitting(Cut(words, most), sizes[^1]) is { } set) return set;
        return null;

        SetWords? Fitting(string some, (int Pixels, int Lines) size)
        {
            var set = Set(some, size.Pixels, width, isRightToLeft);
            if (set.Height <= Math.Min(height, HeightOf(some, size.Lines) * size.Pixels) && set.Width <= width) return set;
            set.Dispose();
            return null;
        }
    }

    static string Settable(string text) => string.Concat(CleanText.WithoutNoText(text).ReplaceLineEndings(" ").EnumerateRunes()
        .Where(rune => rune.Value is < FirstPictograph or > LastPictograph)).Trim();

    static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    static string Cut(string words, int most)
    {
        var cut = words.CutTo(most);
        var end = cut.LastIndexOf(' ');
        return (end > 0 && cut.Length - end <= MaxPartOfWord ? cut[..end] : cut).TrimEnd() + "…";
    }

    static double HeightOf(string text, int lines) =>
        HasArabic(text) ? (lines - 1) * ArabicLine + ArabicInk : (lines - 1) * LatinLine + LatinInk;

    static SetWords Set(string text, int size, int width, bool isRightToLeft)
    {
        var markup = SecurityElement.Escape(text);
        if (!HasArabic(text)) markup = string.Create(CultureInfo.InvariantCulture, $"<span line_height=\"{LatinSpacing}\">{markup}</span>");
        // 'Low' is where a line begins: Pango means the right by it where the words themselves run from right to left.
        var align = StartsRightToLeft(text) == isRightToLeft ? Enums.Align.Low : Enums.Align.High;
        using var set = Image.Text(markup, width: width, dpi: 72, wrap: Enums.TextWrap.WordChar, align: align,
            font: string.Create(CultureInfo.InvariantCulture, $"{Families} {size}"));
        return new SetWords(set.CopyMemory());
    }

    // As Pango finds it: by the first letter or mark that has a direction.
    static bool StartsRightToLeft(string text) =>
        text.FirstOrDefault(c => char.IsLetter(c) || IsRightToLeftMark(c)) is var first && (IsRightToLeftMark(first) || IsArabic(first));

    static bool IsRightToLeftMark(char character) => character is '\u200F' or '\u061C';

    static bool HasArabic(string text) => text.Any(IsArabic);

    // Hebrew, Arabic and the scripts between them in Unicode, and the forms of Arabic letters.
    static bool IsArabic(char letter) => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC');
}
