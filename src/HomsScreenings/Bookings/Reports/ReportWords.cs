using System.Globalization;
using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Bookings.Reports;

/// <summary>How figures are told at the desk.</summary>
public static class ReportWords
{
    /// <summary>What stands where nothing is known.</summary>
    public const string Unknown = "–";

    public static string Of(ReportBy by) => by switch
    {
        ReportBy.Screening => "Screening",
        ReportBy.Series => "Series",
        ReportBy.Film => "Film",
        ReportBy.City => "City",
        _ => "Organisation",
    };

    /// <summary>'1,240'.</summary>
    public static string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>'12.5 %', or that it is not known.</summary>
    public static string SayPercent(decimal? percent) =>
        percent is { } p ? $"{p.ToString("0.#", CultureInfo.InvariantCulture)} %" : Unknown;

    /// <summary>'4.25', or that it is not known.</summary>
    public static string SayAverage(decimal? average) => average is { } a ? a.ToString("0.##", CultureInfo.InvariantCulture) : Unknown;

    extension(ReportRow row)
    {
        /// <summary>'27 June 2014, ICA, London' of a screening.</summary>
        public string? WhenAndWhere => row.Screening is { } s ? Joined(DateOf(s), s.Venue, s.Town) : null;

        /// <summary>'27 June 2014, London' of a screening.</summary>
        public string? WhenInTown => row.Screening is { } s ? Joined(DateOf(s), s.Town ?? s.Venue) : null;
    }

    static string? DateOf(ReportedScreening screening) => screening.Date is { } date ? ScreeningWords.FormatShort(date) : null;

    static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>());

    extension(Figures figures)
    {
        /// <summary>'at least 1,240', or that it is not known.</summary>
        public string AttendanceWords => figures.AttendanceKnown == 0 ? Unknown : figures.IsAtLeast
            ? $"at least {Format(figures.Attendance)}" : Format(figures.Attendance);

        /// <summary>Whose count the attendance is.</summary>
        public string AttendanceSource => figures switch
        {
            { AttendanceKnown: 0 } => "nobody counted",
            { Screenings: 1, Entered: 1 } => "entered",
            { Screenings: 1 } => "door",
            _ => string.Join(
                ", ",
                new[] { (figures.Entered, "entered"), (figures.FromDoor, "door"),
                    (figures.Screenings - figures.AttendanceKnown, "not counted") }
                .Where(s => s.Item1 > 0).Select(s => $"{Format(s.Item1)} {s.Item2}")),
        };

        /// <summary>'1,240', with of how many screenings where it is not of all.</summary>
        public string CapacityWords => figures.CapacityKnown == 0 ? Unknown
            : figures.CapacityKnown == figures.Screenings ? Format(figures.Capacity)
            : $"{Format(figures.Capacity)} (of {figures.CapacityKnown})";

        /// <summary>'12 of 80 (15 %)', or that it is not known.</summary>
        public string NoShowWords => figures.NoShowPercent is null ? Unknown
            : $"{Format(figures.NoShows)} of {Format(figures.Expected)} ({SayPercent(figures.NoShowPercent)})";
    }
}
