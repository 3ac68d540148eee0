using NodaTime;

namespace HomsScreenings.Tests.Pages;

/// <summary>The lines of a list: as short as they can be without leaving anything out.</summary>
public sealed class ProgrammeListTests
{
    [Theory, OnEachDatabase]
    public async Task A_zone_and_a_country_are_said_where_they_are_others_than_most_of_the_list_has(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("One");
        await app.Programme.AddScreening("Two", "2026-12-05 20:30");
        var page = await app.AsVisitor().GetAsync("/screenings");
        Assert.Empty(page.Texts(".zone"));
        Assert.Equal(["ICA, London", "ICA, London"], page.Texts(".where"));
        await app.Programme.AddVenue("Northwest", "Portland", "US", "America/Los_Angeles");
        await app.Programme.AddScreening("Three", "2026-12-06 20:30", "Northwest");
        page = await app.AsVisitor().GetAsync("/screenings");
        Assert.Equal(["PST"], page.Texts(".zone"));
        Assert.Equal(["ICA, London", "ICA, London", "Northwest, Portland, United States"], page.Texts(".where"));
    }

    [Theory, OnEachDatabase]
    public async Task Days_are_said_as_people_say_them_and_a_year_where_it_is_not_clear(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, Instant.FromUtc(2026, 11, 28, 12, 0));
        foreach (var when in new[] { "2026-11-28 20:00", "2026-11-29 11:00", "2026-12-05 20:00", "2027-11-27 20:00", "2027-12-01 20:00" })
            await app.Programme.AddScreening(when: when);
        Assert.Equal(["Tonight, Saturday 28 November", "Tomorrow, Sunday 29 November", "Saturday 5 December", "Saturday 27 November",
            "Wednesday 1 December 2027"], (await app.AsVisitor().GetAsync("/screenings")).Texts(".day-name"));
        app.Clock.Pass(Duration.FromDays(1)); // what was kept of the page is no longer true
        Assert.Equal("Today, Sunday 29 November", (await app.AsVisitor().GetAsync("/screenings")).Text(".day-name"));
        await app.Programme.AddScreening(when: "2026-10-01 20:00");
        Assert.Equal("Thursday 1 October 2026", (await app.AsVisitor().GetAsync("/screenings?past=true")).Texts(".day-name")[^1]);
    }

    [Theory, OnEachDatabase]
    public async Task A_day_is_in_order_of_the_clocks_at_its_places_and_the_past_the_other_way_round(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Nova", "Melbourne", "AU", "Australia/Melbourne");
        await app.Programme.AddVenue("Rainbow", "Amman", "JO", "Asia/Amman");
        foreach (var day in new[] { "2026-07-04", "2026-05-02" })
            foreach (var (time, at) in new[] { ("14:30", "Nova"), ("12:30", "Rainbow"), ("11:00", "ICA") })
                await app.Programme.AddScreening(when: $"{day} {time}", at: at);
        var page = await app.AsVisitor().GetAsync("/screenings?past=true");
        Assert.Equal(["11:00", "12:30", "14:30", "14:30", "12:30", "11:00"], page.Texts(".when time"));
    }

    [Theory, OnEachDatabase]
    public async Task What_many_ask_for_is_one_link_away_adds_to_what_is_asked_for_and_takes_it_away_again(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var home = await app.AsVisitor().GetAsync("/");
        Assert.Equal(["Today", "Tomorrow", "This weekend", "Next week", "Near me", "Free", "Captioned", "Step-free"],
            home.Texts(".shortcuts a"));
        Assert.Equal(["/screenings?on=today", "/screenings?on=tomorrow", "/screenings?on=weekend", "/screenings?on=next-week",
            "/screenings#near", "/screenings?free=true", "/screenings?access=captions", "/screenings?access=step-free"],
            home.Html.QuerySelectorAll(".shortcuts a").Select(a => a.GetAttribute("href")));
        var page = await app.AsVisitor().GetAsync("/ar/screenings?city=London&from=2026-06-01&free=true&access=step-free");
        Assert.Equal(["/ar/screenings?city=London&on=today&free=true&access=step-free",
            "/ar/screenings?city=London&from=2026-06-01&access=step-free",
            "/ar/screenings?city=London&from=2026-06-01&free=true"],
            new[] { 0, 5, 7 }.Select(i => page.Html.QuerySelectorAll(".shortcuts a")[i].GetAttribute("href")));
        Assert.Equal(2, page.Html.QuerySelectorAll(".shortcuts [aria-current]").Length);
        foreach (var link in home.Html.QuerySelectorAll(".shortcuts a").Select(a => a.GetAttribute("href")!))
            Assert.Equal((link, 200), (link, (await app.AsVisitor().GetAsync(link)).Status));
    }

    [Theory, OnEachDatabase]
    public async Task Every_page_can_search_the_programme(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var path in new[] { "/", "/films", "/archive", "/no-such-page", "/ar/venues" })
        {
            var form = (await app.AsVisitor().GetAsync(path)).Html.QuerySelector("header form[role=search]")!;
            Assert.EndsWith("/screenings", form.GetAttribute("action"), StringComparison.Ordinal);
            Assert.NotNull(form.QuerySelector("input[name=q][aria-label]"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_filter_by_days_stays_when_the_form_is_sent_and_goes_with_its_chip(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.AsVisitor().GetAsync("/screenings?on=weekend&view=month");
        Assert.Equal("weekend", page.Html.QuerySelector("main form [name=on]")!.GetAttribute("value"));
        Assert.Equal(["This weekend"], page.Texts(".chips bdi"));
        Assert.Equal("/screenings?view=month", page.Html.QuerySelector(".chips a")!.GetAttribute("href"));
        Assert.Equal("This weekend", page.Text(".filter-sheet .asked"));
    }
}
