using HomsScreenings.Places;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>What a filter asks for, in a few words, so that somebody who follows three feeds can tell them apart.</summary>
public static class FilterWords
{
    /// <summary>'Return to Homs, London, free', with the names of records; null for no filter.</summary>
    public static string? Describe(ScreeningFilter filter, FilterTargets targets) => filter.IsEmpty ? null : Listed(Words(filter, targets));

    /// <summary>What the programme is called with a filter: 'Leeds: Programme'.</summary>
    public static string Programme(ScreeningFilter filter, FilterTargets targets) =>
        Heading(filter, targets) is { } asked ? T("{0}: {1}", asked, T("Programme")) : T("Programme");

    /// <summary>'Return to Homs, within 25 km of Keighley': as a heading, with the names of records; null for no filter.</summary>
    public static string? Heading(ScreeningFilter filter, FilterTargets targets) =>
        filter.IsEmpty ? null : ScreeningWords.Capital(Listed(Words(filter, targets)));

    static IEnumerable<string> Words(ScreeningFilter filter, FilterTargets targets)
    {
        if (filter.Query is { } query) yield return T("‘{0}’", query);
        foreach (var (key, slug) in filter.Pairs().Where(p => p.Key is "film" or "series" or "venue" or "organisation"))
            yield return targets.Titles.GetValueOrDefault((key, slug), slug);
        foreach (var city in filter.Cities) yield return PlaceNames.Town(city, null);
        foreach (var country in filter.Countries) yield return CountryCodes.Name(country);
        if (filter.From is { } from) yield return T("from {0}", ScreeningWords.Format(from));
        if (filter.To is { } to) yield return T("to {0}", ScreeningWords.Format(to));
        if (filter.On is { } on) yield return Describe(on);
        if (filter.Past) yield return T("past screenings included");
        if (filter.Free) yield return T("free");
        foreach (var need in filter.Access) yield return Describe(need);
        foreach (var language in filter.Languages) yield return LanguageTags.Name(language);
        if (filter.Near is { } near)
            yield return T("within {0} km of {1}", near.WithinKm,
                near.Called);
    }

    static string Describe(DaysAhead days) => days switch
    {
        DaysAhead.Today => T("today"),
        DaysAhead.Tomorrow => T("tomorrow"),
        DaysAhead.Weekend => T("this weekend"),
        _ => T("next week"),
    };

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
