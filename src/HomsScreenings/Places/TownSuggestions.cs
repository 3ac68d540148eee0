using System.Collections.Concurrent;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Places;

/// <summary>
/// The towns that a form offers while somebody types: those that the lists of names have (data/towns.ar.tsv), each in the words by which
/// <see cref="Gazetteer.ReadWithChoices"/> knows it and no other.
/// </summary>
public static class TownSuggestions
{
    static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Lists = [];

    /// <summary>In the language that is spoken, by name.</summary>
    public static IReadOnlyList<string> Here() => Lists.GetOrAdd(Language.Current.Tag, static _ => Make());

    static IReadOnlyList<string> Make() =>
    [
        .. Language.All.SelectMany(l => PlaceLists.Read($"towns.{l.Tag}")).Select(t => (t.Name, t.Country)).Distinct()
            .Select(t => WordsFor(t.Name, t.Country)).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Create(Language.Current.Culture, ignoreCase: true)),
    ];

    static string? WordsFor(string name, string country)
    {
        var called = PlaceNames.Town(name, country);
        return new[] { called, Texts.T("{0}, {1}", called, CountryCodes.Name(country)) }.FirstOrDefault(
            words => Gazetteer.ReadWithChoices(words) is [var one] && one.Name == name && one.Country == country);
    }
}
