using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>What somebody types who tells a screening that it is cancelled, postponed, online or on again.</summary>
public sealed class StatusInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Reason"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Reason { get; set; }

    [Display(Name = "Where to watch"), DataType(DataType.Url), WebAddress]
    public string? OnlineUrl { get; set; }
}

/// <summary>How many came, as somebody types it.</summary>
public sealed class AttendanceInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "How many came"), Range(0, 1_000_000, ErrorMessage = "A number from {1} to {2}.")]
    public int? Attendance { get; set; }

    [Display(Name = "At least so many; nobody counted exactly")]
    public bool IsMinimum { get; set; }

    public static AttendanceInput Of(Screening screening) =>
        new() { Version = screening.Version, Attendance = screening.Attendance, IsMinimum = screening.AttendanceIsMinimum };

    /// <summary>Whether a screening says just this already.</summary>
    public bool IsOf(Screening screening) => (screening.Attendance, screening.AttendanceIsMinimum) == (Attendance, Minimum);

    public void ApplyTo(Screening screening) => (screening.Attendance, screening.AttendanceIsMinimum) = (Attendance, Minimum);

    bool Minimum => IsMinimum && Attendance is not null;
}
