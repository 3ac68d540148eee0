using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>A date and its times, as somebody types them.</summary>
public abstract class WhenInput : IAsksAboutDates
{
    [Display(Name = "Date"), Day]
    public DateOnly? Date { get; set; }

    [Display(Name = "Time")]
    public TimeOnly? Time { get; set; }

    [Display(Name = "End")]
    public TimeOnly? EndTime { get; set; }

    /// <summary>When the clocks show the time twice: whether the second is meant; null where nobody has said.</summary>
    [Display(Name = "Which of the two")]
    public bool? SecondTime { get; set; }

    public string? AskedAbout { get; set; }

    /// <summary>Whether the form must ask which of two times is meant.</summary>
    public bool IsAmbiguous(string? timeZone) => Date is { } date && Time is { } time && Zones.Find(timeZone) is { } zone
        && WallTime.KindOf(Wall(date) + Wall(time), zone) == WallTimeKind.Twice;

    /// <summary>What is wrong with it at a place with these clocks; null where the place has none, or is not known.</summary>
    public IEnumerable<ValidationResult> Check(string? timeZone)
    {
        if (Time is not null && Date is null) yield return new("A time needs a date.", [nameof(Date)]);
        if (EndTime is not null && Time is null) yield return new("An end needs a beginning: when does it start?", [nameof(Time)]);
        if (EndTime is not null && EndTime == Time)
            yield return new("The end is the same as the beginning. Leave it empty to have it worked out.", [nameof(EndTime)]);
        if (Date is { } date && Years.Has(date.Year) && Time is { } time && Zones.Find(timeZone) is { } zone
            && WallTimeWords.Problem(Wall(date), Wall(time), zone, SecondTime) is { } problem) yield return new(problem, [nameof(Time)]);
    }

    /// <summary>Whether a screening has just this date and these times already.</summary>
    public bool IsOf(Screening screening) => (screening.Date, screening.Time, screening.EndTime) == (WallDate, WallTimeOfDay, WallEnd)
        && (screening.SecondTime == IsSecond(screening.TimeZone));

    /// <summary>The date that a screening of that date would have from now on, where it is another one.</summary>
    public IEnumerable<LocalDate> DatesOtherThan(LocalDate? known) => WallDate is { } date && date != known ? [date] : [];

    /// <summary>Tells a screening of its date: one that was announced is rescheduled, another simply scheduled.</summary>
    public void ApplyTo(Screening screening, string? reason)
    {
        var second = IsSecond(screening.TimeZone);
        if (screening.IsPublic) screening.Reschedule(WallDate, WallTimeOfDay, second, WallEnd, reason);
        else screening.Schedule(WallDate, WallTimeOfDay, second, WallEnd);
    }

    protected void Fill(Screening screening)
    {
        Date = screening.Date?.ToDateOnly();
        Time = screening.Time?.ToTimeOnly();
        EndTime = screening.EndTime?.ToTimeOnly();
        SecondTime = IsAmbiguous(screening.TimeZone) ? screening.SecondTime : null;
    }

    /// <summary>The beginning by the wall of the place; null where it is not known.</summary>
    internal LocalDateTime? Beginning => WallDate is { } date && WallTimeOfDay is { } time ? date + time : null;

    LocalDate? WallDate => Date is { } date ? Wall(date) : null;
    LocalTime? WallTimeOfDay => Time is { } time ? Wall(time) : null;
    LocalTime? WallEnd => EndTime is { } end ? Wall(end) : null;

    // A choice that was made for another date, on which the time came twice, is no choice for this one.
    bool IsSecond(string? timeZone) => SecondTime == true && IsAmbiguous(timeZone);

    static LocalDate Wall(DateOnly date) => LocalDate.FromDateOnly(date);

    static LocalTime Wall(TimeOnly time) => new(time.Hour, time.Minute);
}
