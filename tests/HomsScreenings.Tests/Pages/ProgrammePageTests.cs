using HomsScreenings.Model;

namespace HomsScreenings.Tests.Pages;

public sealed class ProgrammePageTests
{
    [Theory, OnEachDatabase]
    public async Task The_past_follows_what_comes_the_latest_first_across_pages(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        for (var day = 1; day <= 28; day++) await app.Programme.AddScreening("Coming", $"2026-07-{day:00} 20:00");
        for (var day = 1; day <= 28; day++) await app.Programme.AddScreening("Past", $"2014-07-{day:00} 20:00");
        var first = await app.AsVisitor().GetAsync("/screenings?past=true");
        Assert.Equal("56 screenings", first.Text(".count"));
        Assert.Equal(28, first.Html.QuerySelectorAll("section[aria-labelledby=list] .screening").Length);
        Assert.Equal("2014-07-28", first.Html.QuerySelector("section[aria-labelledby=past] .day-name time")!.GetAttribute("datetime"));
        Assert.Equal("/screenings?past=true&page=2", first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        var second = await app.AsVisitor().GetAsync("/screenings?past=true&page=2");
        Assert.Equal(["2014-07-06", "2014-07-05", "2014-07-04", "2014-07-03", "2014-07-02", "2014-07-01"],
            second.Html.QuerySelectorAll(".day-name time").Select(t => t.GetAttribute("datetime")));
        Assert.Equal("/screenings?past=true", second.Html.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Theory, OnEachDatabase]
    public async Task Filters_given_by_a_link_are_named_kept_by_the_form_and_can_be_dropped(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v => (v.Latitude, v.Longitude) = (51.51, -0.13));
        await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        var page = await app.AsVisitor()
            .GetAsync("/screenings?film=return-to-homs&series=uk-tour&venue=ica&organisation=homs-campaign&near=51.5,-0.1&within=30");
        Assert.Equal("1 screening", page.Text(".count"));
        Assert.Equal(["Return to Homs", "UK tour", "ICA", "Homs Campaign", "Within 30 km of 51.5, -0.1"], page.Texts(".chips bdi"));
        Assert.Equal("/screenings?series=uk-tour&venue=ica&organisation=homs-campaign&near=51.5%2C-0.1&within=30",
            page.Html.QuerySelector(".chips a")!.GetAttribute("href"));
        Assert.Equal("/screenings?film=return-to-homs&series=uk-tour&venue=ica&organisation=homs-campaign",
            page.Html.QuerySelectorAll(".chips a")[4].GetAttribute("href"));
        Assert.Equal(["film", "series", "venue", "organisation"],
            page.Html.QuerySelectorAll("main form input[type=hidden]").Select(i => i.GetAttribute("name")));
        Assert.Equal("51.5,-0.1", page.Html.QuerySelector("input[name=near]")!.GetAttribute("value"));
        Assert.Equal(["5", "10", "", "30", "50", "100", "200"],
            page.Html.QuerySelectorAll("select[name=within] option").Select(o => o.GetAttribute("value")));
        Assert.Equal("30", page.Html.QuerySelector("select[name=within] option[selected]")!.GetAttribute("value"));
        Assert.All(page.Html.QuerySelectorAll("link[rel=canonical], link[rel=alternate]:not([type*=oembed])"), link =>
            Assert.EndsWith("?film=return-to-homs&series=uk-tour&venue=ica&organisation=homs-campaign&near=51.5%2C-0.1&within=30",
                link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task The_form_offers_what_there_is_and_shows_what_is_chosen(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Northwest", "Portland", "US", "America/Los_Angeles");
        await app.Programme.AddFilm("Return to Homs", and: f => f.Languages = ["ar"]);
        await app.Programme.AddScreening(and: s => s.Subtitles = ["en"]);
        await app.Programme.AddScreening(at: "Northwest");
        await app.Programme.AddVenue("Hidden", "Atlantis");
        await app.Programme.AddScreening(at: "Hidden", published: false);
        var page = await app.AsVisitor()
            .GetAsync(
                "/screenings?city=London&city=Portland&country=US&language=ar&access=captions&free=true&from=2026-06-01&to=2026-07-01&q=homs");
        Assert.Equal(["", "London", "Portland"], Options("city"));
        Assert.Equal(["", "GB", "US"], Options("country"));
        Assert.Equal(["", "ar", "en"], Options("language"));
        Assert.Equal(["London", "US", "ar"],
            page.Html.QuerySelectorAll("select:not([name=within]) option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Equal("Portland", page.Html.QuerySelector("input[type=hidden][name=city]")!.GetAttribute("value"));
        Assert.Equal(["captions", "true"], page.Html.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(("homs", "2026-06-01", "2026-07-01"), (Value("q"), Value("from"), Value("to")));

        IEnumerable<string?> Options(string name) =>
            page.Html.QuerySelectorAll($"select[name={name}] option").Select(o => o.GetAttribute("value"));
        string? Value(string name) => page.Html.QuerySelector($"main input[name={name}]")!.GetAttribute("value");
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_found_says_what_to_do_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2014-01-01");
        Assert.Equal(["/archive"], await Ways("/screenings"));
        Assert.Equal(["/screenings?q=homs&past=true", "/screenings"], await Ways("/screenings?q=homs"));
        Assert.Equal(["/screenings?past=true", "/screenings", "/archive"], await Ways("/screenings?q=nowhere&past=true"));

        async Task<IEnumerable<string?>> Ways(string path) =>
            (await app.AsVisitor().GetAsync(path)).Html.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href"));
    }

    [Theory, OnEachDatabase]
    public async Task With_every_filter_it_costs_eight_statements_at_most(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        const string path = "/screenings?film=return-to-homs&venue=ica&past=true&q=homs&city=London";
        Assert.Equal(8, await app.StatementsOfAsync(path));
        await app.Programme.AddScreening(when: "2014-01-01");
        await app.Programme.AddScreening(when: "2026-07-01");
        Assert.Equal(7, await app.StatementsOfAsync(path)); // who has the word is known
    }

    [Theory, OnEachDatabase]
    public async Task A_sample_is_labelled_wherever_it_shows(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var sample = await app.InDbAsync(async db =>
        {
            var screening = new HomsScreenings.Model.Screening
            {
                Uid = "sample",
                Slug = "sample",
                CreatedAt = app.Clock.Now,
                IsSample = true,
                Title = "Made up"
            };
            db.Screenings.Add(screening);
            screening.Publish(app.Clock.Now);
            db.Venues.Add(new Venue { Slug = "made-up", Name = "Made-up hall", IsSample = true }).Entity.Publish();
            await db.SaveChangesAsync();
            return screening;
        });
        foreach (var path in new[] { "/", "/screenings" })
            Assert.Equal("Sample", (await app.AsVisitor().GetAsync(path)).Text(".screening .sample-mark"));
        foreach (var path in new[] { "/screenings?view=films", "/screenings?view=venues" })
            Assert.Equal("Sample", (await app.AsVisitor().GetAsync(path)).Text(".listing .sample-mark"));
        foreach (var path in new[] { $"/screenings/{sample.Slug}", "/venues", "/venues/made-up" })
            Assert.StartsWith("Sample.", (await app.AsVisitor().GetAsync(path)).Text(".status-sample"), StringComparison.Ordinal);
    }
}
