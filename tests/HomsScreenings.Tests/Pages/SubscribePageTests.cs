using System.Web;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Pages;

public sealed class SubscribePageTests
{
    static string Link(Answer page) => page.Html.QuerySelector("#link")!.GetAttribute("value")!;

    static async Task<int> EventsIn(ScreeningsApp app, string feed) =>
        new ReadCalendar(
            (await app.AsVisitor().GetAsync(feed.Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal))).Bytes).Events.Count;

    [Fact]
    public async Task A_calendar_that_grows_past_what_Google_takes_is_said_to_and_what_is_over_counts_as_long_as_it_is_in_it()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        Task AddAsync(int number, string city, LocalDate date) => app.InDbAsync(async db =>
        {
            foreach (var i in Enumerable.Range(0, number))
            {
                var screening = new Screening
                {
                    Uid = $"{city}-{date}-{i}",
                    Slug = $"{city}-{date.ToDateOnly():O}-{i}".ToLowerInvariant(),
                    Title = "Evening",
                    CreatedAt = app.Clock.Now,
                };
                screening.PlaceIn(null, city, null, "GB", "Europe/London");
                screening.Schedule(date, new LocalTime(20, 0));
                screening.Publish(app.Clock.Now);
                db.Screenings.Add(screening);
            }
            await db.SaveChangesAsync();
        });
        async Task<bool> IsSaidAsync(string query = "") => (await app.AsVisitor().GetAsync("/subscribe" + query))
            .Text(".long")?.Contains("one megabyte", StringComparison.Ordinal) == true;

        await AddAsync(800, "London", new LocalDate(2026, 6, 27));
        await AddAsync(100, "Leeds", new LocalDate(2026, 6, 27));
        Assert.False(await IsSaidAsync());
        await AddAsync(101, "Leeds", new LocalDate(2026, 5, 1));
        Assert.Equal((true, false), (await IsSaidAsync(), await IsSaidAsync("?city=Leeds")));
        Assert.True((await app.AsVisitor().GetAsync("/calendar.ics")).Bytes.Length > 500_000); // none of it is left out in silence
        Assert.Equal(1_001, await EventsIn(app, "/calendar.ics"));
    }

    [Theory, OnEachDatabase]
    public async Task Any_filter_becomes_a_feed_with_its_words_and_what_is_in_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour", and: s => s.Captions = true);
        await app.Programme.AddScreening(when: "2026-06-28 20:30", series: "UK tour", and: s => s.Captions = true);
        await app.Programme.AddScreening(when: null, series: "UK tour", and: s => s.Captions = true);
        await app.Programme.AddScreening(when: "2026-05-20 20:30", series: "UK tour", and: s => s.Captions = true);
        await app.Programme.AddScreening(when: "2026-06-29 20:30", series: "UK tour");

        var page = await app.AsVisitor().GetAsync("/subscribe?series=uk-tour&access=captions&city=London");
        Assert.Equal("UK tour, London, captions", page.Text(".yours h2"));
        Assert.Equal("2 upcoming screenings. 1 more when its date is set. See them in the programme.",
            page.Text(".count"));
        const string query = "?series=uk-tour&city=London&access=captions";
        Assert.Equal($"{ScreeningsApp.BaseUrl}/calendar.ics{query}", Link(page));
        Assert.Equal(3, await EventsIn(app, Link(page))); // the past one stays for ninety days
        Assert.Equal($"/screenings{query}", page.Html.QuerySelector(".count a")!.GetAttribute("href"));
        Assert.Equal($"/feed.atom{query}", page.Html.QuerySelector("section[aria-labelledby=news] a")!.GetAttribute("href"));
        Assert.Equal(["text/calendar", "application/atom+xml"],
            page.Html.QuerySelectorAll("link[rel=alternate][type]:not([type*=oembed])").Select(l => l.GetAttribute("type")));

        var buttons = page.Html.QuerySelectorAll(".yours .actions a").Select(a => a.GetAttribute("href")!).ToList();
        const string webcal = $"webcal://screenings.test/calendar.ics{query}";
        Assert.Equal(webcal, buttons[0]);
        Assert.Equal(("https://calendar.google.com/calendar/r", webcal), Called(buttons[1], "cid"));
        Assert.Equal(("https://outlook.live.com/calendar/0/addfromweb", Link(page)), Called(buttons[2], "url"));
        Assert.Equal(("https://outlook.office.com/calendar/0/addfromweb", Link(page)), Called(buttons[3], "url"));
        Assert.Equal("Homs Screenings: UK tour, London, captions", HttpUtility.ParseQueryString(new Uri(buttons[2]).Query)["name"]);

        static (string, string?) Called(string link, string name) =>
            (link[..link.IndexOf('?', StringComparison.Ordinal)], HttpUtility.ParseQueryString(new Uri(link).Query)[name]);
    }

    [Theory, OnEachDatabase]
    public async Task The_form_offers_what_there_is_to_follow_and_shows_what_is_chosen(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Over long ago", "2014-06-27 20:30",
            at: "Frontline Club", series: "First tour", organisation: "Campaign");
        await app.Programme.AddScreening("Coming");
        await app.Programme.AddFilm("Never shown");
        await app.Programme.AddScreening("Secret", at: "Cellar", series: "Plot", organisation: "Plotters", published: false);
        var page = await app.AsVisitor().GetAsync("/subscribe?film=coming&near=51.512,-0.134&within=10&free=true&q=homs&from=2026-06-01");
        Assert.Equal(["", "coming", "over-long-ago"], Options("film"));
        Assert.Equal(["", "first-tour"], Options("series"));
        Assert.Equal(["", "frontline-club", "ica"], Options("venue"));
        Assert.Equal(["", "campaign"], Options("organisation"));
        Assert.Equal("Coming", page.Text("select[name=film] option[selected]"));
        Assert.Equal(("51.51,-0.13", "10", "homs", "2026-06-01"), (Value("near"), Value("within"), Value("q"), Value("from")));
        Assert.True(page.Html.QuerySelector("input[name=free]")!.HasAttribute("checked"));
        Assert.True(page.Html.QuerySelector("form details")!.HasAttribute("open"));

        IEnumerable<string?> Options(string name) =>
            page.Html.QuerySelectorAll($"select[name={name}] option").Select(o => o.GetAttribute("value"));
        string? Value(string name) => page.Html.QuerySelector($"main input[name={name}]")!.GetAttribute("value");
    }

    [Theory, OnEachDatabase]
    public async Task What_makes_no_sense_is_answered_in_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.AsVisitor().GetAsync("/subscribe?film=nowhere");
        Assert.Equal((400, "There is no film 'nowhere'."), (page.Status, page.Text(".problems li")));
        page = await app.AsVisitor().GetAsync("/subscribe?colour=red&within=7");
        Assert.Equal((400, "There is no filter 'colour'."), (page.Status, page.Text(".problems li")));
    }

    [Theory, OnEachDatabase]
    public async Task In_Arabic_it_makes_the_Arabic_feed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await app.AsVisitor().GetAsync("/ar/subscribe?free=true");
        Assert.Equal($"{ScreeningsApp.BaseUrl}/ar/calendar.ics?free=true", Link(page));
        Assert.Equal("webcal://screenings.test/ar/calendar.ics?free=true",
            page.Html.QuerySelector(".yours .actions a")!.GetAttribute("href"));
        Assert.Equal("/ar/subscribe", page.Html.QuerySelector("main form")!.GetAttribute("action"));
    }

    [Theory, OnEachDatabase]
    public async Task Every_list_leads_to_it_with_its_own_filter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour", organisation: "Campaign");
        foreach (var (path, query) in new[] { ("/", ""), ("/screenings", ""),
            ("/screenings?city=London&free=true", "?city=London&free=true"), ("/films/return-to-homs", "?film=return-to-homs"),
            ("/series/uk-tour", "?series=uk-tour"), ("/venues/ica", "?venue=ica"), ("/organisations/campaign", "?organisation=campaign") })
        {
            var link = (await app.AsVisitor().GetAsync(path)).Html.QuerySelector(".follow-how a")!.GetAttribute("href")!;
            Assert.Equal((path, $"/subscribe{query}"), (path, link));
            Assert.Equal(200, (await app.AsVisitor().GetAsync(link)).Status);
        }
    }

    [Theory, OnEachDatabase]
    public async Task It_takes_the_same_number_of_statements_for_one_screening_and_for_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour");
        var one = await app.StatementsOfAsync("/subscribe?series=uk-tour");
        await app.Programme.AddScreening("Another", at: "Elsewhere", series: "UK tour");
        await app.Programme.AddScreening("A third", at: "Third", series: "UK tour");
        Assert.Equal((4, 4), (one, await app.StatementsOfAsync("/subscribe?series=uk-tour")));
    }

    [Fact]
    public async Task A_calendar_that_is_longer_than_Google_takes_says_so()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening();
        async Task AddAsync(int from, int to) => await app.InDbAsync(async db =>
        {
            for (var i = from; i < to; i++)
            {
                var one = new Screening { Uid = $"{i}", Slug = $"one-{i}", Title = $"One {i}", CreatedAt = app.Clock.Now };
                one.PlaceIn(null, "London", null, "GB", "Europe/London");
                one.Schedule(new LocalDate(2026, 7, 1), new LocalTime(20, 0));
                one.Publish(app.Clock.Now);
                db.Screenings.Add(one);
            }
            await db.SaveChangesAsync();
        });
        async Task<string?> SaidAsync(string path) => (await app.AsVisitor().GetAsync(path)).Text("p.long");
        await AddAsync(1, 950);
        Assert.Null(await SaidAsync("/subscribe"));
        await AddAsync(950, 951);
        Assert.StartsWith("That is a long calendar: Google takes none that is larger than one megabyte.",
            await SaidAsync("/subscribe"), StringComparison.Ordinal);
        Assert.Null(await SaidAsync("/subscribe?film=return-to-homs"));
    }
}
