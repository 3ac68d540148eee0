using System.IO.Compression;
using System.Text;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Endpoints;

public sealed class CalendarFeedsTests
{
    static async Task<ReadCalendar> CalendarAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().GetAsync(path);
        Assert.Equal(200, answer.Status);
        return new ReadCalendar(answer.Bytes);
    }

    static IEnumerable<string?> Uids(ReadCalendar calendar) => calendar.Events.Select(e => e["UID"]);

    [Fact]
    public async Task A_page_of_any_site_may_read_the_public_feeds()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening();
        foreach (var feed in new[] { "/calendar.ics", "/films/return-to-homs.ics", "/ar/venues/ica.ics", "/feed.atom" })
            for (var time = 0; time < 2; time++) // the second comes from the cache
                Assert.Equal((feed, 200, "*"), (feed, (await app.AsVisitor().GetAsync(feed)).Status,
                    (await app.AsVisitor().GetAsync(feed)).Header("Access-Control-Allow-Origin")));
    }

    [Theory, OnEachDatabase]
    public async Task A_calendar_holds_what_is_announced_and_has_a_date(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var later = await app.Programme.AddScreening(when: "2026-07-01 20:00");
        var sooner = await app.Programme.AddScreening(when: "2026-06-20");
        await app.Programme.AddScreening(when: null);
        await app.Programme.AddScreening(when: "2026-06-21 20:00", published: false);
        var answer = await app.AsVisitor().GetAsync("/calendar.ics");
        Assert.Equal("text/calendar; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("public, must-revalidate, max-age=0, s-maxage=60", answer.Header("Cache-Control"));
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Equal([sooner.Uid, later.Uid], Uids(new ReadCalendar(answer.Bytes)));
    }

    [Theory, OnEachDatabase]
    public async Task A_move_keeps_the_uid_and_raises_the_sequence(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var homs = await app.Programme.AddScreening(when: "2026-06-27 20:30");
        var before = (await CalendarAsync(app, "/calendar.ics")).Event(homs.Uid);
        app.Clock.Pass(Duration.FromMinutes(1));
        await app.Programme.Change(homs, s => s.Reschedule(s.Date, new LocalTime(21, 30), false, null, "The hall was taken."));
        var after = (await CalendarAsync(app, "/calendar.ics")).Event(homs.Uid);
        Assert.Equal(("20260627T193000Z", "20260627T203000Z"), (before["DTSTART"], after["DTSTART"]));
        Assert.Equal(before.Sequence + 1, after.Sequence);
        Assert.Equal(("20260601T120000Z", "20260601T120100Z"), (before["DTSTAMP"], after["DTSTAMP"]));
        Assert.Equal("Return to Homs", after.Summary);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_cancelled_stays_as_cancelled_for_90_days_and_then_goes(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var homs = await app.Programme.AddScreening(when: "2026-06-27 20:30");
        await app.Programme.Change(homs, s => s.Cancel("The projector broke."));
        var cancelled = (await CalendarAsync(app, "/calendar.ics")).Event(homs.Uid);
        Assert.Equal(("CANCELLED", "Cancelled: Return to Homs", 1), (cancelled.Status, cancelled.Summary, cancelled.Sequence));

        app.Clock.Now = Instant.FromUtc(2026, 9, 25, 12, 0); // the 90th day after
        Assert.Equal("CANCELLED", (await CalendarAsync(app, "/calendar.ics")).Event(homs.Uid).Status);
        app.Clock.Now = Instant.FromUtc(2026, 9, 26, 0, 0);
        Assert.Empty((await CalendarAsync(app, "/calendar.ics")).Events);
        Assert.Equal([homs.Uid], Uids(await CalendarAsync(app, "/calendar.ics?past=true")));
        Assert.Equal([homs.Uid], Uids(await CalendarAsync(app, "/calendar.ics?from=2026-06-27")));
        Assert.Equal([homs.Uid], Uids(await CalendarAsync(app, $"/screenings/{homs.Slug}.ics")));
    }

    [Theory, OnEachDatabase]
    public async Task Every_record_has_its_own_calendar(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var homs = await app.Programme.AddScreening("Return to Homs", at: "ICA", series: "UK tour", organisation: "Homs Campaign");
        var other = await app.Programme.AddScreening("Silvered Water", at: "Phoenix", series: "Festival", organisation: "Another");
        foreach (var (path, name) in new[] { ("/films/return-to-homs.ics", "Return to Homs"),
            ("/series/uk-tour.ics", "UK tour"), ("/venues/ica.ics", "ICA"), ("/organisations/homs-campaign.ics", "Homs Campaign") })
        {
            var calendar = await CalendarAsync(app, path);
            Assert.Equal([homs.Uid], Uids(calendar));
            Assert.Equal((name, $"https://screenings.test{path}"), (calendar["NAME"], calendar["SOURCE;VALUE=URI"]));
        }
        var file = await app.AsVisitor().GetAsync($"/screenings/{other.Slug}.ics");
        Assert.Equal([other.Uid], Uids(new ReadCalendar(file.Bytes)));
        Assert.Equal($"inline; filename={other.Slug}.ics", file.Header("Content-Disposition"));
        Assert.Null(new ReadCalendar(file.Bytes)["X-WR-CALNAME"]);
    }

    [Theory, OnEachDatabase]
    public async Task An_organisation_s_calendar_holds_the_series_that_it_is_a_partner_of(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var partner = await app.Programme.AddOrganisation("Film Africa");
        await app.Programme.AddSeries("UK tour", and: s => s.SetPartners([new() { OrganisationId = partner }]));
        var homs = await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        await app.Programme.AddScreening(organisation: "Homs Campaign");
        Assert.Equal([homs.Uid], Uids(await CalendarAsync(app, "/organisations/film-africa.ics")));
    }

    [Theory, OnEachDatabase]
    public async Task The_filters_of_the_programme_work_on_every_calendar(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Whitsell", "Portland", "US", "America/Los_Angeles");
        var london = await app.Programme.AddScreening(at: "ICA", when: "2026-06-27 20:30", and: s => s.Admission = Admission.Free);
        var portland = await app.Programme.AddScreening(at: "Whitsell", when: "2026-07-27 19:00");
        foreach (var (query, expected) in new[] { ("city=Portland", portland), ("free=true", london),
            ("to=2026-06-30", london), ("country=US", portland), ("venue=ica", london), ("utm_source=mail&city=London", london) })
        {
            Assert.Equal([expected.Uid], Uids(await CalendarAsync(app, $"/calendar.ics?{query}")));
            Assert.Equal([expected.Uid], Uids(await CalendarAsync(app, $"/films/return-to-homs.ics?{query}")));
        }
        var named = await CalendarAsync(app, "/films/return-to-homs.ics?free=true&city=London");
        Assert.Equal(("Return to Homs: London, free", "https://screenings.test/films/return-to-homs.ics?city=London&free=true"),
            (named["NAME"], named["SOURCE;VALUE=URI"]));
        Assert.Equal("20260728T020000Z", (await CalendarAsync(app, "/calendar.ics")).Event(portland.Uid)["DTSTART"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_filter_that_matches_nothing_is_an_empty_calendar(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        Assert.Empty((await CalendarAsync(app, "/calendar.ics?city=Portland")).Events);
    }

    [Theory, OnEachDatabase]
    public async Task A_filter_that_is_not_understood_is_answered_in_plain_sentences(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        foreach (var (path, sentences) in new[]
        {
            ("/calendar.ics?colour=red&from=yesterday",
                "There is no filter 'colour'.\n'from' needs a date such as 2026-06-27; 'yesterday' is not one.\n"),
            ("/calendar.ics?film=nothing", "There is no film 'nothing'.\n"),
            ("/films/return-to-homs.ics?venue=nowhere", "There is no venue 'nowhere'.\n"),
            ("/feed.atom?access=magic",
                "'magic' is not an access provision; there are step-free, hearing-loop, captions, audio-description, sign-language, relaxed.\n"),
        })
        {
            var answer = await app.AsVisitor().GetAsync(path);
            Assert.Equal((400, "text/plain; charset=utf-8", sentences), (answer.Status, answer.Header("Content-Type"), answer.Body));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_feed_moves_with_its_slug_and_ends_with_its_record(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        await app.Programme.AddFilm("Silvered Water");
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync(f => f.Slug == "return-to-homs")).Slug = "homs";
            db.Films.Remove(await db.Films.SingleAsync(f => f.Slug == "silvered-water"));
            await db.SaveChangesAsync();
        });
        var moved = await app.AsVisitor().GetAsync("/films/return-to-homs.ics?city=London");
        Assert.Equal((301, "/films/homs.ics?city=London"), (moved.Status, moved.Location));
        var gone = await app.AsVisitor().GetAsync("/films/silvered-water.ics");
        Assert.Equal((410, "text/plain; charset=utf-8", "This film has been removed for good, and its feed with it.\n"),
            (gone.Status, gone.Header("Content-Type"), gone.Body));
        var filtered = await app.AsVisitor().GetAsync("/calendar.ics?film=silvered-water");
        Assert.Equal((410, gone.Body), (filtered.Status, filtered.Body));
        Assert.Equal(410, (await app.AsVisitor().GetAsync("/feed.atom?film=silvered-water")).Status);
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/calendar.ics?film=silvered-water&film=nothing")).Status);
        var never = await app.AsVisitor().GetAsync("/films/nothing.ics");
        Assert.Equal((404, "text/plain; charset=utf-8", "There is no film 'nothing'.\n"),
            (never.Status, never.Header("Content-Type"), never.Body));
    }

    [Theory, OnEachDatabase]
    public async Task Drafts_have_no_feed_under_any_name_they_ever_had(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var draft = await app.Programme.AddScreening(published: false);
        await app.Programme.AddSeries("Secret tour", published: false);
        await app.Programme.Change(draft, s => s.Slug = "secret-screening");
        await app.InDbAsync(async db =>
        {
            (await db.Series.SingleAsync()).Slug = "more-secret";
            await db.SaveChangesAsync();
        });
        foreach (var path in new[] { "/screenings/secret-screening.ics",
            $"/screenings/{draft.Slug}.ics", "/series/secret-tour.ics", "/series/more-secret.ics" })
            Assert.Equal(404, (await app.AsVisitor().GetAsync(path)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_screening_without_a_date_has_no_file_and_says_where_to_look(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var homs = await app.Programme.AddScreening(when: null);
        var answer = await app.AsVisitor().GetAsync($"/screenings/{homs.Slug}.ics");
        Assert.Equal(
            (404,
                $"This screening has no date yet, so there is nothing to put into a calendar. What is known is at https://screenings.test/screenings/{homs.Slug}\n"), (answer.Status, answer.Body));
    }

    public static TheoryData<string> Feeds =>
        ["/calendar.ics", "/films/return-to-homs.ics", "/series/uk-tour.ics",
            "/venues/ica.ics", "/organisations/homs-campaign.ics", "/screenings/return-to-homs-ica.ics", "/feed.atom"];

    [Theory, MemberData(nameof(Feeds))]
    public async Task A_feed_is_asked_for_cheaply(string path)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        var visitor = app.AsVisitor();
        var first = await visitor.GetAsync(path);
        var tag = first.Header("ETag")!;
        Assert.Equal((200, '"'), (first.Status, tag[0]));

        app.Clock.Pass(Duration.FromHours(2)); // made anew, and still the same
        Assert.Equal((304, 0), Brief(await visitor.GetAsync(path, ("If-None-Match", tag))));
        Assert.Equal((304, 0), Brief(await visitor.GetAsync(path, ("If-Modified-Since", first.Header("Last-Modified")!))));
        Assert.Equal((200, first.Bytes.Length), Brief(await visitor.GetAsync(path, ("If-None-Match", "\"other\""))));
        Assert.Equal(
            (200, first.Bytes.Length), Brief(await visitor.GetAsync(path, ("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"))));

        var head = await visitor.SendAsync(HttpMethod.Head, path);
        Assert.Equal((200, 0, first.Bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), tag),
            (head.Status, head.Bytes.Length, head.Header("Content-Length"), head.Header("ETag")));

        var gzip = await visitor.GetAsync(path, ("Accept-Encoding", "gzip"));
        var brotli = await visitor.GetAsync(path, ("Accept-Encoding", "br"));
        Assert.Equal(("gzip", "br"), (gzip.Header("Content-Encoding"), brotli.Header("Content-Encoding")));
        Assert.Equal(first.Bytes, Unpacked(new GZipStream(new MemoryStream(gzip.Bytes), CompressionMode.Decompress)));
        Assert.Equal(first.Bytes, Unpacked(new BrotliStream(new MemoryStream(brotli.Bytes), CompressionMode.Decompress)));
        Assert.Equal(3, new[] { tag, gzip.Header("ETag"), brotli.Header("ETag") }.Distinct().Count());

        static (int, int) Brief(Answer answer) => (answer.Status, answer.Bytes.Length);

        static byte[] Unpacked(Stream stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    [Theory, MemberData(nameof(Feeds))]
    public async Task Nobody_can_send_anything_to_a_feed(string path)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        Assert.Equal(405, (await app.AsVisitor().SendAsync(HttpMethod.Post, path, new StringContent("x", Encoding.UTF8))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_feed_costs_the_same_number_of_statements_however_long_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        var one = await CostsAsync();
        await app.Programme.AddScreening(when: "2026-07-01 20:00", series: "UK tour", organisation: "Homs Campaign");
        await app.Programme.AddScreening("Silvered Water", when: "2026-07-02 20:00", series: "UK tour", organisation: "Homs Campaign");
        Assert.Equal(one, await CostsAsync());
        Assert.Equal([
            ("/calendar.ics", 1), ("/films/return-to-homs.ics", 2),
            ("/series/uk-tour.ics", 2), ("/venues/ica.ics", 2), ("/organisations/homs-campaign.ics", 2),
            ("/screenings/return-to-homs-ica.ics", 1), ("/feed.atom", 1),
            ("/films/return-to-homs.ics?venue=ica&series=uk-tour&city=London", 4),
        ], one);

        async Task<List<(string, int)>> CostsAsync()
        {
            var costs = new List<(string, int)>();
            foreach (var path in Feeds.Select(f => f.Data).Append("/films/return-to-homs.ics?venue=ica&series=uk-tour&city=London"))
                costs.Add((path, await app.StatementsOfAsync(path)));
            return costs;
        }
    }
}
