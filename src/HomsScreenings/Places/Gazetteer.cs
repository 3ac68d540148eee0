using System.Globalization;
using System.Text;
using HomsScreenings.Text;

namespace HomsScreenings.Places;

/// <summary>
/// Towns of the world from some 5,000 inhabitants up, from GeoNames (CC BY 4.0; data/README.md). The list lies in the
/// program's own file, sorted, and is searched there: nothing of it is held in memory but the pages that are looked at.
/// </summary>
public static class Gazetteer
{
    /// <summary>Who made the list, to be said wherever it is used, as the licence asks.</summary>
    public const string SourceAddress = "https://www.geonames.org/";
    public const string LicenceAddress = "https://creativecommons.org/licenses/by/4.0/";

    // So much larger is the one that is meant when nobody says which: London in England has 20 times the people of London in Ontario.
    const int Outweighs = 10;

    /// <summary>What parts a town from its country where somebody typed both, in the scripts of the site.</summary>
    internal static readonly char[] Commas = [',', '،'];

    /// <summary>The towns of this name, or called so where they lie or in Arabic, the largest first; accents and case aside.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null for any.</param>
    public static IReadOnlyList<Place> Named(string name, string? country = null)
    {
        var key = SearchKey.Of(name);
        if (key.Length == 0) return [];
        using var list = Open();
        var found = list.With(key).ToList();
        if (found.Count == 0) found = [.. list.With(key + " city")]; // 'New York City'
        foreach (var (called, where) in TownNames.Meant(key)) // 'Wien', 'حمص'
            found.AddRange(list.With(SearchKey.Of(called)).Where(p => p.Country == where && p.Name == called && !found.Contains(p)));
        return [
            .. found.Where(p => country is null || string.Equals(p.Country, country, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(p => p.Inhabitants)];
    }

    /// <summary>
    /// The town that a venue's or screening's own words mean, where that is beyond doubt: in its country the largest, without one the only
    /// one or by far the largest.
    /// </summary>
    public static Place? FindUnambiguous(string? town, string? country)
    {
        if (string.IsNullOrWhiteSpace(town)) return null;
        var found = Named(town, country);
        if (found.Count == 0) return null;
        return country is not null || found.Count == 1 || found[0].Inhabitants >= Outweighs * (long)found[1].Inhabitants ? found[0] : null;
    }

    /// <summary>
    /// Reads what somebody typed: 'Leeds', 'Portland, US', 'Portland, United States', 'Portland, OR'; the best first, then what else it
    /// may mean.
    /// </summary>
    public static IReadOnlyList<Place> Read(string text)
    {
        var comma = text.LastIndexOfAny(Commas);
        if (comma < 0) return Named(text);
        var (town, rest) = (text[..comma], text[(comma + 1)..].Trim());
        var all = Named(town);
        var inCountry = all.Where(p => Is(rest, p.Country) || SearchKey.Of(CountryCodes.Name(p.Country)) == SearchKey.Of(rest)).ToList();
        return inCountry.Count > 0 ? inCountry : [.. all.Where(p => Is(rest, p.Part))];
    }

    /// <summary>
    /// The same, but the one town alone where it is beyond doubt, for it is the only one or by far the largest; none or several are to be
    /// asked about.
    /// </summary>
    public static IReadOnlyList<Place> ReadWithChoices(string text)
    {
        var found = Read(text);
        return found.Count > 1 && found[0].Inhabitants >= Outweighs * (long)found[1].Inhabitants ? [found[0]] : found;
    }

    static bool Is(string typed, string code) => string.Equals(typed, code, StringComparison.OrdinalIgnoreCase);

    static SortedLines Open() =>
        new(typeof(Gazetteer).Assembly.GetManifestResourceStream("Places.gazetteer.tsv")
            ?? throw new InvalidOperationException("The gazetteer is missing from the program."));

    /// <summary>Lines of a file that are sorted by the bytes of their first field.</summary>
    sealed class SortedLines(Stream file) : IDisposable
    {
        readonly byte[] _buffer = new byte[512]; // the longest line has some 150

        public IEnumerable<Place> With(string key)
        {
            var wanted = Encoding.UTF8.GetBytes(key);
            for (var at = First(wanted); at < file.Length;)
            {
                var line = LineAt(at);
                if (!KeyOf(line).SequenceEqual(wanted)) yield break;
                yield return Parse(line);
                at += line.Length + 1;
            }
        }

        // The beginning of the first line whose key does not come before the wanted one.
        long First(byte[] wanted)
        {
            long low = 0, high = file.Length;
            while (low < high)
            {
                var middle = LineStart(low + (high - low) / 2, low);
                var line = LineAt(middle);
                if (KeyOf(line).SequenceCompareTo(wanted) < 0) low = middle + line.Length + 1;
                else high = middle;
            }
            return low;
        }

        // Where the line begins in which this byte lies; not before the least.
        long LineStart(long at, long least)
        {
            var from = Math.Max(least, at - _buffer.Length);
            var before = Read(from, (int)(at - from));
            var end = before.LastIndexOf((byte)'\n');
            return end < 0 ? from : from + end + 1;
        }

        byte[] LineAt(long at)
        {
            var rest = Read(at, _buffer.Length);
            var end = rest.IndexOf((byte)'\n');
            return rest[..(end < 0 ? rest.Length : end)].ToArray();
        }

        Span<byte> Read(long at, int count)
        {
            file.Position = at;
            return _buffer.AsSpan(0, file.ReadAtLeast(_buffer.AsSpan(0, count), count, throwOnEndOfStream: false));
        }

        static ReadOnlySpan<byte> KeyOf(byte[] line) => line.AsSpan(0, Math.Max(0, line.AsSpan().IndexOf((byte)'\t')));

        static Place Parse(byte[] line)
        {
            var fields = Encoding.UTF8.GetString(line).Split('\t');
            return new(fields[1], fields[2], fields[3], double.Parse(fields[4], CultureInfo.InvariantCulture),
                double.Parse(fields[5], CultureInfo.InvariantCulture),
                fields[6], int.Parse(fields[7], CultureInfo.InvariantCulture));
        }

        public void Dispose() => file.Dispose();
    }
}
