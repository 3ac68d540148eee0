using HomsScreenings.Places;
using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>What a state of the programme is called: what is asked for, before what it is ('London: Programme').</summary>
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
        if (page.Month is { } month) yield return Name(month);
        if (page.Address.View == ProgrammeView.Map) yield return T("Map");
        if (page.Number.Value > 1) yield return T("Page {0}", page.Number.Value);
    }

    /// <summary>How many there are and in what: '12 screenings in London'.</summary>
    public static string Count(IndexModel page) => (PlaceOf(page.Filter), page.Month) switch
    {
        (null, null) => N(page.Total, "{0} screening", "{0} screenings"),
        ({ } place, null) => N(page.Total, "{0} screening in {1}", "{0} screenings in {1}", place),
        (null, { } month) => N(page.Total, "{0} screening in {1}", "{0} screenings in {1}", Name(month)),
        ({ } place, { } month) => N(page.Total, "{0} screening in {1}, {2}", "{0} screenings in {1}, {2}", place, Name(month)),
    };

    static string Name(ProgrammeMonth month) => ScreeningWords.Month(month.Month.OnDayOfMonth(1));

    static string? PlaceOf(ScreeningFilter filter) =>
        filter.Cities.Count > 0 ? And(filter.Cities.Select(city => PlaceNames.Town(city, null)))
        : filter.Countries.Count > 0 ? And(filter.Countries.Select(Text.CountryCodes.Name)) : null;
}
