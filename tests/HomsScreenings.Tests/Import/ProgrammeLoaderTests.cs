using HomsScreenings.Import;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Import;

public sealed class ProgrammeLoaderTests
{
    [Theory, OnEachDatabase]
    public async Task Loading_the_same_file_again_changes_nothing(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        var first = await bench.LoadedAsync(Files.Homs);
        var before = await bench.StateAsync();
        bench.Clock.Pass(Duration.FromHours(1));
        var second = await bench.LoadedAsync(Files.Homs);

        Assert.All(first.Records, r => Assert.Equal(LoadOutcome.Added, r.Outcome));
        Assert.All(second.Records, r => Assert.Equal(LoadOutcome.Unchanged, r.Outcome));
        Assert.Equal(
            "organisations: 4 unchanged; people: 9 unchanged; films: 1 unchanged; venues: 4 unchanged; series: 3 unchanged; screenings: 6 unchanged; journal: 4 unchanged", second.Summary);
        Assert.Equal(before, await bench.StateAsync());
        Assert.StartsWith("version 2, saves 31,", before, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_exported_loads_into_an_empty_database_and_exports_to_the_same_bytes(Database database)
    {
        await using var here = await LoadingBench.OpenAsync(database);
        await here.LoadedAsync(Files.Homs);
        await here.LoadedAsync(Rich);
        here.Clock.Pass(Duration.FromDays(1));
        // moved after it was announced
        await here.LoadedAsync(Rich.Replace("\"time\": \"20:00\"", "\"time\": \"21:00\"", StringComparison.Ordinal));
        var exported = await here.ExportAsync();

        await using var there = await LoadingBench.OpenAsync(database);
        there.Clock.Pass(Duration.FromDays(7));
        await there.LoadedAsync(exported);
        Assert.Equal(exported, await there.ExportAsync());
        Assert.Equal(await UidsOf(here), await UidsOf(there));
        Assert.Contains("\"text\": \"العودة إلى حمص\"", exported, StringComparison.Ordinal);

        var moved = await there.ScreeningAsync("moved");
        Assert.Equal((ScreeningStatus.Rescheduled, new LocalDate(2026, 7, 1), new LocalTime(20, 0), 1, StoppedClock.Noon),
            (moved.Status, moved.PreviousDate, moved.PreviousTime, moved.Sequence, moved.PublishedAt!.Value));
    }

    static Task<string> UidsOf(LoadingBench bench) =>
        bench.InDbAsync(async db => string.Join(' ', await db.Screenings.OrderBy(s => s.Slug).Select(s => s.Uid).ToListAsync()));

    const string Rich = """
        {
          "format": 1,
          "organisations": [{ "slug": "org", "name": "Org", "about": "About\nit", "website": "https://example.org", "publicEmail": "hello@example.org" }],
          "people": [{ "slug": "hms", "name": "Homsi", "originalName": { "language": "ar", "text": "حمصي" }, "about": "Speaks.", "organisation": "org" }],
          "films": [{
            "slug": "rich", "title": "Rich", "originalTitle": { "text": "Riche" }, "year": 2020, "kind": "fiction", "countries": ["sy", "GB"], "languages": ["AR", "pt-br"], "subtitles": ["en"],
            "format": "35 mm", "synopsis": "S", "contentNotes": "C", "notes": "N", "organisation": "org",
            "runningTimes": [{ "minutes": 100 }, { "minutes": 100, "source": "a review" }, { "minutes": 80, "cut": "Short cut", "source": "the maker" }],
            "credits": [{ "role": "director", "person": "hms" }, { "role": "Best boy", "person": "hms" }],
            "watchOffers": [{ "provider": "V", "offer": "rent", "url": "https://example.org/v", "price": 4.50, "currency": "GBP" }],
            "stills": [{ "caption": "C", "credit": "P", "altText": "A", "source": "S", "url": "https://example.org/s" }]
          }],
          "venues": [{
            "slug": "v", "name": "V", "address": "1 Street", "area": "A", "postalCode": "N1", "city": "London", "region": "R", "country": "GB", "latitude": 51.5074, "longitude": -0.1278,
            "timeZone": "Europe/London", "directions": "D", "website": "https://example.org", "stepFree": "yes", "hearingLoop": "no", "accessibleToilet": "unknown", "wheelchairPlaces": 0,
            "accessNotes": "N", "rooms": [{ "name": "2", "seats": 20 }, { "name": "1" }], "sample": true, "organisation": "org"
          }],
          "series": [{
            "slug": "s", "title": "S", "kind": "festival", "year": 2026, "starts": "2026-07-01", "ends": "2026-07-09", "datesNote": "N", "description": "D", "invitation": "I",
            "partners": [{ "organisation": "org", "part": "P" }], "sample": true, "organisation": "org"
          }],
          "screenings": [
            {
              "slug": "moved", "uid": "the-uid", "films": [{ "film": "rich", "runningTime": { "minutes": 80 } }, { "film": "rich", "runningTime": { "minutes": 100 } }], "series": "s", "organisation": "org",
              "venue": "v", "room": "1", "date": "2026-07-01", "time": "20:00", "endTime": "00:30", "doorsMinutes": 30, "introductionMinutes": 0, "talkMinutes": 20, "speakers": ["hms"],
              "languages": ["ar"], "subtitles": ["en"], "captions": true, "audioDescription": true, "signLanguage": true, "relaxed": true, "admission": "payWhatYouCan",
              "prices": { "from": 0, "to": 12.5, "currency": "gbp" }, "bookingUrl": "https://example.org/b", "premiereNote": "P", "capacity": 20, "description": "D", "status": "published", "sample": true
            },
            { "slug": "draft", "title": "Draft", "status": "draft" },
            { "slug": "cancelled", "title": "C", "status": "cancelled", "statusReason": "Why", "sequence": 7, "createdAt": "2026-01-01T00:00:00.123Z", "publishedAt": "2026-02-01T00:00:00Z" },
            { "slug": "postponed", "title": "P", "status": "postponed", "timeZone": "Asia/Beirut", "city": "Beirut", "country": "LB", "date": "2026-10-25" },
            { "slug": "online", "title": "O", "status": "movedOnline", "onlineUrl": "https://example.org/o", "statusReason": "Storm" },
            { "slug": "twice", "title": "T", "status": "rescheduled", "timeZone": "Europe/London", "date": "2026-10-25", "time": "01:30", "secondTime": true, "previousDate": "2026-10-24", "previousTime": "19:00" },
            { "slug": "counted", "title": "N", "status": "published", "attendance": { "count": 12 } }
          ]
        }
        """;

    [Theory, OnEachDatabase]
    public async Task Records_that_do_not_fit_together_are_named_with_their_places_and_nothing_is_changed(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening());
        var before = await bench.StateAsync();
        var report = await bench.LoadAsync("""
            {
              "format": 1,
              "films": [
                { "slug": "new", "title": "New", "kind": "short", "credits": [{ "role": "Director", "person": "nobody" }] },
                { "slug": "new", "title": "Again", "kind": "short", "runningTimes": [{ "minutes": 9 }, { "minutes": 9 }] }
              ],
              "series": [{ "slug": "s", "title": "S", "kind": "tour", "partners": [{ "organisation": "nobody" }] }],
              "screenings": [
                { "slug": "one", "title": "One", "status": "draft" },
                { "slug": "a", "films": [{ "film": "homs", "runningTime": { "minutes": 61 } }, { "film": "none" }], "venue": "hall", "room": "Screen 9", "city": "London" },
                { "slug": "b", "uid": "x", "title": "B", "series": "none", "organisation": "none", "speakers": ["none"], "venue": "none", "date": "2026-07-01" },
                { "slug": "c", "uid": "x", "venue": "nowhere", "date": "2026-07-01", "time": "20:00" },
                { "slug": "d", "title": "D", "venue": "hall", "date": "2026-03-29", "time": "01:30" },
                { "slug": "e", "title": "E", "time": "20:00", "onlineUrl": "https://example.org", "room": "1" },
                { "slug": "f", "title": "F", "time": "2030" }
              ]
            }
            """);
        Assert.Equal(
        [
            "screenings[6].time: '2030' is not a time such as 20:30.",
            "films[1].slug: films[0] has the slug 'new' already.",
            "films[0].credits[0].person: There is no person 'nobody', neither in the file nor in the database.",
            "films[1].runningTimes[1]: This running time stands here twice.",
            "series[0].partners[0].organisation: There is no organisation 'nobody', neither in the file nor in the database.",
            "screenings[3].uid: screenings[2] has this UID already.",
            "screenings[0].status: It is public already, and what was public does not become a draft again.",
            "screenings[1].films[0].runningTime: The film has no such running time; it has 90 minutes and 60 minutes (Short cut).",
            "screenings[1].films[1].film: There is no film 'none', neither in the file nor in the database.",
            "screenings[1].city: The venue says where it is; leave this out beside a venue.",
            "screenings[1].room: The venue 'hall' has no room 'Screen 9'.",
            "screenings[2].series: There is no series 'none', neither in the file nor in the database.",
            "screenings[2].organisation: There is no organisation 'none', neither in the file nor in the database.",
            "screenings[2].speakers[0]: There is no person 'none', neither in the file nor in the database.",
            "screenings[2].venue: There is no venue 'none', neither in the file nor in the database.",
            "screenings[3].title: A screening without a film needs a title.",
            "screenings[3].date: A date needs the time zone of its place.",
            "screenings[4].time: On Sunday 29 March 2026 the clocks in Europe/London skip 01:30.",
            "screenings[5].room: A room needs its venue.",
            "screenings[5].time: A time needs its date.",
            "screenings[5].onlineUrl: Only what has moved online is found there.",
        ], report.Problems);
        Assert.Equal(before, await bench.StateAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_public_screening_that_a_file_moves_is_rescheduled_and_stays_so(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening());
        var uid = (await bench.ScreeningAsync("one")).Uid;
        var later = Files.OneScreening("""
            "venue": "hall", "date": "2026-07-01", "time": "21:00"
            """);
        await bench.LoadedAsync(later);
        var moved = await bench.ScreeningAsync("one");
        Assert.Equal((uid, ScreeningStatus.Rescheduled, new LocalTime(20, 0), Instant.FromUtc(2026, 7, 1, 20, 0), 1),
            (moved.Uid, moved.Status, moved.PreviousTime, moved.StartsAt, moved.Sequence));

        var before = await bench.StateAsync();
        await bench.LoadedAsync(later);
        Assert.Equal(before, await bench.StateAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_file_cancels_and_reinstates(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening());
        await bench.LoadedAsync(Files.OneScreening(status: "cancelled"));
        var cancelled = await bench.ScreeningAsync("one");
        await bench.LoadedAsync(Files.OneScreening());
        var back = await bench.ScreeningAsync("one");
        Assert.Equal((ScreeningStatus.Cancelled, 1), (cancelled.Status, cancelled.Sequence));
        Assert.Equal((ScreeningStatus.Published, 2), (back.Status, back.Sequence));
    }

    [Theory, OnEachDatabase]
    public async Task A_draft_that_a_file_publishes_shows_its_series_too(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        const string file =
            """{ "format": 1, "series": [{ "slug": "s", "title": "S", "kind": "tour" }], "screenings": [{ "slug": "one", "title": "One", "series": "s" }] }""";
        await bench.LoadedAsync(file);
        var draft = await bench.ScreeningAsync("one");
        bench.Clock.Pass(Duration.FromHours(1));
        await bench.LoadedAsync(
            file.Replace("\"title\": \"One\"", "\"title\": \"One\", \"status\": \"published\"", StringComparison.Ordinal));
        var series = await bench.InDbAsync(db => db.Series.SingleAsync());
        Assert.False(draft.IsPublic);
        Assert.Equal(StoppedClock.Noon + Duration.FromHours(1), series.PublishedAt);
        Assert.Equal(0, (await bench.ScreeningAsync("one")).Sequence);
    }

    [Theory, OnEachDatabase]
    public async Task A_screening_moves_to_a_venue_that_the_same_file_brings_into_a_zone_where_its_old_time_is_skipped(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening("""
            "venue": "portland", "date": "2026-03-29", "time": "01:30"
            """));
        await bench.LoadedAsync("""
            {
              "format": 1,
              "films": [{ "slug": "other", "title": "Other", "kind": "short", "runningTimes": [{ "minutes": 10 }], "credits": [{ "role": "Director", "person": "new" }] }],
              "people": [{ "slug": "new", "name": "New" }],
              "series": [{ "slug": "new", "title": "New", "kind": "tour" }],
              "venues": [{ "slug": "new", "name": "New", "timeZone": "Europe/London", "rooms": [{ "name": "1" }] }],
              "screenings": [{ "slug": "one", "series": "new", "films": [{ "film": "other", "runningTime": { "minutes": 10 } }], "speakers": ["new"], "venue": "new", "room": "1", "date": "2026-03-29", "time": "20:00" }]
            }
            """);
        var screening = await bench.ScreeningAsync("one");
        Assert.Equal(("new", "Europe/London", Instant.FromUtc(2026, 3, 29, 19, 0), Instant.FromUtc(2026, 3, 29, 19, 10)),
            (screening.Venue!.Slug, screening.TimeZone, screening.StartsAt, screening.EndsAt));
        Assert.Equal((ScreeningStatus.Rescheduled, new LocalTime(1, 30)), (screening.Status, screening.PreviousTime));
    }

    [Theory, OnEachDatabase]
    public async Task What_rests_on_a_film_or_a_venue_is_worked_out_again_when_a_file_changes_it(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening(films: """[{ "film": "homs", "runningTime": { "minutes": 60 } }]"""));
        await bench.LoadedAsync("""
            {
              "format": 1,
              "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary", "runningTimes": [{ "minutes": 100 }] }],
              "venues": [{ "slug": "hall", "name": "Hall", "timeZone": "Europe/Paris", "rooms": [{ "name": "Screen 1" }] }]
            }
            """);
        var screening = await bench.ScreeningAsync("one");
        Assert.Equal((Instant.FromUtc(2026, 7, 1, 18, 0), Instant.FromUtc(2026, 7, 1, 19, 40)), (screening.StartsAt, screening.EndsAt));
        Assert.Null(screening.Films.Single().RunningTimeId);
        Assert.True(screening.Sequence > 0);
    }

    [Theory, OnEachDatabase]
    public async Task A_venue_keeps_the_room_and_the_zone_that_screenings_outside_the_file_need(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening("""
            "venue": "hall", "room": "Screen 1", "date": "2026-03-08", "time": "02:30"
            """));
        var without = await bench.LoadAsync("""{ "format": 1, "venues": [{ "slug": "hall", "name": "Hall" }] }""");
        var elsewhere = await bench.LoadAsync(
            """{ "format": 1, "venues": [{ "slug": "hall", "name": "Hall", "timeZone": "America/New_York", "rooms": [{ "name": "Screen 1" }] }] }""");
        Assert.Equal(
        [
            "venues[0].rooms: The room 'Screen 1' is missing, and the screening 'one' is in it.",
            "venues[0].timeZone: It is missing, and the screening 'one' has a date there.",
        ], without.Problems);
        Assert.Equal(
            ["venues[0].timeZone: On Sunday 8 March 2026 the clocks in America/New_York skip 02:30. The screening 'one' is at that time."],
            elsewhere.Problems);
    }

    [Theory, OnEachDatabase]
    public async Task A_record_is_known_by_its_former_slug_and_a_screening_by_its_uid(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening());
        var uid = (await bench.ScreeningAsync("one")).Uid;
        await bench.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Slug = "return-to-homs";
            return await db.SaveChangesAsync();
        });
        var report = await bench.LoadedAsync($$"""
            {
              "format": 1,
              "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary" }],
              "screenings": [{ "slug": "renamed", "uid": "{{uid}}", "films": [{ "film": "homs" }], "venue": "hall", "date": "2026-07-01", "time": "20:00" }]
            }
            """);
        Assert.Equal([LoadOutcome.Changed, LoadOutcome.Changed], report.Records.Select(r => r.Outcome));
        Assert.Equal("homs", await bench.InDbAsync(db => db.Films.Select(f => f.Slug).SingleAsync()));
        Assert.Equal(uid, (await bench.ScreeningAsync("renamed")).Uid);

        var other = await bench.LoadAsync("""{ "format": 1, "screenings": [{ "slug": "renamed", "uid": "another", "title": "X" }] }""");
        Assert.Equal([$"screenings[0].uid: The screening 'renamed' has the UID '{uid}', which is its for life."], other.Problems);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_removed_does_not_come_back_by_a_file(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        const string file = """{ "format": 1, "people": [{ "slug": "somebody", "name": "Somebody" }] }""";
        await bench.LoadedAsync(file);
        await bench.InDbAsync(async db =>
        {
            db.Remove(await db.People.SingleAsync());
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["people[0].slug: A record with the slug 'somebody' was removed here for good; another one needs another slug."],
            (await bench.LoadAsync(file)).Problems);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_real_does_not_become_a_sample(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.OneScreening());
        var report = await bench.LoadAsync(Files.OneScreening("""
            "title": "X", "sample": true
            """, hall: ", \"sample\": true"));
        Assert.Equal(
        [
            "venues[0].sample: The record in the database is no sample, and does not become one.",
            "screenings[0].sample: The record in the database is no sample, and does not become one.",
        ], report.Problems);
    }
}
