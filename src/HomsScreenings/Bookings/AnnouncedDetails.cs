using System.Linq.Expressions;
using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
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
    /// <summary>
    /// The beginning as an instant: another where the rules for the clocks there have changed. Null in what was noted before this was.
    /// </summary>
    public string? StartsAt { get; init; }
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

    /// <summary>The numbers of venue, films and speakers, by which a name that was corrected is told from another name.</summary>
    public int? VenueId { get; init; }
    public IReadOnlyList<int>? FilmIds { get; init; }
    public IReadOnlyList<int>? SpeakerIds { get; init; }

    public bool IsOn => Status.IsOn();

    /// <summary>Whether it takes place, and if not, what became of it: however it takes place is one thing.</summary>
    public ScreeningStatus Fate => IsOn ? ScreeningStatus.Published : Status;

    public LocalDate? OnDate => Date is null ? null : LocalDatePattern.Iso.Parse(Date).Value;
    public Instant? AtInstant => StartsAt is null ? null : InstantPattern.ExtendedIso.Parse(StartsAt).Value;
    public LocalTime? AtTime => Time is null ? null : LocalTimePattern.GeneralIso.Parse(Time).Value;

    /// <summary>Whether the time is another, on the wall or in calendars.</summary>
    public bool TellsOtherTime(AnnouncedDetails other) => !TellsSameWallTime(other) || TellsOtherRules(other);

    /// <summary>Whether the time on the wall is the same, and the clocks there go by other rules.</summary>
    public bool TellsOtherRules(AnnouncedDetails other) =>
        TellsSameWallTime(other) && StartsAt is not null && other.StartsAt is not null && StartsAt != other.StartsAt;

    bool TellsSameWallTime(AnnouncedDetails other) =>
        (Date, Time, SecondTime, TimeZone) == (other.Date, other.Time, other.SecondTime, other.TimeZone);

    /// <summary>Whether the place is another.</summary>
    public bool TellsOtherPlace(AnnouncedDetails other) =>
        !(Venue == other.Venue || (VenueId is not null && VenueId == other.VenueId && IsCorrection(Venue, other.Venue)))
        || (Room, Address, Area, City, OnlineUrl, Status == ScreeningStatus.MovedOnline) != (
            other.Room, other.Address, other.Area, other.City, other.OnlineUrl, other.Status == ScreeningStatus.MovedOnline);

    /// <summary>Whether what is shown is another.</summary>
    public bool TellsOtherFilms(AnnouncedDetails other) => !AreTheSame(Films, FilmIds, other.Films, other.FilmIds);

    /// <summary>Whether somebody else speaks.</summary>
    public bool TellsOtherSpeakers(AnnouncedDetails other) => !AreTheSame(Speakers, SpeakerIds, other.Speakers, other.SpeakerIds);

    // A letter that was corrected in a name is no news, as long as it is the name of the same.
    static bool AreTheSame(
        IReadOnlyList<string> names, IReadOnlyList<int>? ids, IReadOnlyList<string> others, IReadOnlyList<int>? otherIds) =>
        names.SequenceEqual(others)
        || (ids is not null && otherIds is not null && ids.SequenceEqual(otherIds) && names.Count == others.Count
            && names.Zip(others).All(pair => IsCorrection(pair.First, pair.Second)));

    const int LongName = 8;

    static bool IsCorrection(string? one, string? other) => one == other || (one is not null && other is not null
        && EditDistance.IsWithin(one, other, one.Length < LongName ? 1 : 2) && EditDistance.SameFigures(one, other));

    /// <summary>Whether there is nothing to tell somebody who knows the other.</summary>
    public bool TellsTheSame(AnnouncedDetails other) =>
        !TellsOtherTime(other) && !TellsOtherPlace(other) && !TellsOtherFilms(other) && !TellsOtherSpeakers(other)
        && Fate == other.Fate;

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
        bool SecondTime, string? TimeZone, Instant? StartsAt, string? Venue, string? Room, string? Address, string? PrivateAddress,
        string? Area, string? City, string? OnlineUrl, string? Title, List<string> Films, List<string> Speakers, ScreeningStatus Status,
        int? VenueId, List<int> FilmIds, List<int> SpeakerIds)
    {
        public static readonly Expression<Func<Screening, Row>> Of = s => new Row(s.Id, s.Date, s.Time, s.SecondTime, s.TimeZone,
            s.StartsAt, s.Venue!.Name, s.Room!.Name, s.Venue.Address, s.Seats!.PrivateAddress,
            s.Venue != null ? s.Venue.Area : s.Area, s.Venue != null ? s.Venue.City : s.City, s.OnlineUrl,
            s.Title, s.Films.OrderBy(f => f.Position).Select(f => f.Film.Title).ToList(),
            s.Speakers.OrderBy(p => p.Position).Select(p => p.Person.Name).ToList(), s.Status, s.VenueId,
            s.Films.OrderBy(f => f.Position).Select(f => f.FilmId).ToList(),
            s.Speakers.OrderBy(p => p.Position).Select(p => p.PersonId).ToList());

        public AnnouncedDetails ToFacts() => new()
        {
            Date = Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
            Time = Time is { } time ? LocalTimePattern.GeneralIso.Format(time) : null,
            SecondTime = SecondTime,
            TimeZone = TimeZone,
            StartsAt = StartsAt is { } start ? InstantPattern.ExtendedIso.Format(start) : null,
            Venue = Venue,
            Room = Room,
            Address = PrivateAddress ?? Address,
            Area = Area,
            City = City,
            OnlineUrl = Status == ScreeningStatus.MovedOnline ? OnlineUrl : null,
            Films = Title is null ? Films : [Title, .. Films],
            Speakers = Speakers,
            Status = Status,
            VenueId = VenueId,
            FilmIds = FilmIds,
            SpeakerIds = SpeakerIds,
        };
    }
}
