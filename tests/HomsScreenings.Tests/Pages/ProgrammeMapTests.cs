using HomsScreenings.Import;
using HomsScreenings.Model;
using HomsScreenings.Samples;
using HomsScreenings.Tests.Import;
using HomsScreenings.Time;

namespace HomsScreenings.Tests.Pages;

public sealed class ProgrammeMapTests
{
    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v => (v.Latitude, v.Longitude) = (51.506, -0.131));
        await app.Programme.AddVenue("Rio", and: v => (v.Latitude, v.Longitude) = (51.55, -0.07));
        await app.Programme.AddVenue("Hyde Park Picture House", "Leeds", and: v => (v.Latitude, v.Longitude) = (53.812, -1.572));
        return app;
    }

    [Theory, OnEachDatabase]
    public async Task Every_circle_is_a_link_and_the_list_says_the_same(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddScreening(when: "2026-06-27 20:00", at: "ICA");
        await app.Programme.AddScreening(when: "2026-06-28 20:00", at: "Rio");
        await app.Programme.AddScreening(when: "2026-06-29 20:00", at: "Hyde Park Picture House");
        await app.Programme.AddScreening(when: "2014-06-29 20:00", at: "Hyde Park Picture House");
        await app.Programme.AddScreening(when: "2026-06-29 20:00", at: "Hyde Park Picture House", published: false);
        await app.Programme.AddScreening(when: "2026-06-30 20:00",
            at: "Nowhere", and: s => s.PlaceIn(null, null, null, null, "Europe/London"));
        var page = await app.AsVisitor().GetAsync("/screenings?view=map&film=return-to-homs");
        string[] addresses = ["/screenings?film=return-to-homs&city=London&country=GB",
            "/screenings?film=return-to-homs&city=Leeds&country=GB"];
        Assert.Equal(["London: 2 screenings", "Leeds: 1 screening"],
            page.Html.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("aria-label")));
        Assert.Equal(["London", "Leeds"], page.Texts("svg.map text"));
        Assert.Equal(addresses, page.Html.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["London 2 screenings", "Leeds 1 screening", "Place not known 1 screening"], page.Texts(".places li"));
        Assert.Equal(addresses, page.Html.QuerySelectorAll(".places a").Select(a => a.GetAttribute("href")));
        Assert.Equal("4 screenings", page.Text(".count"));
        foreach (var (address, count) in addresses.Zip(["2 screenings in London", "1 screening in Leeds"]))
            Assert.Equal(count, (await app.AsVisitor().GetAsync(address)).Text(".count"));
    }

    [Theory, OnEachDatabase]
    public async Task A_town_on_the_date_line_is_where_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("West hall", "Taveuni", "FJ", "Pacific/Fiji", v => (v.Latitude, v.Longitude) = (-16.8, 179.98));
        await app.Programme.AddVenue("East hall", "Taveuni", "FJ", "Pacific/Fiji", v => (v.Latitude, v.Longitude) = (-16.8, -179.96));
        await app.Programme.AddVenue("Regal", "Suva", "FJ", "Pacific/Fiji", v => (v.Latitude, v.Longitude) = (-18.14, 178.44));
        foreach (var venue in new[] { "West hall", "East hall", "Regal" }) await app.Programme.AddScreening(at: venue);
        var circles = (await app.AsVisitor().GetAsync("/screenings?view=map")).Html.QuerySelectorAll("svg.map .map-place")
            .Select(c => int.Parse(c.GetAttribute("cx")!)).ToList();
        Assert.Equal(2, circles.Count);
        Assert.InRange(circles[0] - circles[1], 150, 500); // Taveuni lies 160 kilometres east of Suva
    }

    [Theory, OnEachDatabase]
    public async Task A_place_without_a_position_stands_in_the_list_and_not_on_the_map(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Made-up hall", "Nephelokokkygia", "GR", "Europe/Athens");
        await app.Programme.AddScreening(at: "Made-up hall");
        var page = await app.AsVisitor().GetAsync("/screenings?view=map");
        Assert.Equal(["Nephelokokkygia 1 screening"], page.Texts(".places li"));
        Assert.Null(page.Html.QuerySelector("svg.map"));
    }

    [Theory, OnEachDatabase]
    public async Task Each_filter_holds_in_each_view_and_each_view_keeps_each_filter(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddScreening("Right", "2026-06-27 20:00", "ICA", series: "Tour", organisation: "Campaign", and: s =>
            (s.Admission, s.Captions, s.Subtitles) = (Admission.Free, true, ["en"]));
        await app.Programme.AddScreening("Wrong", "2026-07-27 20:00", "Hyde Park Picture House");
        foreach (var filter in new[] { "q=right", "film=right", "series=tour", "venue=ica",
            "organisation=campaign", "city=London", "to=2026-06-30", "free=true", "access=captions", "language=en", "near=51.5,-0.1" })
        {
            var month = await app.AsVisitor().GetAsync($"/screenings?{filter}&view=month");
            Assert.Equal((filter, "Right"), (filter, string.Join(", ", month.Texts(".month-table .title"))));
            var map = await app.AsVisitor().GetAsync($"/screenings?{filter}&view=map");
            Assert.Equal((filter, "London 1 screening"), (filter, string.Join(", ", map.Texts(".places li"))));
            var written = filter.Replace(",", "%2C", StringComparison.Ordinal)
                + (filter.StartsWith("near", StringComparison.Ordinal) ? "&within=25" : "");
            Assert.Equal([$"/screenings?{written}", $"/screenings?{written}&view=month", $"/screenings?{written}&view=map"],
                map.Html.QuerySelectorAll(".views a").Select(a => a.GetAttribute("href")));
            Assert.Equal("Map", map.Text(".views [aria-current=page]"));
            Assert.EndsWith($"/screenings?{written}&view=map",
                map.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.EndsWith($"/calendar.ics?{written}", map.Html.QuerySelector("link[type='text/calendar']")!.GetAttribute("href"),
                StringComparison.Ordinal);
            Assert.Equal("/screenings?view=map", map.Html.QuerySelector(".chips a")!.GetAttribute("href"));
            Assert.Equal("map", map.Html.QuerySelector("main form input[name=view]")!.GetAttribute("value"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_map_costs_the_same_few_statements_however_many_places_there_are(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddScreening(series: "UK tour");
        int[] one = await Costs();
        Assert.Equal([1, 3], one);
        foreach (var (at, i) in new[] { "Rio", "Hyde Park Picture House", "ICA", "Elsewhere" }.Select(
            (at, i) => (at, i))) await app.Programme.AddScreening(when: $"2026-07-0{i + 1} 20:00", at: at, series: "UK tour");
        Assert.Equal(one, await Costs());

        async Task<int[]> Costs() => [await app.StatementsOfAsync("/screenings?view=map"), await app.StatementsOfAsync("/series/uk-tour")];
    }

    [Theory, OnEachDatabase]
    public async Task A_tour_is_a_numbered_way_in_the_order_of_its_dates(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddScreening(when: "2026-07-03 20:00", at: "Rio", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "ICA", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-07-02 20:00", at: "Hyde Park Picture House", series: "UK tour");
        await app.Programme.AddVenue("Off", "Edinburgh", and: v => (v.Latitude, v.Longitude) = (55.95, -3.19));
        await app.Programme.AddScreening(when: "2026-07-04 20:00", at: "Off", series: "UK tour", and: s => s.Cancel(null));
        foreach (var path in new[] { "/series/uk-tour", "/" })
        {
            var page = await app.AsVisitor().GetAsync(path);
            Assert.Equal(["1, 3", "2"], page.Texts("svg.map .map-number"));
            Assert.Equal(["Stops 1 and 3, London: 2 screenings", "Stop 2, Leeds: 1 screening"],
                page.Html.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("aria-label")));
            var circles = page.Html.QuerySelectorAll("svg.map .map-place")
                .Select(c => $"{c.GetAttribute("cx")},{c.GetAttribute("cy")}").ToList();
            Assert.Equal($"{circles[0]} {circles[1]} {circles[0]}", page.Html.QuerySelector(".map-route")!.GetAttribute("points"));
            Assert.Equal("/screenings?series=uk-tour&city=London&country=GB&past=true",
                page.Html.QuerySelector("svg.map a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task The_itinerary_has_the_numbers_of_the_map_and_a_circle_of_several_towns_leads_to_all_of_them()
    {
        await using var app = await AppAsync(Database.Sqlite);
        await app.Programme.AddVenue("Pictureville", "Bradford", and: v => (v.Latitude, v.Longitude) = (53.79, -1.756));
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "Hyde Park Picture House", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-07-02 20:00", at: "Pictureville", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-07-03 20:00", at: "Pictureville", series: "UK tour", and: s => s.Cancel(null));
        await app.Programme.AddScreening(when: "2026-07-04 20:00", at: "ICA", series: "UK tour");
        var page = await app.AsVisitor().GetAsync("/series/uk-tour");
        Assert.Equal(["Stop 1", "Stop 2", "Stop 3"], page.Texts(".stop-number .visually-hidden"));
        Assert.Equal(["Leeds +1", "London"], page.Texts("svg.map .map-name"));
        var both = page.Html.QuerySelector("svg.map a")!;
        Assert.Equal("Stops 1 and 2, Leeds and Bradford: 2 screenings", both.GetAttribute("aria-label"));
        Assert.Equal("3 screenings in Bradford and Leeds",
            (await app.AsVisitor().GetAsync(both.GetAttribute("href")!)).Text(".count"));
    }

    [Theory, OnEachDatabase]
    public async Task A_season_is_one_list_of_what_comes_and_what_was_and_leads_to_its_calendar(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddSeries("Autumn", SeriesKind.Season);
        await app.Programme.AddScreening("Third", "2026-11-03 20:00", "Rio", series: "Autumn");
        await app.Programme.AddScreening("Second", "2026-09-03 20:00", "ICA", series: "Autumn");
        await app.Programme.AddScreening("First", "2026-05-03 20:00", "ICA", series: "Autumn");
        var page = await app.AsVisitor().GetAsync("/series/autumn");
        Assert.Equal(["Second, Thursday 3 September", "Third, Tuesday 3 November", "First, Sunday 3 May 2026"],
            page.Texts(".screening .title"));
        Assert.Empty(page.Html.QuerySelectorAll(".month-table"));
        var calendar = page.Html.QuerySelector(".onward a")!.GetAttribute("href")!;
        Assert.Equal("/screenings?series=autumn&view=month", calendar);
        Assert.Equal("Second", (await app.AsVisitor().GetAsync(calendar)).Text(".month-table .title"));
    }

    [Theory, OnEachDatabase]
    public async Task A_festival_with_several_screens_is_a_grid_for_each_day(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddSeries("Week", SeriesKind.Festival);
        await app.Programme.AddScreening("A", "2026-07-03 20:00", "Rio", series: "Week");
        await app.Programme.AddScreening("B", "2026-07-03 18:00", "ICA", series: "Week",
            and: s => (s.Admission, s.Captions) = (Admission.Free, true));
        await app.Programme.AddScreening("C", "2026-07-03 20:00", "ICA", series: "Week",
            and: s => { s.Admission = Admission.Free; s.Cancel("Flooded."); });
        await app.Programme.AddScreening("D", "2026-07-04 20:00", "ICA", series: "Week");
        var page = await app.AsVisitor().GetAsync("/series/week");
        Assert.Equal(["Friday 3 July", "Saturday 4 July"], page.Texts("section[aria-labelledby=days] h3"));
        Assert.Equal(["ICA", "Rio"], page.Texts(".day-grid th[scope=col]"));
        Assert.Equal(["18:00 B ICA 90 minutes · Free · Captions", "20:00 C Cancelled ICA A Rio 90 minutes"], page.Texts(".day-grid tbody tr"));
        Assert.Equal(["D, Saturday 4 July"], page.Texts(".programme .title"));
    }

    [Fact]
    public async Task A_map_is_small_on_the_wire_of_a_country_and_of_the_world()
    {
        await using var app = await AppAsync(Database.Sqlite);
        foreach (var at in new[] { "Rio", "Hyde Park Picture House", "ICA" }) await app.Programme.AddScreening(at: at, series: "UK tour");
        await app.InDbAsync(async db =>
        {
            foreach (var file in GeneratedProgramme.Files(400, 1, app.Clock.Now()))
                await new ProgrammeLoader(db, app.Clock).LoadAsync(file, CancellationToken.None);
        });
        foreach (var (path, most) in new[] { ("/screenings?view=map&series=uk-tour", 12),
            ("/series/uk-tour", 12), ("/screenings?view=map&past=true", 20) })
        {
            var page = await app.AsVisitor().GetAsync(path, ("Accept-Encoding", "br"));
            Assert.Equal((200, "br"), (page.Status, page.Header("Content-Encoding")));
            Assert.InRange(page.Bytes.Length, 1000, most * 1024);
        }
        Assert.InRange((await app.AsVisitor().GetAsync("/screenings?view=map&past=true")).Html.QuerySelectorAll("svg.map a").Length,
            15, 60);
    }
}
