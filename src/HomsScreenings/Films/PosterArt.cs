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
    public const string Background = "#292521";
    static readonly string[] Walls = ["#413930", "#574430", "#95662b", "#f0b354"];

    readonly List<PosterShape> _shapes = [];
    readonly Chance _chance;
    readonly int _width;

    PosterArt(string slug, int width) => (_chance, _width) = (new Chance(slug), width);

    /// <summary>The shapes from back to front, on the <see cref="Background"/>.</summary>
    public static IReadOnlyList<PosterShape> Of(string slug, int width = PosterWidth)
    {
        var art = new PosterArt(slug, width);
        art.Draw();
        return art._shapes;
    }

    void Draw()
    {
        Stains();
        var (x, y) = (_chance.Between(95, 145) + (_width - PosterWidth) / 2, _chance.Between(125, 175));
        var (wide, high) = (_chance.Between(62, 88), _chance.Between(92, 124));
        var (aside, down) = (_chance.Between(-13, 13), _chance.Between(-4, 12));
        foreach (var wall in Walls)
        {
            Opening(wall, x, y, wide, high);
            (x, y, wide, high) = (x + aside, y + down, wide * 16 / 25, high * 16 / 25);
        }
        Dust();
    }

    void Stains()
    {
        for (var i = 0; i < 3; i++)
        {
            var (left, slope, thick, back) = (_chance.Between(20, 300),
                _chance.Between(-60, 60), _chance.Between(6, 30), _chance.Between(20, 300));
            _shapes.Add(new("#322d28", 1, [[(0, left), (_width, left + slope), (_width, left + slope + thick), (0, back)]]));
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
        _shapes.Add(new("#f0b354", .35, grains));
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
