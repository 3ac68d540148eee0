using System.Linq.Expressions;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Bookings.Reports;

/// <summary>A record by which screenings are summed.</summary>
public sealed record ReportedName(string Slug, string Name);

/// <summary>One screening of a report: what it is called, what it belongs to, and what was counted.</summary>
public sealed record ReportedScreening
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required string? Title { get; init; }
    public required LocalDate? Date { get; init; }
    public required string? Venue { get; init; }
    public required string? Town { get; init; }
    public required string TownKey { get; init; }
    public required ReportedName? Series { get; init; }
    public required ReportedName? Organisation { get; init; }
    public required List<ReportedName> Films { get; init; }

    public required BookingWay Booking { get; init; }
    public required int? Seats { get; init; }
    public required int? SeatsBeside { get; init; }
    public required int? Entered { get; init; }
    public required bool EnteredIsMinimum { get; init; }

    public Figures Figures { get; init; } = new();

    public string Heading => Title ?? string.Join(" + ", Films.Select(f => f.Name));

    /// <summary>All places; null where nobody said how many there are.</summary>
    public int? Capacity => Booking == BookingWay.Seats ? Seats + (SeatsBeside ?? 0) : Seats;

    internal static readonly Expression<Func<Screening, ReportedScreening>> Of = s => new ReportedScreening
    {
        Id = s.Id,
        Slug = s.Slug,
        Title = s.Title,
        Date = s.ProgrammeDate ?? s.Date,
        Venue = s.Venue!.Name,
        Town = s.Town,
        TownKey = s.TownKey,
        Series = s.Series == null ? null : new ReportedName(s.Series.Slug, s.Series.Title),
        Organisation = s.Organisation == null ? null : new ReportedName(s.Organisation.Slug, s.Organisation.Name),
        Films = s.Films.OrderBy(f => f.Position).Select(f => new ReportedName(f.Film.Slug, f.Film.Title)).ToList(),
        Booking = s.Booking,
        Seats = s.Capacity ?? s.Room!.Seats,
        SeatsBeside = s.Seats!.WheelchairPlaces + s.Seats.CompanionPlaces,
        Entered = s.Attendance,
        EnteredIsMinimum = s.AttendanceIsMinimum,
    };
}
