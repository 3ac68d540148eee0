using System.ComponentModel.DataAnnotations;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace HomsScreenings.Web.Desk;

/// <summary>A moment to come, as an organiser types it.</summary>
public sealed class MomentInput
{
    [Display(Name = "Date"), Day]
    public DateOnly? Date { get; set; }

    [Display(Name = "Time")]
    public TimeOnly? Time { get; set; }

    [Display(Name = "Time zone"), TimeZoneName]
    public string? TimeZone { get; set; } = "Europe/London";

    /// <summary>A moment as an organiser would type it, to the minute.</summary>
    public static MomentInput Of(Instant at)
    {
        var input = new MomentInput();
        var wall = at.InZone(Zones.Find(input.TimeZone)!).LocalDateTime;
        (input.Date, input.Time) = (wall.Date.ToDateOnly(), new TimeOnly(wall.Hour, wall.Minute));
        return input;
    }

    /// <summary>The moment; null where none was typed that is to come, and why is among the problems then.</summary>
    /// <param name="problems">Of the form.</param>
    /// <param name="name">What the input is called in the form.</param>
    /// <param name="now">The present.</param>
    public Instant? Read(ModelStateDictionary problems, string name, Instant now)
    {
        if (Date is null) problems.AddModelError($"{name}.{nameof(Date)}", "On which day?");
        if (Time is null) problems.AddModelError($"{name}.{nameof(Time)}", "At what time?");
        if (TimeZone is null) problems.AddModelError($"{name}.{nameof(TimeZone)}", "By which clocks?");
        if (!problems.IsValid || Zones.Find(TimeZone) is not { } zone) return null;
        var wall = LocalDate.FromDateOnly(Date!.Value) + LocalTime.FromTimeOnly(Time!.Value);
        if (WallTimeWords.Problem(wall.Date, wall.TimeOfDay, zone, second: false) is { } problem)
            problems.AddModelError($"{name}.{nameof(Time)}", problem);
        var at = wall.InZoneLeniently(zone).ToInstant();
        if (at <= now) problems.AddModelError($"{name}.{nameof(Date)}", "That is over already.");
        return problems.IsValid ? at : null;
    }
}
