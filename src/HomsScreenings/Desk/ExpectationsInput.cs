using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>What may be expected at a venue or a screening, as somebody types it at the desk.</summary>
public sealed class ExpectationsInput
{
    [Display(Name = "Starts without adverts")]
    public Known WithoutAdverts { get; set; }

    [Display(Name = "Starts on time")]
    public Known StartsOnTime { get; set; }

    [Display(Name = "Numbered seats")]
    public Known NumberedSeats { get; set; }

    [Display(Name = "Latecomers are let in")]
    public Known AdmitsLatecomers { get; set; }

    [Display(Name = "Café or bar")]
    public Known CafeOrBar { get; set; }

    [Display(Name = "Quiet space")]
    public Known QuietSpace { get; set; }

    [Display(Name = "Minimum age"), Range(0, Expectations.MaxAge, ErrorMessage = "{0} is a number from {1} to {2}.")]
    public int? MinimumAge { get; set; }

    [Display(Name = "Whom to ask for"), AtMost(Lengths.Name)]
    public string? AskFor { get; set; }

    [Display(Name = "What else is good to know"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Notes { get; set; }

    public static ExpectationsInput Of(Expectations known) => new()
    {
        WithoutAdverts = known.WithoutAdverts,
        StartsOnTime = known.StartsOnTime,
        NumberedSeats = known.NumberedSeats,
        AdmitsLatecomers = known.AdmitsLatecomers,
        CafeOrBar = known.CafeOrBar,
        QuietSpace = known.QuietSpace,
        MinimumAge = known.MinimumAge,
        AskFor = known.AskFor,
        Notes = known.Notes,
    };

    public Expectations ToExpectations() => new(WithoutAdverts, StartsOnTime, NumberedSeats, AdmitsLatecomers, CafeOrBar, QuietSpace,
        MinimumAge, AskFor, Notes);
}
