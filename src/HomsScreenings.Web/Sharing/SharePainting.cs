using HomsScreenings.Text;
using NetVips;

namespace HomsScreenings.Web.Sharing;

/// <summary>
/// Paints one picture: the ground, the dark over it, the words on both. Whatever libvips makes on the way is disposed of when the
/// picture is done; what is left to the garbage collector is megabytes that it does not see.
/// </summary>
public sealed class SharePainting : IDisposable
{
    const string Pale = "#fffaf0", Soft = "#ebe3d6", Ink = "#1c1712";

    // Each with the lines that it may take: few and large before many and small.
    static readonly (int, int)[] TitleSizes = [(108, 2), (96, 2), (86, 2), (76, 2), (68, 3), (60, 3), (52, 3), (46, 3), (40, 3)],
        FirstSizes = [(42, 1), (38, 1), (34, 1), (34, 2), (30, 2)], SecondSizes = [(36, 1), (33, 1), (30, 2), (27, 2)],
        StateSizes = [(50, 1), (42, 1)], NameSizes = [(27, 1), (24, 1)], CreditSizes = [(17, 1)];

    // Gives a line that is put together from words and names the direction of its language.
    const char RightToLeftMark = '\u200F';

    readonly ShareSheet _sheet;
    readonly ShareLayout _layout;
    readonly List<Image> _made = [], _layers = [];
    readonly List<int> _lefts = [], _tops = [];

    SharePainting(ShareSheet sheet) => (_sheet, _layout) = (sheet, sheet.Layout);

    /// <summary>The picture as a JPEG without any metadata.</summary>
    /// <exception cref="VipsException">Something is not as it should be: a font is missing, a photograph damaged.</exception>
    public static byte[] Jpeg(ShareSheet sheet)
    {
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        ShareType.LoadFonts();
        using var painting = new SharePainting(sheet);
        return painting.Paint();
    }

    byte[] Paint()
    {
        var card = _sheet.Card;
        var top = card.State is null ? 0 : ShareLayout.BandHeight;
        Lay(ShareShade.Of(_layout, card.State is not null, card.IsOff), 0, 0);
        if (_layout.Whole(top) is { } whole) Lay(ShareGround.Sized(_sheet.Photo!.Jpeg, whole.Width, whole.Height), whole.Left, whole.Top);
        if (card.State is { } state) Band(Directed(state)!, card.IsOff ? Pale : Ink);
        Head(top + 44);
        var foot = Line(Directed(card.Second), SecondSizes, Soft, ShareLayout.Foot, top);
        foot = Line(Directed(card.First), FirstSizes, ShareShade.Light, foot - 22, top);
        Line(CleanText.WithoutOrderMarks(card.Title), TitleSizes, Pale, foot - 42, top);
        var ground = Keep(ShareGround.Of(_sheet));
        var done = Keep(ground.Composite([.. _layers], [.. _layers.Select(_ => Enums.BlendMode.Over)], x: [.. _lefts], y: [.. _tops]));
        var opaque = Keep(Keep(done.Flatten()).Cast(Enums.BandFormat.Uchar));
        return opaque.JpegsaveBuffer(q: 88, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    string? Directed(string? line) => line is not null && _layout.IsRightToLeft ? RightToLeftMark + line : line;

    // The state at the beginning of its band.
    void Band(string state, string colour)
    {
        if (ShareType.Set(state, StateSizes, ShareLayout.Width - 2 * ShareLayout.Margin, ShareLayout.BandHeight, _layout.IsRightToLeft)
            is { } set) Lay(set, colour, _layout.AtStart(set.Width), (ShareLayout.BandHeight - set.Height) / 2);
    }

    // The name of the site, and whose the photograph is.
    void Head(int top)
    {
        var width = _layout.LineWidth(top) / 2;
        if (ShareType.Set(_sheet.SiteName, NameSizes, width, 60, _layout.IsRightToLeft) is { } name)
            Lay(name, Soft, _layout.AtStart(name.Width), top);
        if (_sheet.Photo?.Credit is { } said && _layout.IsFull
            && ShareType.Set(said, CreditSizes, width, 40, !_layout.IsRightToLeft) is { } credit)
            Lay(credit, Soft, _layout.AtEnd(credit.Width), top);
    }

    // One text above what stands below it; where it begins, for what stands above.
    int Line(string? text, (int, int)[] sizes, string colour, int foot, int top)
    {
        const int head = 100;
        if (text is null
            || ShareType.Set(text, sizes, _layout.LineWidth(top), foot - top - head, _layout.IsRightToLeft) is not { } set) return foot;
        Lay(set, colour, _layout.AtStart(set.Width), foot - set.Height);
        return foot - set.Height;
    }

    void Lay(SetWords words, string colour, int left, int top)
    {
        Keep(words.Mask);
        var ink = Keep(words.Mask.NewFromImage(Parts(colour)));
        var srgb = Keep(ink.Copy(interpretation: Enums.Interpretation.Srgb));
        Lay(srgb.Bandjoin(words.Mask), left, top);
    }

    void Lay(Image layer, int left, int top)
    {
        _layers.Add(Keep(layer));
        _lefts.Add(left);
        _tops.Add(top);
    }

    Image Keep(Image made)
    {
        _made.Add(made);
        return made;
    }

    static double[] Parts(string colour) =>
        [.. Convert.FromHexString(colour.AsSpan(1)).Select(part => (double)part)];

    public void Dispose()
    {
        foreach (var made in _made) made.Dispose();
    }
}
