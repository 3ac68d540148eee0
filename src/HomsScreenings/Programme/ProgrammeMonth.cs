using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>A screening as it stands in a day of a month: no more than fits there.</summary>
public sealed record DayLine(string Slug, string? Title, List<string> Films, string? Town, string? Country, LocalTime? Time,
    ScreeningStatus Status)
{
    /// <summary>Its own title, or the films' joined.</summary>
    public string Heading => Title ?? string.Join(" + ", Films);

    /// <summary>The town, in the language that is spoken; null where it is not known.</summary>
    public string? TownName => Town is null ? null : PlaceNames.Town(Town, Country);

    public bool IsOn => StatusMark is null;

    /// <summary>What it is marked with where it does not take place; null where it does.</summary>
    public string? StatusMark => Status switch
    {
        ScreeningStatus.Cancelled => T("Cancelled"),
        ScreeningStatus.Postponed => T("Postponed"),
        _ => null,
    };
}

/// <summary>A programme day: how many screenings it has, and the first of them.</summary>
public sealed record MonthDay(LocalDate Date, int Screenings, IReadOnlyList<DayLine> First)
{
    /// <summary>How many are not among the first.</summary>
    public int More => Screenings - First.Count;
}

/// <summary>The programme of a month by its days, past and coming alike.</summary>
/// <param name="Days">The days that have screenings.</param>
/// <param name="Before">The nearest month before it that has screenings; null where none has.</param>
/// <param name="After">The nearest after it.</param>
public sealed record ProgrammeMonth(YearMonth Month, IReadOnlyDictionary<LocalDate, MonthDay> Days,
    YearMonth? Before = null, YearMonth? After = null)
{
    // A month of few screenings names all of an ordinary day; in one of many each day names three and leads to the rest.
    const int MaxOfADay = 12;
    const int MaxOfMonth = 200;
    const int FewOfADay = 3;

    public int Screenings => Days.Values.Sum(d => d.Screenings);

    /// <summary>Finds a month, in two statements, or in none where it is empty.</summary>
    /// <param name="month">The month; null for the one to begin with: of the first that is still to come, else this one.</param>
    public static async Task<ProgrammeMonth> FindAsync(ScreeningsDb db,
        ProgrammeFinder finder, YearMonth? month, CancellationToken cancellationToken)
    {
        var matching = finder.Matching;
        var shown = month ?? FirstOf(matching, finder.Now);
        var first = shown.OnDayOfMonth(1);
        var (begins, ends) = (ProgrammeOrders.BeginningOf(first), ProgrammeOrders.BeginningOf(shown.LastDay().PlusDays(1)));
        var (counts, ids) = (new Dictionary<LocalDate, int>(), new List<(int Id, int InDay)>());
        var (number, date) = (long.MinValue, first);
        matching.Between(begins, ends).ForEach((in row) =>
        {
            if (ProgrammeOrders.DayNumber(row.Order) is var day && day != number) (number, date) = (day, ProgrammeOrders.DayOf(row.Order));
            var count = counts[date] = counts.GetValueOrDefault(date) + 1;
            if (count <= Fits(MaxOfADay)) ids.Add((row.Id, count));
        });
        var most = ids.Count <= MaxOfMonth ? MaxOfADay : FewOfADay;
        IReadOnlyList<(LocalDate, DayLine)> lines = counts.Count == 0 ? []
            : await LinesAsync(db.Screenings.Published(), [.. ids.Where(i => i.InDay <= Fits(most)).Select(i => i.Id)], cancellationToken);
        return new(shown, DaysOf(counts, lines, most), MonthOf(matching.Between(long.MinValue, begins).LastDated()),
            MonthOf(matching.Between(ends, ProgrammeOrders.Undated).First()));
    }

    static YearMonth FirstOf(SnapshotQuery matching, Instant now) =>
        MonthOf(matching.Coming(now).First()) ?? now.InUtc().Date.ToYearMonth();

    static YearMonth? MonthOf(SnapshotRow? row) =>
        row is { Order: not ProgrammeOrders.Undated and var order } ? ProgrammeOrders.DayOf(order).ToYearMonth() : null;

    // 'One more' takes as much room as the one itself.
    static int Fits(int most) => most + 1;

    static Dictionary<LocalDate, MonthDay> DaysOf(
        Dictionary<LocalDate, int> counts, IReadOnlyList<(LocalDate Date, DayLine Line)> lines, int most)
    {
        var first = lines.ToLookup(l => l.Date, l => l.Line);
        return counts.ToDictionary(c => c.Key,
            c => new MonthDay(c.Key, c.Value, [.. first[c.Key].Take(c.Value <= Fits(most) ? Fits(most) : most)]));
    }

    static async Task<IReadOnlyList<(LocalDate, DayLine)>> LinesAsync(
        IQueryable<Screening> all, List<int> ids, CancellationToken cancellationToken)
    {
        var lines = await all.Where(s => ids.Contains(s.Id)).InProgrammeOrder().Select(s => new
        {
            Date = s.ProgrammeDate!.Value,
            Line = new DayLine(s.Slug, s.Translations.In(Language.Current.Tag, w => w.Title) ?? s.Title,
                s.Films.OrderBy(f => f.Position).Select(f => f.Film.TitleIn(Language.Current.Tag)).ToList(),
                s.Town, s.TownCountry, s.Time, s.Status),
        }).AsSplitQuery().ToListAsync(cancellationToken);
        return [.. lines.Select(l => (l.Date, l.Line))];
    }
}
