using System.Globalization;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using HomsScreenings.Web.Site;
using NodaTime;
using NodaTime.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>One state of the programme: what is asked of it, and how it is looked at. Each has one address.</summary>
/// <param name="Month">Of the view by months; null for the one that it begins with.</param>
/// <param name="Page">Of the list, by time, film or venue, from 1 on.</param>
public sealed record ProgrammeAddress(ScreeningFilter Filter,
    ProgrammeView View = ProgrammeView.List, YearMonth? Month = null, int Page = 1)
{
    /// <summary>The same for the cache.</summary>
    public static QueryReader Reader { get; } = new([.. ScreeningFilter.Names, "view", "month", "page"], request =>
        Read(request.Query, out _) is { } address ? ToQuery(address.Pairs()) : null);

    static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("uuuu'-'MM");

    /// <summary>What of the address is not a filter: a form keeps it.</summary>
    public IEnumerable<KeyValuePair<string, string>> ViewPairs()
    {
        if (View != ProgrammeView.List) yield return new("view", Name(View));
        if (Month is { } month) yield return new("month", MonthPattern.Format(month));
    }

    /// <summary>The same state with other filters, given as pairs.</summary>
    public string With(IEnumerable<KeyValuePair<string, string>> filters) => Of(filters.Concat(ViewPairs()));

    /// <summary>The path, with the query string.</summary>
    public override string ToString() => Of(Pairs());

    IEnumerable<KeyValuePair<string, string>> Pairs() => Filter.Pairs().Concat(ViewPairs())
        .Concat(Page > 1 ? [KeyValuePair.Create("page", Page.ToString(CultureInfo.InvariantCulture))] : []);

    /// <summary>One day with the same filters, in the same view where that is one of days.</summary>
    public ProgrammeAddress OfDay(LocalDate day) => new(
        Filter with { From = day, To = day, Past = false }, View is ProgrammeView.Month or ProgrammeView.Map ? ProgrammeView.List : View);

    /// <summary>One day of a month, where a day of many is looked at by film.</summary>
    public string OfDay(MonthDay day) =>
        (OfDay(day.Date) with { View = day.Screenings > Crowding.MaxToRead ? ProgrammeView.Films : ProgrammeView.List }).ToString();

    public string OfMonth(YearMonth month) => (this with { View = ProgrammeView.Month, Month = month }).ToString();

    /// <summary>The list of some towns, with the other filters; of their countries where they are more than a filter holds.</summary>
    public string OfTowns(IReadOnlyList<ProgrammePlace> towns) => new ProgrammeAddress(Filter with
    {
        Cities = towns.Select(t => t.Name).Distinct().Count() > ScreeningFilter.MaxValues ? Filter.Cities
            : [.. towns.Select(t => t.Name).Distinct().Order(StringComparer.Ordinal)],
        Countries = towns.Any(t => t.Country is null) ? Filter.Countries
            : [.. towns.Select(t => t.Country!).Distinct().Order(StringComparer.Ordinal)],
    }).ToString();

    /// <summary>Reads it from a query string; null for what is not understood.</summary>
    /// <param name="problems">Sentences for that.</param>
    public static ProgrammeAddress? Read(IQueryCollection query, out IReadOnlyList<string> problems)
    {
        var filter = ScreeningFilter.Read(query.PairsBut("view", "month", "page"), out problems);
        if (problems.Count > 0) return null;
        var address = Read(filter, query["view"], query["month"], out var problem);
        if (address is not null && PageNumber.TryRead(query["page"], out var number)) return address with { Page = number.Value };
        problems = [problem ?? PageNumber.Problem];
        return null;
    }

    /// <summary>Reads view and month from a query string; what is not given is the list.</summary>
    /// <param name="problem">A sentence for what is not understood.</param>
    static ProgrammeAddress? Read(ScreeningFilter filter, string? view, string? month, out string? problem)
    {
        problem = null;
        var views = Enum.GetValues<ProgrammeView>().Where(v => string.IsNullOrEmpty(view) ? v == ProgrammeView.List : Name(v) == view)
            .ToList();
        if (views is not [var found]) problem = T("The programme has five views: list, films, venues, month and map.");
        else if (string.IsNullOrEmpty(month)) return new(filter, found);
        else if (found != ProgrammeView.Month) problem = T("'month' belongs to view=month.");
        else if (MonthPattern.Parse(month.PlainFigures()) is { Success: true, Value: var of } && Has(of)) return new(filter, found, of);
        else problem = T("'month' is a month such as 2026-06.");
        return null;
    }

    /// <summary>
    /// Whether search engines are to know it: the list as a whole, and that of a city or a film. What else can be asked has no end.
    /// </summary>
    public bool IsIndexed =>
        View == ProgrammeView.List && Filter.Pairs().Take(2).ToList() is [] or [{ Key: "city" or "film" }];

    /// <summary>The rel of a link to it.</summary>
    public string? Rel => IsIndexed ? null : "nofollow";

    /// <summary>Whether the programme can be asked about that month.</summary>
    static bool Has(YearMonth month) => Years.CanBeAskedAbout(month.Year);

    static string Name(ProgrammeView view) => view.ToString().ToLowerInvariant();

    static string Of(IEnumerable<KeyValuePair<string, string>> pairs) =>
        ToQuery(pairs) is { Length: > 0 } query ? $"/screenings?{query}" : "/screenings";

    static string ToQuery(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
}
