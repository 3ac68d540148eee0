using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Pages;

/// <summary>The programme by months. The clock stands on Monday 1 June 2026.</summary>
public sealed class ProgrammeMonthTests
{
    [Theory, OnEachDatabase]
    public async Task The_week_begins_as_it_does_where_the_language_is_spoken(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var english = await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-06");
        Assert.Equal(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            english.Html.QuerySelectorAll(".month-table th[scope=col] abbr").Select(d => d.GetAttribute("title")));
        Assert.Equal("1", english.Text(".month-table tbody td"));
        var arabic = await app.AsVisitor().GetAsync("/ar/screenings?view=month&month=2026-06");
        Assert.Equal(["السبت", "الأحد", "الاثنين"],
            arabic.Html.QuerySelectorAll(".month-table th[scope=col] abbr").Take(3).Select(d => d.GetAttribute("title")));
        Assert.Equal(["", "", "١"], arabic.Texts(".month-table tbody td").Take(3));
        Assert.StartsWith("/ar/screenings", arabic.Html.QuerySelector(".month-table a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Half_past_midnight_belongs_to_the_evening_before(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var late = await app.Programme.AddScreening("Late", "2026-06-28 00:30");
        var early = await app.Programme.AddScreening("Early", "2026-06-27 20:30");
        await app.Programme.AddScreening("Hidden", "2026-06-27 20:30", published: false);
        var page = await app.AsVisitor().GetAsync("/screenings?view=month");
        Assert.Equal(["27 Saturday 20:30 Early London 00:30 Late London"], Seen(page));
        Assert.Equal(["/screenings?from=2026-06-27&to=2026-06-27", $"/screenings/{early.Slug}", $"/screenings/{late.Slug}"],
            page.Html.QuerySelectorAll(".has-screenings a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Saturday 27 June: 2 screenings", page.Html.QuerySelector(".has-screenings a .visually-hidden")!.TextContent);
    }

    [Theory, OnEachDatabase]
    public async Task A_day_with_five_names_them_all_and_in_seven_columns_the_first_three_and_how_many_more(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var time in new[] { "21:00", "14:00", "18:00", "16:00", "12:00" })
            await app.Programme.AddScreening($"At {time[..2]}", $"2026-06-27 {time}");
        await app.Programme.AddScreening("At no time", "2026-06-28");
        await app.Programme.AddScreening("At noon", "2026-06-28 12:00", and: s => s.Cancel("The projector broke."));
        var page = await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-06&free=false");
        Assert.Equal(
            ["27 Saturday 12:00 At 12 London 14:00 At 14 London 16:00 At 16 London 18:00 At 18 London 21:00 At 21 London 2 more",
                "28 Sunday 12:00 At noon London Cancelled At no time London"], Seen(page));
        Assert.Equal(["18:00 At 18 London", "21:00 At 21 London"], page.Html.QuerySelectorAll(".only-in-list").Select(l => l.Words()));
        Assert.Equal("2 more", page.Text(".only-in-grid [aria-hidden]"));
        Assert.Equal("/screenings?from=2026-06-27&to=2026-06-27", page.Html.QuerySelector(".more a")!.GetAttribute("href"));
        Assert.Equal("7 screenings in June", page.Text(".count"));
        Assert.Equal(
            5, (await app.AsVisitor().GetAsync("/screenings?from=2026-06-27&to=2026-06-27")).Html.QuerySelectorAll(".screening").Length);
    }

    [Theory, OnEachDatabase]
    public async Task A_day_of_more_than_one_reads_leads_to_its_films_and_one_of_fewer_to_its_list(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        for (var hour = 9; hour < 22; hour++) await app.Programme.AddScreening($"At {hour}", $"2026-06-27 {hour:00}:00");
        await app.Programme.AddScreening("Alone", "2026-06-28 20:00");
        var page = await app.AsVisitor().GetAsync("/screenings?city=London&view=month");
        const string films = "/screenings?city=London&from=2026-06-27&to=2026-06-27&view=films";
        Assert.Equal([films, "/screenings?city=London&from=2026-06-28&to=2026-06-28"], page.Links("a.day-of-month"));
        Assert.Equal([films], page.Links(".more a"));
    }

    [Theory, OnEachDatabase]
    public async Task A_month_has_its_year_where_the_coming_twelve_do_not_say_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2025-01-05 20:00");
        await app.Programme.AddScreening(when: "2028-01-05 20:00");
        foreach (var (month, name, before, after) in new[]
        {
            ("2026-05", "May 2026", "April 2026", "June"), ("2026-06", "June", "May 2026", "July"),
            ("2027-05", "May", "April", "June 2027"), ("2027-06", "June 2027", "May", "July 2027"),
        })
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?view=month&month={month}");
            Assert.Equal((name, $"{name}: Programme · Homs Screenings", before, after, $"0 screenings in {name}"),
                (page.Text("caption")!, page.Text("title")!, page.Text(".months [rel=prev]")!, page.Text(".months [rel=next]")!,
                    page.Text(".count")!));
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_month_that_runs_leaves_out_its_weeks_that_are_over_where_there_was_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-06-27 20:00");
        app.Clock.Pass(Duration.FromDays(16));
        Assert.Equal("15", (await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-06")).Text(".month-table .day-of-month"));
        var before = await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-05");
        Assert.Equal("1", before.Text(".month-table .day-of-month"));
        await app.Programme.AddScreening(when: "2026-06-10 20:00");
        Assert.Equal("8", (await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-06")).Text(".month-table .day-of-month"));
    }

    [Theory, OnEachDatabase]
    public async Task A_day_with_four_names_them_all_for_one_more_takes_no_more_room_than_that_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var hour in new[] { 12, 14, 16, 18 })
            await app.Programme.AddScreening($"At {hour}", $"2026-06-27 {hour}:00");
        Assert.Equal("27 Saturday 12:00 At 12 London 14:00 At 14 London 16:00 At 16 London 18:00 At 18 London",
            Seen(await app.AsVisitor().GetAsync("/screenings?view=month")).Single());
    }

    [Theory, OnEachDatabase]
    public async Task Only_what_is_cancelled_is_marked_as_such(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-06-26 20:00", and: s => s.Cancel("Flooded."));
        await app.Programme.AddScreening(when: "2026-06-27 20:00", and: s => s.Postpone("Flooded."));
        var page = await app.AsVisitor().GetAsync("/screenings?view=month");
        Assert.Equal(["off off-cancelled", "off off-postponed"], page.Html.QuerySelectorAll(".off").Select(o => o.ClassName));
    }

    [Theory, OnEachDatabase]
    public async Task It_begins_with_the_month_of_what_comes_next_and_leads_to_every_other_between_the_first_and_the_last(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal("June", (await app.AsVisitor().GetAsync("/screenings?view=month")).Text("caption"));
        await app.Programme.AddScreening(when: "2026-08-05 20:00");
        await app.Programme.AddScreening(when: "2014-01-05 20:00");
        var page = await app.AsVisitor().GetAsync("/screenings?view=month");
        Assert.Equal("August", page.Text("caption"));
        Assert.Equal(("/screenings?view=month&month=2026-07", null), Around(page));
        Assert.Equal(("/screenings?view=month&month=2014-01", "/screenings?view=month&month=2014-03"),
            Around(await app.AsVisitor().GetAsync("/screenings?view=month&month=2014-02")));
        Assert.Equal((null, "/screenings?view=month&month=2014-02"),
            Around(await app.AsVisitor().GetAsync("/screenings?view=month&month=2014-01")));
        Assert.Equal((null, "/screenings?view=month&month=1888-02"),
            Around(await app.AsVisitor().GetAsync("/screenings?view=month&month=1888-01")));

        static (string?, string?) Around(Answer page) =>
            (page.Html.QuerySelector(".months [rel=prev]")?.GetAttribute("href"),
                page.Html.QuerySelector(".months [rel=next]")?.GetAttribute("href"));
    }

    [Theory, OnEachDatabase]
    public async Task An_empty_month_leads_to_the_nearest_that_are_not(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-08-05 20:00");
        await app.Programme.AddScreening(when: "2014-01-05 20:00");
        await app.Programme.AddScreening("Other", when: "2015-01-05 20:00");
        Assert.Equal(["2014-01", "2026-08"], await Nearest("2020-02"));
        Assert.Equal(["2026-08"], await Nearest("2027-02"));
        Assert.Equal(["2014-01"], await Nearest("2013-02"));

        async Task<IEnumerable<string>> Nearest(string month) =>
            (await app.AsVisitor().GetAsync($"/screenings?film=return-to-homs&view=month&month={month}"))
            .Html.QuerySelectorAll(".empty a")
            .Select(
                a => a.GetAttribute("href")!.Replace("/screenings?film=return-to-homs&view=month&month=", "", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Today_is_marked_in_its_month_alone(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-06-01 20:00");
        Assert.StartsWith(
            "1 Monday",
            (await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-06")).Text("td[aria-current=date] [aria-hidden]"),
            StringComparison.Ordinal);
        Assert.Null((await app.AsVisitor().GetAsync("/screenings?view=month&month=2026-07")).Text("[aria-current=date]"));
    }

    [Theory]
    [InlineData("view=month&month=2026-13", "'month' is a month such as 2026-06.")]
    [InlineData("view=month&month=June", "'month' is a month such as 2026-06.")]
    [InlineData("view=month&month=1887-12", "'month' is a month such as 2026-06.")]
    [InlineData("view=month&month=9001-01", "'month' is a month such as 2026-06.")]
    [InlineData("view=map&month=2026-06", "'month' belongs to view=month.")]
    [InlineData("month=2026-06", "'month' belongs to view=month.")]
    [InlineData("view=year", "The programme has five views: list, films, venues, month and map.")]
    [InlineData("view=LIST", "The programme has five views: list, films, venues, month and map.")]
    [InlineData("view=list&view=map", "The programme has five views: list, films, venues, month and map.")]
    public async Task What_is_no_month_and_no_view_is_told_in_words(string query, string sentence)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await app.AsVisitor().GetAsync($"/screenings?{query}");
        Assert.Equal((400, true), (page.Status, page.Texts("main li, main p").Contains(sentence)));
    }

    [Theory, OnEachDatabase]
    public async Task A_month_costs_the_same_few_statements_however_much_is_on(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        const string path = "/screenings?view=month&month=2026-06";
        await app.Programme.AddScreening(when: "2026-06-27 20:00");
        Assert.Equal(3, await app.StatementsOfAsync(path));
        for (var hour = 10; hour < 20; hour++) await app.Programme.AddScreening($"Film {hour % 3}", $"2026-06-{hour} {hour}:00");
        await app.Programme.AddScreening(when: "2014-06-27 20:00");
        Assert.Equal(3, await app.StatementsOfAsync(path));
        Assert.Equal(3, await app.StatementsOfAsync("/screenings?view=month"));
    }

    // What eyes see: without what is there for those who listen.
    static IEnumerable<string> Seen(Answer page) => page.Html.QuerySelectorAll(".has-screenings").Select(cell =>
    {
        var seen = (AngleSharp.Dom.IElement)cell.Clone();
        foreach (var heard in seen.QuerySelectorAll(".visually-hidden")) heard.Remove();
        return seen.Words();
    });
}
