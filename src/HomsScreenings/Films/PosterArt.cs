using System.Text;

namespace HomsScreenings.Films;

/// <summary>An area in one colour: all its outlines together, by the nonzero rule.</summary>
/// <param name="Fill">'#rrggbb'.</param>
/// <param name="Opacity">From 0 to 1.</param>
public sealed record PosterShape(string Fill, double Opacity, IReadOnlyList<IReadOnlyList<(int X, int Y)>> Outlines);

/// <summary>
/// The drawing that stands where a poster would be and there is none: walls knocked through, one behind the other, and
/// light at the end. It rests on the slug alone, so that every film has its own and always the same, as a poster and,
/// with more wall on both sides, as the wide picture that goes with shared links.
/// </summary>
public sealed class PosterArt
{
    /// <summary>The width of a poster; a wider one has its middle in the middle.</summary>
    public const int PosterWidth = 240;
    public const int Height = 320;

    // Half the width and half the height of the first opening, in hundredths of the usual: a hole, a doorway, a slit, a window, a gap.
    static readonly (int Wide, int High)[] Openings = [(100, 100), (62, 132), (138, 52), (118, 86), (44, 118)];

    readonly List<PosterShape> _shapes = [];
    readonly Chance _chance;
    readonly PosterPalette _palette;
    readonly int _width;

    PosterArt(string slug, int width)
    {
        (_chance, _width) = (new Chance(slug), width);
        _palette = PosterPalette.All[_chance.Between(0, PosterPalette.All.Length - 1)];
    }

    /// <summary>The shapes from back to front; the first covers all.</summary>
    public static IReadOnlyList<PosterShape> Of(string slug, int width = PosterWidth)
    {
        var art = new PosterArt(slug, width);
        art.Draw();
        return art._shapes;
    }

    void Draw()
    {
        _shapes.Add(new(_palette.Plane, 1, [[(0, 0), (_width, 0), (_width, Height), (0, Height)]]));
        Stains();
        var opening = Openings[_chance.Between(0, Openings.Length - 1)];
        var (x, y) = (_chance.Between(80, 160) + (_width - PosterWidth) / 2, _chance.Between(110, 160));
        var (wide, high) = (_chance.Between(64, 92) * opening.Wide / 100, _chance.Between(88, 112) * opening.High / 100);
        var (aside, down) = (_chance.Between(-16, 16), _chance.Between(-8, 12));
        var narrowing = _chance.Between(58, 74);
        foreach (var wall in _palette.Walls)
        {
            Opening(wall, x, y, wide, high);
            (x, y, wide, high) = (x + aside, y + down, wide * narrowing / 100, high * narrowing / 100);
        }
        Dust();
    }

    void Stains()
    {
        for (var i = 0; i < 3; i++)
        {
            var (left, slope, thick, back) = (_chance.Between(20, 300),
                _chance.Between(-60, 60), _chance.Between(6, 30), _chance.Between(20, 300));
            _shapes.Add(new(_palette.Stain, 1, [[(0, left), (_width, left + slope), (_width, left + slope + thick), (0, back)]]));
        }
    }

    // A hole as hammers leave it: points around the middle, none quite where it should be.
    void Opening(string fill, int x, int y, int wide, int high)
    {
        var outline = new (int, int)[_chance.Between(9, 13)];
        for (var i = 0; i < outline.Length; i++)
        {
            var angle = (i + _chance.Between(-25, 25) / 100.0) * 2 * Math.PI / outline.Length;
            var reach = _chance.Between(84, 112) / 100.0;
            outline[i] = (x + (int)Math.Round(Math.Cos(angle) * wide * reach), y + (int)Math.Round(Math.Sin(angle) * high * reach));
        }
        _shapes.Add(new(fill, 1, [outline]));
    }

    void Dust()
    {
        var grains = new IReadOnlyList<(int, int)>[14];
        for (var i = 0; i < grains.Length; i++)
        {
            var (x, y, wide, high) = (_chance.Between(10, _width - 10),
                _chance.Between(10, Height - 10), _chance.Between(1, 3), _chance.Between(1, 3));
            grains[i] = [(x, y), (x + wide, y), (x + wide, y + high), (x + wide - 2, y + high)];
        }
        _shapes.Add(new(_palette.Walls[^1], .35, grains));
    }

    // SplitMix64 on FNV-1a: the same numbers on every machine and in every version, which System.Random does not promise.
    sealed class Chance
    {
        ulong _state = 14695981039346656037;

        public Chance(string slug)
        {
            foreach (var b in Encoding.UTF8.GetBytes(slug)) _state = (_state ^ b) * 1099511628211;
        }

        public int Between(int least, int most)
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return least + (int)((z ^ (z >> 31)) % (ulong)(most - least + 1));
        }
    }
}
