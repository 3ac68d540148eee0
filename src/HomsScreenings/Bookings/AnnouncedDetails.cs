using System.Linq.Expressions;
using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Bookings;

/// <summary>
/// What guests rely on: when, where and what, and whether it takes place. Two of them are compared to know whether
/// there is something to tell; dates and times are ISO 8601 texts, so that a stored one can always be read.
/// </summary>
public sealed record AnnouncedDetails
{
    public required string? Date { get; init; }
    public required string? Time { get; init; }
    /// <summary>The second time of that name in the night when clocks go back.</summary>
    public required bool SecondTime { get; init; }
    public required string? TimeZone { get; init; }
    public required string? Venue { get; init; }
    public required string? Room { get; init; }
    /// <summary>The public address, or the private one.</summary>
    public required string? Address { get; init; }
    public required string? Area { get; init; }
    public required string? City { get; init; }
    public required string? OnlineUrl { get; init; }
    /// <summary>Titles, in order; the screening's own title where it has one.</summary>
    public required IReadOnlyList<string> Films { get; init; }
    public required IReadOnlyList<string> Speakers { get; init; }
    public required ScreeningStatus Status { get; init; }

    public bool IsOn => Status.IsOn();

    /// <summary>Whether it takes place, and if not, what became of it: however it takes place is one thing.</summary>
    public ScreeningStatus Fate => IsOn ? ScreeningStatus.Published : Status;

    public LocalDate? OnDate => Date is null ? null : LocalDatePattern.Iso.Parse(Date).Value;
    public LocalTime? AtTime => Time is null ? null : LocalTimePattern.GeneralIso.Parse(Time).Value;

    /// <summary>Whether the time is another.</summary>
    public bool TellsOtherTime(AnnouncedDetails other) =>
        (Date, Time, SecondTime, TimeZone) != (other.Date, other.Time, other.SecondTime, other.TimeZone);

    /// <summary>Whether the place is another.</summary>
    public bool TellsOtherPlace(AnnouncedDetails other) =>
        (Venue, Room, Address, Area, City, OnlineUrl, Status == ScreeningStatus.MovedOnline) != (other.Venue,
            other.Room, other.Address, other.Area, other.City, other.OnlineUrl, other.Status == ScreeningStatus.MovedOnline);

    /// <summary>Whether what is shown, or who speaks, is another.</summary>
    public bool TellsOtherProgramme(AnnouncedDetails other) => !Films.SequenceEqual(other.Films) || !Speakers.SequenceEqual(other.Speakers);

    /// <summary>Whether there is nothing to tell somebody who knows the other.</summary>
    public bool TellsTheSame(AnnouncedDetails other) =>
        !TellsOtherTime(other) && !TellsOtherPlace(other) && !TellsOtherProgramme(other) && Fate == other.Fate;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static AnnouncedDetails FromJson(string json) => JsonSerializer.Deserialize<AnnouncedDetails>(json)!;

    /// <summary>The present facts of some screenings.</summary>
    internal static async Task<Dictionary<int, AnnouncedDetails>> OfAsync(
        ScreeningsDb db, IReadOnlyCollection<int> screenings, CancellationToken cancellationToken)
    {
        var rows = await db.Screenings.AsNoTracking().Where(s => screenings.Contains(s.Id)).Select(Row.Of).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Id, r => r.ToFacts());
    }

    sealed record Row(int Id, LocalDate? Date, LocalTime? Time,
        bool SecondTime, string? TimeZone, string? Venue, string? Room, string? Address, string? PrivateAddress,
        string? Area, string? City, string? OnlineUrl, string? Title, List<string> Films, List<string> Speakers, ScreeningStatus Status)
    {
        public static readonly Expression<Func<Screening, Row>> Of = s => new Row(s.Id, s.Date, s.Time, s.SecondTime, s.TimeZone,
            s.Venue!.Name, s.Room!.Name, s.Venue.Address, s.Seats!.PrivateAddress,
            s.Venue != null ? s.Venue.Area : s.Area, s.Venue != null ? s.Venue.City : s.City, s.OnlineUrl,
            s.Title, s.Films.OrderBy(f => f.Position).Select(f => f.Film.Title).ToList(),
            s.Speakers.OrderBy(p => p.Position).Select(p => p.Person.Name).ToList(), s.Status);

        public AnnouncedDetails ToFacts() => new()
        {
            Date = Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
            Time = Time is { } time ? LocalTimePattern.GeneralIso.Format(time) : null,
            SecondTime = SecondTime,
            TimeZone = TimeZone,
            Venue = Venue,
            Room = Room,
            Address = PrivateAddress ?? Address,
            Area = Area,
            City = City,
            OnlineUrl = Status == ScreeningStatus.MovedOnline ? OnlineUrl : null,
            Films = Title is null ? Films : [Title, .. Films],
            Speakers = Speakers,
            Status = Status,
        };
    }
}
