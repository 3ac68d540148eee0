using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>The title of a state of the programme: what is asked for, before what it is ('London: Programme').</summary>
static class ProgrammeTitle
{
    public static string Of(IndexModel page)
    {
        var asked = Parts(page).ToList();
        return asked.Count == 0 ? T("Programme") : T("{0}: {1}", string.Join(T(", "), asked), T("Programme"));
    }

    static IEnumerable<string> Parts(IndexModel page)
    {
        foreach (var filter in page.ActiveFilters) yield return filter.Words;
        if (page.Month is { } month) yield return ScreeningWords.Month(month.Month.OnDayOfMonth(1));
        if (page.Address.View == ProgrammeView.Map) yield return T("Map");
        if (page.Number.Value > 1) yield return T("Page {0}", page.Number.Value);
    }
}
