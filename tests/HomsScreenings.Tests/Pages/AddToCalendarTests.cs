using System.Web;
using HomsScreenings.Model;

namespace HomsScreenings.Tests.Pages;

public sealed class AddToCalendarTests
{
    static async Task<IReadOnlyList<Uri>> LinksOf(ScreeningsApp app, Screening screening, string prefix = "") =>
        [.. (await app.AsVisitor().GetAsync($"{prefix}/screenings/{screening.Slug}")).Html.QuerySelectorAll(".menu a")
            .Select(a => new Uri(new Uri(ScreeningsApp.BaseUrl), a.GetAttribute("href")!))];

    static string? Of(Uri link, string name) => HttpUtility.ParseQueryString(link.Query)[name];

    [Theory, OnEachDatabase]
    public async Task Its_hours_are_the_right_instants_in_summer_in_winter_and_in_other_zones(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Northwest", "Portland", "US", "America/Los_Angeles");
        await Are("2026-06-27 20:30", "ICA", "Europe/London",
            "20260627T193000Z", "20260627T210000Z", "2026-06-27T19:30:00Z", "2026-06-27T21:00:00Z");
        await Are("2026-12-11 20:30", "ICA", "Europe/London",
            "20261211T203000Z", "20261211T220000Z", "2026-12-11T20:30:00Z", "2026-12-11T22:00:00Z");
        await Are("2026-06-27 20:30", "Northwest", "America/Los_Angeles",
            "20260628T033000Z", "20260628T050000Z", "2026-06-28T03:30:00Z", "2026-06-28T05:00:00Z");

        async Task Are(string when, string at, string zone, string googleStart, string googleEnd, string start, string end)
        {
            var screening = await app.Programme.AddScreening(when: when, at: at);
            var links = await LinksOf(app, screening);
            Assert.Equal($"/screenings/{screening.Slug}.ics", links[0].AbsolutePath);
            Assert.Equal(["calendar.google.com", "outlook.live.com", "outlook.office.com"], links.Skip(1).Take(3).Select(l => l.Host));
            Assert.Equal(("TEMPLATE", $"{googleStart}/{googleEnd}", zone, "Return to Homs"),
                (Of(links[1], "action"), Of(links[1], "dates"), Of(links[1], "ctz"), Of(links[1], "text")));
            Assert.StartsWith($"{ScreeningsApp.BaseUrl}/screenings/{screening.Slug}\n", Of(links[1], "details"), StringComparison.Ordinal);
            foreach (var outlook in links.Skip(2).Take(2))
                Assert.Equal((start, end, null, "Return to Homs"),
                    (Of(outlook, "startdt"), Of(outlook, "enddt"), Of(outlook, "allday"), Of(outlook, "subject")));
            Assert.Equal(new ReadCalendar((await app.AsVisitor().GetAsync(links[0].AbsolutePath)).Bytes).Events.Single()["DTSTART"],
                googleStart);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_time_it_lasts_the_whole_day_of_the_place(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var links = await LinksOf(app, await app.Programme.AddScreening(when: "2026-06-30"));
        Assert.Equal(("20260630/20260701", null), (Of(links[1], "dates"), Of(links[1], "ctz")));
        foreach (var outlook in links.Skip(2).Take(2))
            Assert.Equal(("2026-06-30", "2026-07-01", "true"), (Of(outlook, "startdt"), Of(outlook, "enddt"), Of(outlook, "allday")));
    }

    [Theory, OnEachDatabase]
    public async Task It_is_not_offered_for_what_is_cancelled_over_or_without_a_date(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var cancelled = await app.Programme.AddScreening();
        Assert.NotEmpty(await LinksOf(app, cancelled));
        await app.Programme.Change(cancelled, s => s.Cancel("Flood."));
        Assert.Empty(await LinksOf(app, cancelled));
        Assert.Empty(await LinksOf(app, await app.Programme.AddScreening(when: "2026-05-01 20:00")));
        Assert.Empty(await LinksOf(app, await app.Programme.AddScreening(when: null)));
    }

    [Theory, OnEachDatabase]
    public async Task Who_reads_in_Arabic_gets_links_that_lead_back_to_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        var links = await LinksOf(app, screening, "/ar");
        Assert.Equal($"/ar/screenings/{screening.Slug}.ics", links[0].AbsolutePath);
        Assert.StartsWith($"{ScreeningsApp.BaseUrl}/ar/screenings/{screening.Slug}\n", Of(links[1], "details"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_long_description_is_cut_between_lines_and_keeps_the_address_of_the_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(and: s => s.Title = new string('ح', 190));
        var links = await LinksOf(app, screening);
        Assert.All(links, link => Assert.InRange(link.AbsoluteUri.Length, 1, 3_000));
        Assert.StartsWith($"{ScreeningsApp.BaseUrl}/screenings/{screening.Slug}", Of(links[1], "details"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_code_on_the_poster_reads_as_the_whole_address_of_the_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        foreach (var path in new[] { $"/screenings/{screening.Slug}", $"/ar/screenings/{screening.Slug}" })
        {
            var page = await app.AsVisitor().GetAsync(path);
            var code = page.Html.QuerySelector("svg.qr")!;
            Assert.Equal(
                ScreeningsApp.BaseUrl + path, QrReader.Read(code.GetAttribute("viewBox")!, code.QuerySelector("path")!.GetAttribute("d")!));
            Assert.Equal(ScreeningsApp.BaseUrl + path, page.Text(".sheet-link p"));
        }
    }
}
