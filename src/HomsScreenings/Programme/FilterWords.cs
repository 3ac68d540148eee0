using System.Globalization;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>What a filter asks for, in a few words, so that somebody who follows three feeds can tell them apart.</summary>
public static class FilterWords
{
    /// <summary>'London, free, step free', or null for no filter.</summary>
    public static string? Describe(ScreeningFilter filter) => filter.IsEmpty ? null : Listed(Words(filter));

    static IEnumerable<string> Words(ScreeningFilter filter)
    {
        if (filter.Query is { } query) yield return T("‘{0}’", query);
        foreach (var slug in filter.Films.Concat(filter.Series).Concat(filter.Venues).Concat(filter.Organisations)) yield return slug;
        foreach (var city in filter.Cities) yield return city;
        foreach (var country in filter.Countries) yield return CountryCodes.Name(country);
        if (filter.From is { } from) yield return T("from {0}", ScreeningWords.Format(from));
        if (filter.To is { } to) yield return T("to {0}", ScreeningWords.Format(to));
        if (filter.Past) yield return T("past ones too");
        if (filter.Free) yield return T("free");
        foreach (var need in filter.Access) yield return Describe(need);
        foreach (var language in filter.Languages) yield return LanguageTags.Name(language);
        if (filter.Near is { } near)
            yield return T("within {0} km of {1}", near.WithinKm,
                near.Place ?? string.Create(CultureInfo.InvariantCulture, $"{near.Latitude}, {near.Longitude}"));
    }

    static string Describe(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => T("step free"),
        AccessNeed.HearingLoop => T("hearing loop"),
        AccessNeed.Captions => T("captions"),
        AccessNeed.AudioDescription => T("audio description"),
        AccessNeed.SignLanguage => T("sign language"),
        _ => T("relaxed"),
    };
}
