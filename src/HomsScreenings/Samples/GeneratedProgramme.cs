using System.Globalization;
using HomsScreenings.Import;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Samples;

/// <summary>
/// A large programme for measuring: the same for the same seed on the same day. Cities are real; films, venues, series
/// and people are made up and named so that nobody takes them for real ones. Four of five screenings are yet to come.
/// </summary>
public sealed class GeneratedProgramme
{
    /// <summary>Screenings in one file, and so in one save: so many that what all of them refer to is read a few times only.</summary>
    public const int BatchSize = 4_000;

    const int DaysAhead = 180, DaysBack = 730;

    static readonly string[] Adjectives =
        ["Quiet", "Last", "Long", "Empty", "Hidden", "Northern", "Silent", "Broken",
            "Second", "Distant", "Early", "Burning", "Paper", "Salt", "Winter", "Borrowed", "Narrow", "Common", "Unfinished", "Open"];

    static readonly string[] Nouns =
        ["Harbour", "Orchard", "Letter", "Street", "Garden", "Border", "Window", "River", "Kitchen",
            "Archive", "Night Shift", "Bridge", "Rehearsal", "Market", "Roof", "Season", "Station", "Classroom", "Witness", "Room"];

    static readonly string[] Halls = ["Picture House", "Cinema",
        "Film Club", "Arts Centre", "Library Hall", "Lichtspiele", "Community Cinema", "Screening Room"];

    static readonly string[][] SpokenIn = [["ar"], ["en"], ["fr"], ["de"], ["es"], ["ar", "en"], ["tr"], ["pt"], ["ja"], ["el"]];

    static readonly FilmKind[] Kinds = [FilmKind.Documentary,
        FilmKind.Documentary, FilmKind.Documentary, FilmKind.Fiction, FilmKind.Short, FilmKind.Animation];

    readonly Random _random;
    readonly int _screenings;
    readonly int _seed;
    readonly Instant _now;
    readonly LocalDate _today;
    readonly List<FilmEntry> _films;
    readonly List<VenueEntry> _venues;
    readonly List<SeriesEntry> _series;
    readonly List<PersonEntry> _people;
    readonly List<OrganisationEntry> _organisations;

    GeneratedProgramme(int screenings, int seed, Instant now)
    {
        (_screenings, _seed, _now, _today) = (screenings, seed, now, now.InUtc().Date);
        _random = new Random(seed);
        _organisations = Some(screenings / 500, 5, 100, Organisation);
        _people = Some(screenings / 50, 20, 400, Person);
        _films = Some(screenings / 50, 10, 300, Film);
        _venues = Some(screenings / 40, 40, 400, Venue);
        _series = Some(screenings / 60, 5, 300, Series);
    }

    /// <summary>The programme in files to be loaded one after another; the first has everything but screenings.</summary>
    public static IEnumerable<ProgrammeFile> Files(int screenings, int seed, Instant now)
    {
        var programme = new GeneratedProgramme(screenings, seed, now);
        yield return new ProgrammeFile
        {
            Organisations = programme._organisations,
            People = programme._people,
            Films = programme._films,
            Venues = programme._venues,
            Series = programme._series,
        };
        foreach (var some in Enumerable.Range(1, screenings).Select(programme.Screening).Chunk(BatchSize))
            yield return new ProgrammeFile { Screenings = some };
    }

    /// <summary>Whether a programme with this seed was generated here before.</summary>
    public static Task<bool> IsThereAsync(ScreeningsDb db, int seed, CancellationToken cancellationToken) =>
        db.Organisations.AnyAsync(o => o.Slug == FirstSlug(seed), cancellationToken);

    static string FirstSlug(int seed) => string.Create(CultureInfo.InvariantCulture, $"sample-organisation-{seed}-1");

    static List<T> Some<T>(int wanted, int least, int most, Func<int, T> make) =>
        [.. Enumerable.Range(1, Math.Clamp(wanted, least, most)).Select(make)];

    T OneOf<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    /// <summary>True in so many of a hundred cases.</summary>
    bool In(int ofHundred) => _random.Next(100) < ofHundred;

    string SlugOf(string name, int number) => Slug.From("row", string.Create(CultureInfo.InvariantCulture, $"{name} {_seed} {number}"));

    OrganisationEntry Organisation(int number) =>
        new() { Slug = SlugOf("sample organisation", number), Name = $"Sample organisation {number}" };

    PersonEntry Person(int number) => new() { Slug = SlugOf("speaker", number), Name = $"Speaker {number}" };

    FilmEntry Film(int number)
    {
        var title = $"The {Adjectives[number * 7 % Adjectives.Length]} {Nouns[(number + (number / Nouns.Length * 3)) % Nouns.Length]}";
        var kind = OneOf(Kinds);
        var spoken = OneOf(SpokenIn);
        return new FilmEntry
        {
            Slug = SlugOf(title, number),
            Title = title,
            Kind = kind,
            Year = _today.Year - _random.Next(12),
            Languages = spoken,
            Subtitles = spoken.Contains("en") ? [] : ["en"],
            Countries = [OneOf(City.All).Country],
            Synopsis = "A sample film, made up for measuring.",
            RunningTimes = [new RunningTimeEntry(kind == FilmKind.Short ? _random.Next(5, 30) : _random.Next(70, 150), null, null)],
            Credits = [new CreditEntry(CreditRoles.Director, OneOf(_people).Slug)],
        };
    }

    VenueEntry Venue(int number)
    {
        var city = City.All[(number - 1) % City.All.Count];
        var name = $"Sample {Halls[(number - 1) / City.All.Count % Halls.Length]} {number}";
        return new VenueEntry
        {
            Slug = SlugOf($"{name} {city.Name}", number),
            Name = name,
            City = city.Name,
            Region = city.Region,
            Country = city.Country,
            TimeZone = city.TimeZone,
            // Somewhere within a few kilometres of the centre.
            Latitude = Math.Round(city.Latitude + ((_random.NextDouble() - 0.5) * 0.06), 4),
            Longitude = Math.Round(city.Longitude + ((_random.NextDouble() - 0.5) * 0.08), 4),
            StepFree = OneOf(Enum.GetValues<Known>()),
            HearingLoop = OneOf(Enum.GetValues<Known>()),
            AccessibleToilet = OneOf(Enum.GetValues<Known>()),
            WheelchairPlaces = In(50) ? _random.Next(1, 7) : null,
            Rooms = In(60) ? [new RoomEntry("Screen 1", _random.Next(60, 320)), new RoomEntry("Screen 2", _random.Next(20, 120))] : [],
        };
    }

    SeriesEntry Series(int number)
    {
        var kind = OneOf(Enum.GetValues<SeriesKind>());
        return new SeriesEntry
        {
            Slug = SlugOf("sample series", number),
            Title = $"Sample {kind.ToString().ToLowerInvariant()} {number}",
            Kind = kind,
            Organisation = OneOf(_organisations).Slug,
            Published = true,
            Description = "Made up for measuring.",
        };
    }

    ScreeningEntry Screening(int number)
    {
        var film = OneOf(_films);
        var date = In(80) ? _today.PlusDays(_random.Next(1, DaysAhead)) : _today.PlusDays(-_random.Next(2, DaysBack));
        var announced = Instant.Min(_now, date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()) - Duration.FromDays(_random.Next(5, 60));
        var screening = new ScreeningEntry
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"sample-{_seed}-{number}"),
            Slug = SlugOf(film.Title, number),
            Films = [new ShownFilmEntry(film.Slug, null)],
            Series = In(50) ? OneOf(_series).Slug : null,
            Organisation = OneOf(_organisations).Slug,
            Date = date,
            Time = In(97) ? new LocalTime(_random.Next(11, 22), _random.Next(4) * 15) : null,
            DoorsMinutes = In(50) ? 30 : null,
            IntroductionMinutes = In(20) ? 10 : null,
            TalkMinutes = In(40) ? 30 : null,
            Speakers = In(30) ? [OneOf(_people).Slug] : [],
            Subtitles = film.Subtitles,
            Captions = In(10),
            AudioDescription = In(5),
            SignLanguage = In(4),
            Relaxed = In(6),
            CreatedAt = announced - Duration.FromDays(1),
            Status = ScreeningStatus.Published,
            PublishedAt = announced,
        };
        return WithStatus(WithAdmission(WithPlace(screening)));
    }

    ScreeningEntry WithPlace(ScreeningEntry screening)
    {
        var venue = OneOf(_venues);
        return In(97)
            ? screening with { Venue = venue.Slug, Room = venue.Rooms.Count > 0 ? OneOf(venue.Rooms).Name : null }
            : screening with
            {
                Area = "Centre",
                City = venue.City,
                Region = venue.Region,
                Country = venue.Country,
                TimeZone = venue.TimeZone
            };
    }

    ScreeningEntry WithAdmission(ScreeningEntry screening)
    {
        var from = _random.Next(4, 12);
        return _random.Next(10) switch
        {
            < 3 => screening with { Admission = Admission.Free },
            < 4 => screening with { Admission = Admission.PayWhatYouCan },
            < 9 => screening with { Admission = Admission.Ticketed, Prices = new PricesEntry(from, from + _random.Next(6), "EUR") },
            _ => screening,
        };
    }

    ScreeningEntry WithStatus(ScreeningEntry screening) => _random.Next(100) switch
    {
        < 4 => screening with { Status = ScreeningStatus.Cancelled, StatusReason = "A sample of a cancelled screening.", Sequence = 1 },
        < 6 => screening with { Status = ScreeningStatus.Postponed, StatusReason = "A sample of a postponed screening.", Sequence = 1 },
        < 8 =>
            screening with
            {
                Status = ScreeningStatus.Rescheduled,
                PreviousDate = screening.Date!.Value.PlusDays(-7),
                PreviousTime = screening.Time,
                Sequence = 1
            },
        < 9 =>
            screening with
            {
                Status = ScreeningStatus.MovedOnline,
                StatusReason = "A sample of a screening that moved online.",
                Sequence = 1
            },
        < 11 => screening with { Status = ScreeningStatus.Draft, PublishedAt = null },
        _ when screening.Date < _today && In(70) => screening with { Attendance = new AttendanceEntry(_random.Next(8, 240), false) },
        _ => screening,
    };
}
