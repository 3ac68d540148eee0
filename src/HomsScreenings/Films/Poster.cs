using System.Globalization;
using System.Text;

namespace HomsScreenings.Films;

/// <summary>
/// What stands where a poster would be and there is none: walls knocked through, one behind the other, and light at
/// the end. Drawn from the slug alone, so that every film has its own and always the same.
/// </summary>
public static class Poster
{
    const int Width = 240;
    const int Height = 320;
    static readonly string[] Walls = ["#413930", "#574430", "#95662b", "#f0b354"];

    /// <summary>The drawing as an SVG element (SVG 2), without a text alternative: it says nothing that the page does not.</summary>
    public static string Svg(string slug)
    {
        var chance = new Chance(slug);
        var svg = new StringBuilder($"""<svg class="poster" viewBox="0 0 {Width} {Height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false"><path fill="#292521" d="M0 0h{Width}v{Height}H0z"/>""");
        Stains(svg, chance);
        var (x, y) = (chance.Between(95, 145), chance.Between(125, 175));
        var (wide, high) = (chance.Between(62, 88), chance.Between(92, 124));
        var (aside, down) = (chance.Between(-13, 13), chance.Between(-4, 12));
        foreach (var wall in Walls)
        {
            Opening(svg, chance, wall, x, y, wide, high);
            (x, y, wide, high) = (x + aside, y + down, wide * 16 / 25, high * 16 / 25);
        }
        Dust(svg, chance);
        return svg.Append("</svg>").ToString();
    }

    static void Stains(StringBuilder svg, Chance chance)
    {
        for (var i = 0; i < 3; i++)
            svg.Append(CultureInfo.InvariantCulture, $"""<path fill="#322d28" d="M0 {chance.Between(20, 300)}l{Width} {chance.Between(-60, 60)}v{chance.Between(6, 30)}L0 {chance.Between(20, 300)}z"/>""");
    }

    // A hole as hammers leave it: points around the middle, none quite where it should be.
    static void Opening(StringBuilder svg, Chance chance, string fill, int x, int y, int wide, int high)
    {
        var points = chance.Between(9, 13);
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{fill}\" d=\"");
        for (var i = 0; i < points; i++)
        {
            var angle = (i + chance.Between(-25, 25) / 100.0) * 2 * Math.PI / points;
            var reach = chance.Between(84, 112) / 100.0;
            svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x + Math.Round(Math.Cos(angle) * wide * reach)} {y + Math.Round(Math.Sin(angle) * high * reach)}");
        }
        svg.Append("z\"/>");
    }

    static void Dust(StringBuilder svg, Chance chance)
    {
        svg.Append("<path fill=\"#f0b354\" fill-opacity=\".35\" d=\"");
        for (var i = 0; i < 14; i++)
            svg.Append(CultureInfo.InvariantCulture, $"M{chance.Between(10, Width - 10)} {chance.Between(10, Height - 10)}h{chance.Between(1, 3)}v{chance.Between(1, 3)}h-2z");
        svg.Append("\"/>");
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
