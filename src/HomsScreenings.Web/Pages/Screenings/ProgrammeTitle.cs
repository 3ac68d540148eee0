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
        if (FilterWords.Heading(page.Filter, page.Targets) is { } filters) yield return filters;
        if (page.Month is { } month) yield return Name(month, page);
        if (page.Address.View is not (ProgrammeView.List or ProgrammeView.Month)) yield return Name(page.Address.View);
        if (page.Number.Value > 1) yield return T("Page {0}", page.Number.Value);
    }

    /// <summary>How many there are and in what: '12 screenings in London'.</summary>
    public static string Count(IndexModel page) => (PlaceOf(page.Filter), page.Month) switch
    {
        (null, null) => N(page.Total, "{0} screening", "{0} screenings"),
        ({ } place, null) => N(page.Total, "{0} screening in {1}", "{0} screenings in {1}", place),
        (null, { } month) => N(page.Total, "{0} screening in {1}", "{0} screenings in {1}", Name(month, page)),
        ({ } place, { } month) => N(page.Total, "{0} screening in {1}, {2}", "{0} screenings in {1}, {2}", place, Name(month, page)),
    };

    /// <summary>What a view is called beside the others.</summary>
    public static string Name(ProgrammeView view) => view switch
    {
        ProgrammeView.List => T("By time"),
        ProgrammeView.Films => T("By film"),
        ProgrammeView.Venues => T("By venue"),
        ProgrammeView.Month => T("Month"),
        _ => T("Map"),
    };

    static string Name(ProgrammeMonth month, IndexModel page) => ScreeningWords.MonthName(month.Month, page.Now);

    static string? PlaceOf(ScreeningFilter filter) =>
        filter.Cities.Count > 0 ? And(filter.Cities.Select(city => PlaceNames.Town(city, null)))
        : filter.Countries.Count > 0 ? And(filter.Countries.Select(Text.CountryCodes.Name)) : null;
}
