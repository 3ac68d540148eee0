using HomsScreenings.Programme;
using HomsScreenings.Text;
using HomsScreenings.Time;
using HomsScreenings.Venues;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A list of screenings by day, and what its lines need not say because it is the same all over the list.</summary>
public sealed class ProgrammeList(IReadOnlyList<ScreeningCard> screenings, Instant now)
{
    readonly string? _zone = Commonest.Of(screenings.Where(s => s.ZoneName is not null).Select(s => s.TimeZone).OfType<string>());
    readonly string? _country = Commonest.Of(screenings.Select(s => s.Country).OfType<string>());

    readonly HashSet<(string, LocalDate?)> _oftenADay =
        [.. screenings.GroupBy(s => (s.Heading, s.Date)).Where(s => s.Count() > 1).Select(s => s.Key)];

    /// <summary>Whether the list has others of that name on its day, so that name and day do not tell which it is.</summary>
    public bool IsTwiceADay(ScreeningCard screening) => _oftenADay.Contains((screening.Heading, screening.Date));

    /// <summary>Whether all of it is in one town.</summary>
    public bool IsOfOneTown { get; } = screenings.Select(s => (s.City, s.Country)).Distinct().Count() == 1;

    public IEnumerable<ListedDay> Days => screenings
        .GroupBy(s => (s.ProgrammeDate, Unsaid: s.ProgrammeDate is null ? s.NoDate(now) : null))
        .Select(day => new ListedDay(day.Key.ProgrammeDate, day.Key.Unsaid, [.. day], now));

    /// <summary>The zone of a screening; null where it has none, or that of most of the list.</summary>
    public string? ZoneOf(ScreeningCard screening) => screening.TimeZone == _zone ? null : screening.ZoneName;

    /// <summary>The town of a screening, with its country where that is not the one of most of the list.</summary>
    public string TownOf(ScreeningCard screening) => screening.Country == _country && screening.City is not null
        ? VenueWords.Town(screening.City, screening.Region, null) : screening.Town;
}

/// <summary>A day of a list: its date, or what is said in place of one.</summary>
public sealed record ListedDay(LocalDate? Date, string? Unsaid, IReadOnlyList<ScreeningCard> Screenings, Instant Now)
{
    const int EveningBegins = 17;

    /// <summary>'Tonight', 'Today' or 'Tomorrow', by the clocks of the places; null for other days.</summary>
    public string? Near => Date is not { } date || Screenings[0].TimeZone is not { } zone ? null
        : Period.DaysBetween(ProgrammeDay.Of(Now.InZone(Zones.Get(zone)).LocalDateTime), date) switch
        {
            0 => Screenings.All(s => s.Time is { } time && (time.Hour >= EveningBegins || time < ProgrammeDay.Begins))
                ? T("Tonight") : T("Today"),
            1 => T("Tomorrow"),
            _ => null,
        };

    /// <summary>Month, and the year where the coming twelve months do not say it.</summary>
    public string Month => Date is { } date ? ScreeningWords.Month(date, Now) : "";
}
