using HomsScreenings.Import;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Samples;

/// <summary>
/// A sample tour in the coming weeks, so that a newcomer sees a living programme. All of it is made up and labelled as
/// a sample; nobody is said to speak or to present it. Once removed it never comes back.
/// </summary>
public static class SampleProgramme
{
    public const string SeriesSlug = "sample-tour";

    static readonly VenueEntry London = new()
    {
        Slug = "sample-picture-house-london",
        Name = "Sample Picture House",
        Sample = true,
        City = "London",
        Country = "GB",
        Latitude = 51.507,
        Longitude = -0.128,
        TimeZone = "Europe/London",
        StepFree = Known.Yes,
        HearingLoop = Known.Yes,
        AccessibleToilet = Known.Yes,
        WheelchairPlaces = 4,
        Rooms = [new RoomEntry("Screen 1", 180), new RoomEntry("Screen 2", 60)],
    };

    static readonly VenueEntry Manchester = new()
    {
        Slug = "sample-community-cinema-manchester",
        Name = "Sample Community Cinema",
        Sample = true,
        City = "Manchester",
        Country = "GB",
        Latitude = 53.479,
        Longitude = -2.244,
        TimeZone = "Europe/London",
        StepFree = Known.Yes,
        HearingLoop = Known.No,
    };

    static readonly VenueEntry Berlin = new()
    {
        Slug = "sample-lichtspiele-berlin",
        Name = "Sample Lichtspiele",
        Sample = true,
        City = "Berlin",
        Country = "DE",
        Latitude = 52.517,
        Longitude = 13.389,
        TimeZone = "Europe/Berlin",
    };

    static readonly VenueEntry Portland = new()
    {
        Slug = "sample-film-hall-portland",
        Name = "Sample Film Hall",
        Sample = true,
        City = "Portland",
        Region = "Oregon",
        Country = "US",
        Latitude = 45.520,
        Longitude = -122.674,
        TimeZone = "America/Los_Angeles",
        StepFree = Known.No,
    };

    /// <summary>A programme with the sample tour added, its dates counted from today.</summary>
    public static ProgrammeFile With(ProgrammeFile programme, Instant now)
    {
        var today = now.InUtc().Date;
        var film = programme.Films.Any(f => f.Slug == "return-to-homs") ? "return-to-homs"
            : programme.Films is [var first, ..] ? first.Slug : null;
        return programme with
        {
            Venues = [.. programme.Venues, London, Manchester, Berlin, Portland],
            Series =
            [
                .. programme.Series, new SeriesEntry
                {
                    Slug = SeriesSlug, Title = "Sample tour", Kind = SeriesKind.Tour, Sample = true, Published = true,
                    Starts = today.PlusDays(4), Ends = today.PlusDays(39),
                    Description = "Made up to show how a tour looks here. None of these screenings takes place.",
                },
            ],
            Screenings = [.. programme.Screenings, .. Screenings(today).Select(s => s with
            {
                Series = SeriesSlug, Sample = true, Status = s.Status ?? ScreeningStatus.Published,
                Title = film is null ? "Sample screening" : null, Films = film is null ? [] : [new ShownFilmEntry(film, null)],
            })],
        };
    }

    static IEnumerable<ScreeningEntry> Screenings(LocalDate today) =>
    [
        new()
        {
            Slug = "sample-london", Venue = London.Slug, Room = "Screen 1", Date = today.PlusDays(4), Time = new LocalTime(20, 30),
            DoorsMinutes = 30, IntroductionMinutes = 10, TalkMinutes = 30, Subtitles = ["en"], Admission = Admission.Invitation,
            Description = "A sample with an introduction and a talk afterwards; who speaks is to be announced.",
        },
        new()
        {
            Slug = "sample-manchester", Venue = Manchester.Slug, Date = today.PlusDays(9), Time = new LocalTime(19, 0),
            Subtitles = ["en"], Relaxed = true, Admission = Admission.Free,
            Capacity = 60, Booking = BookingWay.Seats,
            Seats = new SeatsEntry { LargestParty = 4, ClosesMinutes = 60, WheelchairPlaces = 2, CompanionPlaces = 2 },
        },
        new()
        {
            Slug = "sample-berlin", Venue = Berlin.Slug, Date = today.PlusDays(16), Time = new LocalTime(18, 15), Subtitles = ["en", "de"],
            Status = ScreeningStatus.Cancelled, StatusReason = "A sample of a cancelled screening: the projector is being repaired.",
        },
        new()
        {
            Slug = "sample-portland", Venue = Portland.Slug, Date = today.PlusDays(23), Time = new LocalTime(19, 30), DoorsMinutes = 30,
            Subtitles = ["en"], Captions = true, Admission = Admission.Ticketed, Prices = new PricesEntry(8, 12, "USD"),
        },
        new()
        {
            Slug = "sample-leith", Area = "Leith", City = "Edinburgh",
            Country = "GB", TimeZone = "Europe/London", Date = today.PlusDays(31), Time = new LocalTime(20, 0),
            Subtitles = ["en"], Admission = Admission.PayWhatYouCan,
            Capacity = 12, Booking = BookingWay.Seats, Seats = new SeatsEntry { LargestParty = 2, OfferHours = 12 },
        },
        new() { Slug = "sample-london-again", Venue = London.Slug,
            Date = today.PlusDays(39), Subtitles = ["en"], Booking = BookingWay.WalkIn },
    ];

    /// <summary>Whether the sample was here once and has been removed.</summary>
    public static Task<bool> WasRemovedAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.PastSlugs.AnyAsync(p => p.Kind == nameof(ScreeningSeries) && p.Slug == SeriesSlug, cancellationToken);

    /// <summary>
    /// Removes all samples for good; their addresses say so. A venue or a series that somebody has since used for a
    /// screening of their own loses only what is made up: the venue stays, the screening leaves the series.
    /// </summary>
    /// <remarks>Bookings with which somebody tried the sample out go with it.</remarks>
    /// <returns>How many screenings were removed.</returns>
    public static async Task<int> RemoveAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var screenings = await db.Screenings.Where(s => s.IsSample).ToListAsync(cancellationToken);
        var series = await db.Series.Where(s => s.IsSample).ToListAsync(cancellationToken);
        var venues = await db.Venues.Where(v => v.IsSample && !v.Screenings.Any(s => !s.IsSample)).ToListAsync(cancellationToken);
        foreach (var own in await db.Screenings.Include(s => s.Series).Where(s => !s.IsSample && s.Series!.IsSample)
            .ToListAsync(cancellationToken)) own.Series = null;
        db.RemoveRange(await db.Bookings.Where(b => b.Screening.IsSample).ToListAsync(cancellationToken));
        db.RemoveRange(screenings);
        db.RemoveRange(series);
        db.RemoveRange(venues);
        await db.SaveChangesAsync(cancellationToken);
        return screenings.Count;
    }
}
