using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>Days that somebody typed among the words of a search: 'derki this weekend' asks for 'derki' on these days.</summary>
public static class DayWords
{
    // The longest first: 'this weekend' is not 'this' and a weekend.
    static readonly (string Words, DaysAhead Days)[] Known = [.. Language.All.SelectMany(l => Enum.GetValues<DaysAhead>()
        .SelectMany(days => l.Speaking(() => Of(days)).Split('|').Select(words => (Words: SearchKey.Of(words), Days: days))))
        .Distinct().OrderByDescending(known => known.Words.Length)];

    /// <summary>The same filter with the days as days; null where its words name none.</summary>
    public static ScreeningFilter? Meant(ScreeningFilter filter)
    {
        if (filter.Query is null || filter.On is not null) return null;
        var words = $" {SearchKey.Of(filter.Query)} ";
        foreach (var (named, days) in Known)
        {
            if (!words.Contains($" {named} ", StringComparison.Ordinal)) continue;
            var others = words.Replace($" {named} ", " ", StringComparison.Ordinal).Trim();
            return filter with { On = days, Query = others.Length > 0 ? others : null };
        }
        return null;
    }

    static string Of(DaysAhead days) => days switch
    {
        DaysAhead.Today => T("today|tonight|this evening"),
        DaysAhead.Tomorrow => T("tomorrow|tomorrow night"),
        DaysAhead.Weekend => T("weekend|this weekend|at the weekend"),
        _ => T("next week"),
    };
}
