using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Time;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>Another date for a screening that was announced, as somebody types it.</summary>
public sealed class RescheduleInput : WhenInput, IVersionedInput, IValidatableObject
{
    public int Version { get; set; }

    [Display(Name = "Reason"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Reason { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Date is null) yield return new("To which date? If there is none yet, postpone it.", [nameof(Date)]);
    }

    /// <summary>What is wrong with it for that screening.</summary>
    public IEnumerable<ValidationResult> ProblemsFor(Screening screening)
    {
        var problems = Check(screening.TimeZone).ToList();
        if (Date is not null && screening.TimeZone is null)
            problems.Add(new("A date needs the time zone of its place: give it a venue first, or a time zone."));
        if (problems.Count == 0 && OpeningProblem(screening) is { } opening) problems.Add(opening);
        if (problems.Count == 0 && Date is not null && IsOf(screening) && screening.Status != ScreeningStatus.Postponed
            && !IsDoneIn(screening))
            problems.Add(new("That is the date and time that it has already.", [nameof(Date)]));
        return problems;
    }

    // Nobody could ever book, and the form of the screening could not be saved any more.
    ValidationResult? OpeningProblem(Screening screening)
    {
        if (screening is not { Booking: BookingWay.Seats, Seats: { OpensAt: { } opens } rules }
            || Zones.Find(screening.TimeZone) is not { } zone) return null;
        var wall = opens.InZone(zone).LocalDateTime;
        if (!(Beginning?.PlusMinutes(-rules.ClosesMinutes) <= wall)) return null;
        return new($"Booking opens on {ScreeningWords.Format(wall.Date, wall.TimeOfDay)}, and would be closed by then. "
            + "Edit the screening instead: there both can be changed at once.", [nameof(Date)]);
    }

    /// <summary>Whether the screening was rescheduled just so already.</summary>
    public bool IsDoneIn(Screening screening) => screening.Status == ScreeningStatus.Rescheduled && screening.StatusReason == Reason
        && IsOf(screening);

    public static RescheduleInput Of(Screening screening)
    {
        var draft = new RescheduleInput { Version = screening.Version };
        draft.Fill(screening);
        return draft;
    }
}
