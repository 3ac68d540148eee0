using System.Collections.Concurrent;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Places;

/// <summary>
/// What towns and the parts of countries are called in the language that is spoken, where that has names of its own for them:
/// lists made by hand, one a language (data/towns.ar.tsv). What is in no list is called as it was written.
/// </summary>
public static class PlaceNames
{
    static readonly ConcurrentDictionary<(string Kind, string Language), ILookup<string, PlaceName>> Lists = [];

    /// <summary>A town: 'London' is 'لندن'.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where it is not known, and all towns of that name are called the same.</param>
    public static string Town(string name, string? country) => Find("towns", Language.Current, name, country) ?? name;

    /// <summary>A part of a country: a state, a county.</summary>
    public static string Region(string name, string? country) => Find("regions", Language.Current, name, country) ?? name;

    /// <summary>A town as somebody typed it, 'Portland, US'.</summary>
    public static string Typed(string text)
    {
        var comma = text.LastIndexOf(',');
        if (comma < 0) return Town(text, null);
        var (town, rest) = (text[..comma], text[(comma + 1)..].Trim());
        return Texts.T("{0}, {1}", Town(town, CountryCodes.IsKnown(rest) ? rest : null),
            CountryCodes.IsKnown(rest) ? CountryCodes.Name(rest) : Region(rest, null));
    }

    /// <summary>
    /// What a town may be stored under, in <see cref="SearchKey"/> form: as it was typed, and as the towns that may be meant by it.
    /// </summary>
    public static IEnumerable<string> KeysOf(string town)
    {
        var key = SearchKey.Of(town);
        return TownNames.Meant(key).Select(meant => SearchKey.Of(meant.Name)).Prepend(key).Distinct(StringComparer.Ordinal);
    }

    /// <summary>All that a place is called in the other languages: what it is searched by.</summary>
    public static IEnumerable<string> InOtherLanguages(string? town, string? region, string? country)
    {
        foreach (var language in Language.All)
        {
            if (town is not null && Find("towns", language, town, country) is { } townName) yield return townName;
            if (region is not null && Find("regions", language, region, country) is { } regionName) yield return regionName;
            if (country is not null) yield return language.Speaking(() => CountryCodes.Name(country));
        }
    }

    static string? Find(string kind, Language language, string name, string? country)
    {
        if (language == Language.English) return null;
        var named = ListOf(kind, language)[SearchKey.Of(name)];
        var called = named.Where(n => country is null || n.Country == country).Select(n => n.Translation).Distinct().Take(2).ToList();
        return called.Count == 1 ? called[0] : null;
    }

    static ILookup<string, PlaceName> ListOf(string kind, Language language) =>
        Lists.GetOrAdd((kind, language.Tag), static list => PlaceLists.Read($"{list.Kind}.{list.Language}")
            .SelectMany(n => TownNames.OthersOf(n.Name, n.Country).Prepend(n.Name).Select(name => (Key: SearchKey.Of(name), Name: n)))
            .ToLookup(n => n.Key, n => n.Name, StringComparer.Ordinal));
}
