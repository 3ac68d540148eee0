using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>The rules by which seats are given away, as somebody types them at the desk.</summary>
public sealed class SeatRulesInput : IValidatableObject
{
    const int MaxHours = 24 * 60, MaxMinutes = 24 * 60 * 14, MaxPlaces = 1_000;

    [Display(Name = "Booking opens, date"), Day]
    public DateOnly? OpensDate { get; set; }

    [Display(Name = "Booking opens, time")]
    public TimeOnly? OpensTime { get; set; }

    [Display(Name = "Booking closes, minutes before"), Range(0, MaxMinutes, ErrorMessage = "Minutes from {1} to {2}.")]
    public int ClosesMinutes { get; set; }

    [Display(Name = "Largest party"), Range(1, 100, ErrorMessage = "A party has from {1} to {2} people.")]
    public int LargestParty { get; set; } = SeatRules.DefaultLargestParty;

    [Display(Name = "Wheelchair places"), Range(0, MaxPlaces, ErrorMessage = "Places from {1} to {2}.")]
    public int WheelchairPlaces { get; set; }

    [Display(Name = "Companion places"), Range(0, MaxPlaces, ErrorMessage = "Places from {1} to {2}.")]
    public int CompanionPlaces { get; set; }

    [Display(Name = "A booking stands only once the link in its mail was followed")]
    public bool ConfirmByLink { get; set; }

    [Display(Name = "Hours to take an offered seat"), Range(1, MaxHours, ErrorMessage = "Hours from {1} to {2}.")]
    public int OfferHours { get; set; } = SeatRules.DefaultOfferHours;

    [Display(Name = "Offers end, hours before"), Range(0, MaxHours, ErrorMessage = "Hours from {1} to {2}.")]
    public int OffersEndHours { get; set; } = SeatRules.DefaultOffersEndHours;

    [Display(Name = "Reminder, hours before"), Range(1, MaxHours, ErrorMessage = "Hours from {1} to {2}; empty for none.")]
    public int? ReminderHours { get; set; } = SeatRules.DefaultReminderHours;

    [Display(Name = "Private address"), AtMost(Lengths.Line)]
    public string? PrivateAddress { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OpensTime is not null && OpensDate is null) yield return new("On which day does booking open?", [nameof(OpensDate)]);
        if (OpensDate is not null && OpensTime is null)
            yield return new("At what time does booking open on that day?", [nameof(OpensTime)]);
        if (CompanionPlaces > 0 && WheelchairPlaces == 0)
            yield return new("Companion places stand beside wheelchair places, of which there are none.", [nameof(CompanionPlaces)]);
    }

    /// <summary>What is wrong with it for a screening that begins then, at a place with these clocks.</summary>
    /// <param name="timeZone">The zone of the place; null where it has none.</param>
    /// <param name="beginning">By the wall of the place; null where it is not known.</param>
    public IEnumerable<ValidationResult> Check(string? timeZone, LocalDateTime? beginning)
    {
        if (Opens is not { } opens) yield break;
        if (Zones.Find(timeZone) is not { } zone)
            yield return new("An opening time needs the time zone of the place.", [nameof(OpensDate)]);
        else if (WallTimeWords.Problem(opens.Date, opens.TimeOfDay, zone, second: false) is { } problem)
            yield return new(problem, [nameof(OpensTime)]);
        else if (beginning?.PlusMinutes(-ClosesMinutes) <= opens)
            yield return new("Booking would close before it opens.", [nameof(OpensDate)]);
    }

    public static SeatRulesInput Of(SeatRules rules, string? timeZone)
    {
        var opens = rules.OpensAt is { } at && Zones.Find(timeZone) is { } zone ? at.InZone(zone).LocalDateTime : (LocalDateTime?)null;
        return new()
        {
            OpensDate = opens?.Date.ToDateOnly(),
            OpensTime = opens?.TimeOfDay.ToTimeOnly(),
            ClosesMinutes = rules.ClosesMinutes,
            LargestParty = rules.LargestParty,
            WheelchairPlaces = rules.WheelchairPlaces,
            CompanionPlaces = rules.CompanionPlaces,
            ConfirmByLink = rules.ConfirmByLink,
            OfferHours = rules.OfferHours,
            OffersEndHours = rules.OffersEndHours,
            ReminderHours = rules.ReminderHours,
            PrivateAddress = rules.PrivateAddress,
        };
    }

    /// <summary>Makes rules what was typed.</summary>
    /// <param name="rules">New ones, or those that there are.</param>
    /// <param name="timeZone">The zone of the place.</param>
    public void ApplyTo(SeatRules rules, string? timeZone)
    {
        rules.OpensAt = Opens is { } opens && Zones.Find(timeZone) is { } zone ? WallTime.ToInstant(opens, zone, second: false) : null;
        (rules.ClosesMinutes, rules.LargestParty, rules.ConfirmByLink) = (ClosesMinutes, LargestParty, ConfirmByLink);
        (rules.WheelchairPlaces, rules.CompanionPlaces) = (WheelchairPlaces, CompanionPlaces);
        (rules.OfferHours, rules.OffersEndHours, rules.ReminderHours) = (OfferHours, OffersEndHours, ReminderHours);
        rules.PrivateAddress = PrivateAddress;
    }

    LocalDateTime? Opens =>
        OpensDate is { } date && OpensTime is { } time ? LocalDate.FromDateOnly(date) + new LocalTime(time.Hour, time.Minute) : null;
}
