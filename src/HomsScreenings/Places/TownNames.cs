using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Places;

/// <summary>
/// What large towns are called by those who live there, and in the languages of the site, where the gazetteer has them under
/// another name: lists made by hand (data/town-names.tsv, data/towns.ar.tsv).
/// </summary>
static class TownNames
{
    static readonly Lazy<ILookup<(string Name, string Country), string>> Others = new(() => PlaceLists.Lines("town-names")
        .SelectMany(town => town[2..].Select(other => (Town: (town[0], town[1]), Other: other)))
        .ToLookup(n => n.Town, n => n.Other));

    static readonly Lazy<ILookup<string, (string Name, string Country)>> Meanings = new(() => Others.Value
        .SelectMany(town => town.Select(other => (Name: other, Town: town.Key)))
        .Concat(Language.All.SelectMany(language => PlaceLists.Read($"towns.{language.Tag}"))
            .Select(town => (Name: town.Translation, Town: (town.Name, town.Country))))
        .Select(n => (Key: SearchKey.Of(n.Name), n.Town)).Distinct()
        .ToLookup(n => n.Key, n => n.Town, StringComparer.Ordinal));

    /// <summary>The towns that somebody may mean by a name, as the gazetteer calls them.</summary>
    /// <param name="key">The name in <see cref="SearchKey"/> form.</param>
    public static IEnumerable<(string Name, string Country)> Meant(string key) => Meanings.Value[key];

    /// <summary>What else a town of the gazetteer is called.</summary>
    public static IEnumerable<string> OthersOf(string name, string country) => Others.Value[(name, country)];
}
