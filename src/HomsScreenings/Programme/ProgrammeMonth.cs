using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>A screening as it stands in a day of a month: no more than fits there.</summary>
public sealed record DayLine(string Slug, string? Title, List<string> Films, string? Town, LocalTime? Time, ScreeningStatus Status)
{
    /// <summary>Its own title, or the films' joined.</summary>
    public string Heading => Title ?? string.Join(" + ", Films);

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
public sealed record MonthDay(LocalDate Date, int Screenings, IReadOnlyList<DayLine> First);

/// <summary>The programme of a month by its days, past and coming alike.</summary>
/// <param name="Days">The days that have screenings.</param>
/// <param name="Before">Where this month has none: the nearest month before it that has; else null.</param>
/// <param name="After">The nearest after it.</param>
public sealed record ProgrammeMonth(YearMonth Month, IReadOnlyDictionary<LocalDate, MonthDay> Days, YearMonth? Before = null, YearMonth? After = null)
{
    /// <summary>How many screenings a day names.</summary>
    public const int MaxOfADay = 3;

    public int Screenings => Days.Values.Sum(d => d.Screenings);

    /// <summary>Finds a month, in four statements, or in two where it is empty.</summary>
    /// <param name="all">All there are.</param>
    /// <param name="matching">Those of them that are wanted.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Whether nobody waits for it any more.</param>
    public static async Task<ProgrammeMonth> FindAsync(IQueryable<Screening> all, IQueryable<Screening> matching, YearMonth month, CancellationToken cancellationToken)
    {
        var first = month.OnDayOfMonth(1);
        var (begins, ends) = (ProgrammeOrders.BeginningOf(first), ProgrammeOrders.BeginningOf(month.LastDay().PlusDays(1)));
        var days = await DaysAsync(all, matching.Where(s => s.ProgrammeOrder >= begins && s.ProgrammeOrder < ends), cancellationToken);
        if (days.Count > 0) return new(month, days);
        var nearest = await matching.Where(s => s.ProgrammeDate != null).GroupBy(s => s.ProgrammeDate < first)
            .Select(g => new { IsBefore = g.Key, First = g.Min(s => s.ProgrammeDate), Last = g.Max(s => s.ProgrammeDate) }).ToListAsync(cancellationToken);
        return new(month, days, nearest.Find(n => n.IsBefore)?.Last?.ToYearMonth(), nearest.Find(n => !n.IsBefore)?.First?.ToYearMonth());
    }

    /// <summary>Finds all months that have screenings, in four statements.</summary>
    public static async Task<IReadOnlyList<ProgrammeMonth>> FindAllAsync(IQueryable<Screening> screenings, CancellationToken cancellationToken)
    {
        var days = await DaysAsync(screenings, screenings.Where(s => s.ProgrammeDate != null), cancellationToken);
        return [.. days.Values.GroupBy(d => d.Date.ToYearMonth()).OrderBy(m => m.Key.OnDayOfMonth(1))
            .Select(m => new ProgrammeMonth(m.Key, m.ToDictionary(d => d.Date)))];
    }

    /// <summary>The month to begin with: of the first that is still to come, else this one.</summary>
    public static async Task<YearMonth> FirstAsync(IQueryable<Screening> matching, Instant now, CancellationToken cancellationToken) =>
        (await matching.Upcoming(now).InProgrammeOrder().Select(s => s.ProgrammeDate).FirstOrDefaultAsync(cancellationToken) ?? now.InUtc().Date).ToYearMonth();

    static async Task<Dictionary<LocalDate, MonthDay>> DaysAsync(IQueryable<Screening> all, IQueryable<Screening> screenings, CancellationToken cancellationToken)
    {
        var counts = await screenings.GroupBy(s => s.ProgrammeDate!.Value).Select(d => new { Date = d.Key, Screenings = d.Count() }).ToListAsync(cancellationToken);
        if (counts.Count == 0) return [];
        var shown = await FirstOfEachDay(screenings).ToListAsync(cancellationToken);
        var lines = await all.Where(s => shown.Contains(s.Id)).InProgrammeOrder().Select(s => new
        {
            Date = s.ProgrammeDate!.Value,
            Line = new DayLine(s.Slug, s.Translations.Where(w => w.Language == Language.Current.Tag).Select(w => w.Title).FirstOrDefault() ?? s.Title,
                s.Films.OrderBy(f => f.Position).Select(f => f.Film.Translations.Where(w => w.Language == Language.Current.Tag).Select(w => w.Title).FirstOrDefault()
                    ?? (f.Film.TextLanguage != Language.Current.Tag && f.Film.OriginalTitleLanguage == Language.Current.Tag ? f.Film.OriginalTitle : null) ?? f.Film.Title).ToList(),
                s.Town, s.Time, s.Status),
        }).AsSplitQuery().ToListAsync(cancellationToken);
        var first = lines.ToLookup(l => l.Date, l => l.Line);
        return counts.ToDictionary(c => c.Date, c => new MonthDay(c.Date, c.Screenings, [.. first[c.Date]]));
    }

    // Both databases number the rows of each day and take the first.
    static IQueryable<int> FirstOfEachDay(IQueryable<Screening> screenings) => screenings.Select(s => s.ProgrammeDate!.Value).Distinct()
        .SelectMany(day => screenings.Where(s => s.ProgrammeDate!.Value == day)
            .OrderBy(s => s.ProgrammeOrder).ThenBy(s => s.Id).Select(s => s.Id).Take(MaxOfADay));
}
