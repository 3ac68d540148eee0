using System.Globalization;
using HomsScreenings.Text;

namespace HomsScreenings.Screenings;

/// <summary>What a filter asks for, in a few words, so that somebody who follows three feeds can tell them apart.</summary>
public static class FilterWords
{
    /// <summary>'London, free, step free', or null for no filter.</summary>
    public static string? Say(ScreeningFilter filter) => filter.IsEmpty ? null : string.Join(", ", Words(filter));

    static IEnumerable<string> Words(ScreeningFilter filter)
    {
        if (filter.Query is { } query) yield return $"‘{query}’";
        foreach (var slug in filter.Films.Concat(filter.Series).Concat(filter.Venues).Concat(filter.Organisations)) yield return slug;
        foreach (var city in filter.Cities) yield return city;
        foreach (var country in filter.Countries) yield return CountryCodes.Name(country);
        if (filter.From is { } from) yield return $"from {ScreeningWords.Say(from)}";
        if (filter.To is { } to) yield return $"to {ScreeningWords.Say(to)}";
        if (filter.Past) yield return "past ones too";
        if (filter.Free) yield return "free";
        foreach (var need in filter.Access) yield return ScreeningFilter.Name(need).Replace('-', ' ');
        foreach (var language in filter.Languages) yield return LanguageTags.Name(language);
        if (filter.Near is { } near)
            yield return string.Create(CultureInfo.InvariantCulture, $"within {near.WithinKm} km of {near.Place ?? $"{near.Latitude}, {near.Longitude}"}");
    }
}
