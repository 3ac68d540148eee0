using HomsScreenings.Text;

namespace HomsScreenings.Places;

/// <summary>
/// What large towns are called by those who live there, and in Arabic, where the gazetteer has them under another name: a list
/// made by hand (data/town-names.tsv).
/// </summary>
static class TownNames
{
    static readonly Lazy<ILookup<string, (string Name, string Country)>> Others = new(Read);

    /// <summary>The towns that somebody may mean by a name, as the gazetteer calls them.</summary>
    /// <param name="key">The name in <see cref="SearchKey"/> form.</param>
    public static IEnumerable<(string Name, string Country)> Meant(string key) => Others.Value[key];

    static ILookup<string, (string Name, string Country)> Read()
    {
        using var file = new StreamReader(typeof(TownNames).Assembly.GetManifestResourceStream("Places.town-names.tsv")
            ?? throw new InvalidOperationException("The names of towns are missing from the program."));
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .SelectMany(town => town[2..].Select(other => (Key: SearchKey.Of(other), Town: (town[0], town[1]))))
            .Distinct().ToLookup(n => n.Key, n => n.Town, StringComparer.Ordinal);
    }
}
