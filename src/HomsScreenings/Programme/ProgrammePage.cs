using HomsScreenings.Model;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>
/// One page of the programme, of whole days. Where the past is asked for without a first day, what is over follows what
/// comes, the latest first; with a first day it is all one row of days.
/// </summary>
public sealed record ProgrammePage(IReadOnlyList<ScreeningCard> Screenings, IReadOnlyList<ScreeningCard> Past, int Total)
{
    /// <summary>How many screenings make a page full: it ends with the day in which they come together.</summary>
    public const int MinSize = 50;

    /// <summary>Of a longer day a page has no more; all of it is under an address of its own.</summary>
    public const int MaxOfADay = 400;

    public static ProgrammePage Empty { get; } = new([], [], 0);

    public bool IsEmpty => Screenings.Count + Past.Count == 0;

    /// <summary>The slugs of the films that it shows.</summary>
    public IEnumerable<string> Films => Screenings.Concat(Past).SelectMany(s => s.Films).Select(f => f.Slug);

    public bool HasNext { get; private init; }

    /// <summary>How many a day has that the page leaves out, by the days that are cut.</summary>
    public IReadOnlyDictionary<LocalDate, int> LeftOut { get; private init; } = new Dictionary<LocalDate, int>();

    /// <summary>Finds it: in three statements at most.</summary>
    /// <param name="number">Which page, from 1 on.</param>
    public static async Task<ProgrammePage> FindAsync(
        ScreeningsDb db, ProgrammeFinder finder, int number, CancellationToken cancellationToken)
    {
        var filter = finder.Filter;
        if (filter is { From: { } first, To: { } last } && first == last) return await OfOneDayAsync(db, finder, number, cancellationToken);
        var (pages, coming) = (new DayPages(number), filter.From is not null ? finder.Matching : finder.Matching.Coming(finder.Now));
        var total = coming.Into(pages, mayEndFrom: filter.From is not null ? long.MinValue : TomorrowOf(finder.Now));
        var ofThoseToCome = pages.Screenings.Count;
        if (filter is { From: null, Past: true })
        {
            var over = finder.Matching.Over(finder.Now);
            pages.BeginAnew();
            over.LatestInto(pages);
            total += over.Count();
        }
        var cards = await CardsAsync(db, finder, pages.Screenings, cancellationToken);
        var past = pages.Screenings.Skip(ofThoseToCome).ToHashSet();
        return new([.. cards.Where(c => !past.Contains(c.Id))], [.. cards.Where(c => past.Contains(c.Id))], total)
        {
            HasNext = pages.AreBehind,
            LeftOut = pages.LeftOut,
        };
    }

    // The page of a day cannot end with the day: here it is that long.
    static async Task<ProgrammePage> OfOneDayAsync(
        ScreeningsDb db, ProgrammeFinder finder, int number, CancellationToken cancellationToken)
    {
        var (total, ids) = finder.Matching.Page((number - 1) * MaxOfADay, MaxOfADay);
        return new(await CardsAsync(db, finder, ids, cancellationToken), [], total) { HasNext = total > number * MaxOfADay };
    }

    static async Task<IReadOnlyList<ScreeningCard>> CardsAsync(
        ScreeningsDb db, ProgrammeFinder finder, IReadOnlyList<int> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await ProgrammeCards.OfAsync(db, finder.Snapshot, ids, cancellationToken);

    // What is left of the night before makes no page of its own: today is always on the first.
    static long TomorrowOf(Instant now) => ProgrammeOrders.BeginningOf(now.InUtc().Date.PlusDays(1));
}
