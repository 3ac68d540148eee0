using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Model;

public sealed partial class Screening
{
    /// <summary>How long a screening is taken to last when neither a running time nor an end is known, in minutes.</summary>
    public const int DefaultMinutes = 120;

    /// <summary>The date on the wall of the place; null while it is not known.</summary>
    public LocalDate? Date { get; private set; }
    /// <summary>The announced beginning on the wall of the place; null while it is not known.</summary>
    public LocalTime? Time { get; private set; }
    /// <summary>When clocks go back and show the time twice: the second is meant.</summary>
    public bool SecondTime { get; private set; }
    /// <summary>
    /// The announced end on the wall of the place, where it is not to be worked out; before the beginning it is of the next day.
    /// </summary>
    public LocalTime? EndTime { get; private set; }
    /// <summary>IANA zone of the place; null only while there is no date.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Minutes before the beginning at which the doors open.</summary>
    public int? DoorsMinutes { get; set; }
    /// <summary>Minutes of introduction before the film.</summary>
    public int? IntroductionMinutes { get; private set; }
    /// <summary>Minutes of talk after the film.</summary>
    public int? TalkMinutes { get; private set; }

    /// <summary>Derived: the beginning as an instant; null without a time.</summary>
    public Instant? StartsAt { get; private set; }
    /// <summary>
    /// Derived: when it is over. Announced, or beginning plus introduction, running times and talk (doors open before
    /// the beginning and do not lengthen it); without a time, the end of the day at the place; null without a date.
    /// </summary>
    public Instant? EndsAt { get; private set; }
    /// <summary>Derived: the day of the programme to which it belongs.</summary>
    public LocalDate? ProgrammeDate { get; private set; }

    /// <summary>Sets date and times as long as nobody has been promised any; afterwards <see cref="Reschedule"/> does.</summary>
    /// <exception cref="ArgumentException">The clocks skip that time there.</exception>
    /// <exception cref="InvalidOperationException">There is a date and no zone.</exception>
    public void Schedule(LocalDate? date, LocalTime? time, bool secondTime = false, LocalTime? endTime = null) => Revise(() =>
    {
        (Date, Time, SecondTime, EndTime) = (date, date is null ? null : time, secondTime, time is null ? null : endTime);
        WorkOutTimes();
    });

    /// <summary>Sets the minutes before and after the film.</summary>
    public void SetParts(int? introduction, int? talk) => Revise(() =>
    {
        (IntroductionMinutes, TalkMinutes) = (introduction, talk);
        WorkOutTimes();
    });

    /// <summary>Minutes from the beginning to the end as they are worked out; null when no running time is known.</summary>
    public int? WorkedOutMinutes()
    {
        var films = Films.OrderBy(f => f.Position).Select(f => f.Minutes).ToList();
        if (films.Count == 0 || films.Any(m => m is null)) return null;
        return films.Sum() + (IntroductionMinutes ?? 0) + (TalkMinutes ?? 0);
    }

    /// <summary>Works the derived times out again; to be called when something that they rest on was changed elsewhere.</summary>
    public void WorkOutTimes() => Revise(() => _timesAreOutdated = true);

    void DeriveTimes()
    {
        (StartsAt, EndsAt, ProgrammeDate) = (null, null, null);
        if (Date is not { } date) return;
        if (TimeZone is null) throw new InvalidOperationException("A date needs the time zone of its place.");
        var zone = Zones.Get(TimeZone);
        ProgrammeDate = ProgrammeDay.Of(date, Time);
        if (Time is not { } time)
        {
            EndsAt = zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
            return;
        }
        StartsAt = WallTime.ToInstant(date + time, zone, SecondTime);
        EndsAt = EndTime is { } end
            ? EndOnTheWall(date, time, end, zone)
            : StartsAt + Duration.FromMinutes(WorkedOutMinutes() ?? DefaultMinutes);
    }

    // Lenient: an end that the clocks skip or show twice still lies after the beginning.
    Instant EndOnTheWall(LocalDate date, LocalTime time, LocalTime end, DateTimeZone zone)
    {
        var ends = zone.AtLeniently((end > time ? date : date.PlusDays(1)) + end).ToInstant();
        return ends > StartsAt ? ends : StartsAt!.Value + Duration.FromHours(1);
    }
}
