using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// Parts a row of screenings into pages of whole days, and keeps the numbers of those of one page. What has no date is of
/// no day, and a page may end after each of them.
/// </summary>
/// <param name="wanted">Which page, from 1 on.</param>
sealed class DayPages(int wanted)
{
    readonly List<int> _screenings = [];
    readonly Dictionary<LocalDate, int> _leftOut = [];
    int _page = 1, _onPage, _ofDay;
    long? _day;

    public IReadOnlyList<int> Screenings => _screenings;

    public IReadOnlyDictionary<LocalDate, int> LeftOut => _leftOut;

    /// <summary>Whether the wanted page is over, and another has begun.</summary>
    public bool AreBehind => _page > wanted;

    /// <summary>Takes the next screening of the row.</summary>
    /// <param name="mayEndFrom">The first place in the order of the programme before which a page may end.</param>
    public void Take(in SnapshotRow row, long mayEndFrom = long.MinValue)
    {
        var day = row.Order == ProgrammeOrders.Undated ? (long?)null : ProgrammeOrders.DayNumber(row.Order);
        if (day is null || day != _day) BeginDay(day, row.Order >= mayEndFrom);
        if (day is not null && ++_ofDay > ProgrammePage.MaxOfADay) LeaveOut(ProgrammeOrders.DayOf(row.Order));
        else
        {
            _onPage++;
            if (_page == wanted) _screenings.Add(row.Id);
        }
    }

    /// <summary>What follows is of other days, though they may be the same by their dates.</summary>
    public void BeginAnew() => _day = null;

    void BeginDay(long? day, bool pageMayEnd)
    {
        (_day, _ofDay) = (day, 0);
        if (_onPage < ProgrammePage.MinSize || !pageMayEnd) return;
        (_page, _onPage) = (_page + 1, 0);
    }

    void LeaveOut(LocalDate day)
    {
        if (_page == wanted) _leftOut[day] = _leftOut.GetValueOrDefault(day) + 1;
    }
}
