using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>What many ask for, in one tap: a link that adds it to what is asked for already, or takes it away again.</summary>
public sealed record Shortcut(string Words, ProgrammeAddress Address, bool IsSet)
{
    public static IEnumerable<Shortcut> Days(ProgrammeAddress address) => Enum.GetValues<DaysAhead>().Select(days =>
        Of(ScreeningWords.Format(days), address, address.Filter.On == days,
            address.Filter with { On = days, From = null, To = null }, address.Filter with { On = null }));

    public static IEnumerable<Shortcut> Provisions(ProgrammeAddress address)
    {
        var filter = address.Filter;
        yield return Of(T("Free"), address, filter.Free, filter with { Free = true }, filter with { Free = false });
        yield return Of(T("Captioned"), address, AccessNeed.Captions);
        yield return Of(T("Step-free"), address, AccessNeed.StepFree);
    }

    static Shortcut Of(string words, ProgrammeAddress address, AccessNeed need)
    {
        var filter = address.Filter;
        return Of(words, address, filter.Access.Contains(need), filter with { Access = [.. filter.Access.Append(need).Order()] },
            filter with { Access = [.. filter.Access.Where(n => n != need)] });
    }

    // From its first page on; a month is kept, for it is looked at and not asked for.
    static Shortcut Of(string words, ProgrammeAddress address, bool isSet, ScreeningFilter with, ScreeningFilter without) =>
        new(words, address with { Filter = isSet ? without : with, Page = 1 }, isSet);
}
