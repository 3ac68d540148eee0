using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages;

/// <summary>Pages of the programme end with a day. The clock stands on Monday 1 June 2026.</summary>
public sealed class WholeDaysTests
{
    [Theory, OnEachDatabase]
    public async Task A_page_ends_with_the_day_that_makes_it_full_in_every_view(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app, (27, 40), (28, 40), (29, 50), (30, 1));
        foreach (var (view, line) in new[] { ("", ".screening"), ("view=films&", ".showings a"), ("view=venues&", ".showings a") })
        {
            Assert.Equal((80, null, $"/screenings?{view}page=2"), await LinesAsync(app, view, 1, line));
            Assert.Equal((50, view == "" ? "/screenings" : $"/screenings?{view[..^1]}", $"/screenings?{view}page=3"),
                await LinesAsync(app, view, 2, line));
            Assert.Equal((1, $"/screenings?{view}page=2", null), await LinesAsync(app, view, 3, line));
            Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings?{view}page=4")).Status);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Today_is_on_the_first_page_whatever_is_left_of_the_night_before(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, Instant.FromUtc(2026, 6, 2, 2, 30));
        await FillAsync(app, (1, 60, new LocalTime(3, 30)), (2, 3, null), (3, 1, null));
        app.Clock.Pass(Duration.FromMinutes(60));
        var page = await app.AsVisitor().GetAsync("/screenings");
        Assert.Equal(["2026-06-01", "2026-06-02"], page.Html.QuerySelectorAll(".day-name time").Select(t => t.GetAttribute("datetime")));
    }

    [Theory, OnEachDatabase]
    public async Task A_day_that_is_too_long_for_a_page_is_cut_and_leads_to_its_own_pages(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app, (27, 403), (28, 1));
        var page = await app.AsVisitor().GetAsync("/screenings?city=London");
        Assert.Equal((400, "404 screenings in London"), (page.Html.QuerySelectorAll(".screening").Length, page.Text(".count")));
        Assert.Equal("3 more screenings on this day", page.Text(".left-out"));
        Assert.Equal(["/screenings?city=London&from=2026-06-27&to=2026-06-27&page=2"], page.Links(".left-out a"));
        Assert.Equal((1, "/screenings?city=London", null), await LinesAsync(app, "city=London&", 2, ".screening"));
        const string day = "from=2026-06-27&to=2026-06-27&";
        Assert.Equal((400, null, $"/screenings?{day}page=2"), await LinesAsync(app, day, 1, ".screening"));
        Assert.Equal((3, $"/screenings?{day[..^1]}", null), await LinesAsync(app, day, 2, ".screening"));
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings?{day}page=3")).Status);
        Assert.Equal(["/screenings?from=2026-06-27&to=2026-06-27&view=films&page=2"],
            (await app.AsVisitor().GetAsync("/screenings?view=films")).Links(".left-out a"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_over_and_cut_leads_to_the_beginning_of_its_day(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app, (27, 1));
        await FillAsync(app, 2025, (3, 401), (2, 1));
        var page = await app.AsVisitor().GetAsync("/screenings?past=true");
        Assert.Equal("1 more screening on this day", page.Text("section[aria-labelledby=past] .left-out"));
        Assert.Equal(["/screenings?from=2025-06-03&to=2025-06-03"], page.Links(".left-out a"));
        Assert.Equal((1, "/screenings?past=true", null), await LinesAsync(app, "past=true&", 2, ".screening"));
    }

    [Theory, OnEachDatabase]
    public async Task What_has_no_date_fills_pages_of_its_own(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app, (27, 49));
        await FillAsync(app, (null, 60));
        Assert.Equal((50, null, "/screenings?page=2"), await LinesAsync(app, "", 1, ".screening"));
        Assert.Equal((50, "/screenings", "/screenings?page=3"), await LinesAsync(app, "", 2, ".screening"));
        Assert.Equal((9, "/screenings?page=2", null), await LinesAsync(app, "", 3, ".screening"));
    }

    [Theory, OnEachDatabase]
    public async Task A_month_names_all_of_its_days_until_it_has_too_many(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app, [.. Enumerable.Range(5, 16).Select(d => ((int?)d, 12))]);
        await NamesAsync(192, onlyInList: 144, "only-in-grid: 9 more");
        await FillAsync(app, (27, 13));
        await NamesAsync(51, onlyInList: 0, ": 9 more", ": 10 more");

        async Task NamesAsync(int named, int onlyInList, params string[] more)
        {
            var page = await app.AsVisitor().GetAsync("/screenings?view=month");
            var lines = page.Html.QuerySelectorAll(".has-screenings li:not(.more)");
            Assert.Equal((named, onlyInList), (lines.Length, lines.Count(l => l.ClassName == "only-in-list")));
            Assert.Equal(more, page.Html.QuerySelectorAll(".has-screenings .more")
                .Select(m => $"{m.ClassName!["more".Length..].Trim()}: {m.QuerySelector("[aria-hidden]")!.TextContent}").Distinct());
        }
    }

    static async Task<(int Lines, string? Before, string? After)> LinesAsync(ScreeningsApp app, string query, int number, string line)
    {
        var page = await app.AsVisitor().GetAsync(
            number == 1 ? $"/screenings?{query}".TrimEnd('&', '?') : $"/screenings?{query}page={number}");
        return (page.Html.QuerySelectorAll(line).Length, page.Links(".pager [rel=prev]").SingleOrDefault(),
            page.Links(".pager [rel=next]").SingleOrDefault());
    }

    static Task FillAsync(ScreeningsApp app, params (int? Day, int Screenings)[] days) => FillAsync(app, 2026, days);

    static async Task FillAsync(ScreeningsApp app, int year, params (int? Day, int Screenings)[] days)
    {
        foreach (var (day, screenings) in days)
            await FillAsync(app, day is { } d ? new LocalDate(year, 6, d) : null, screenings, null);
    }

    static async Task FillAsync(ScreeningsApp app, params (int Day, int Screenings, LocalTime? Time)[] days)
    {
        foreach (var (day, screenings, time) in days)
            await FillAsync(app, new LocalDate(2026, 6, day).PlusDays(time < new LocalTime(4, 0) ? 1 : 0), screenings, time);
    }

    static async Task FillAsync(ScreeningsApp app, LocalDate? date, int screenings, LocalTime? time)
    {
        await app.Programme.AddFilm("Return to Homs");
        await app.Programme.AddVenue("ICA");
        await app.InDbAsync(async db =>
        {
            var film = await db.Films.Include(f => f.RunningTimes).SingleAsync();
            var venue = await db.Venues.Include(v => v.Rooms).SingleAsync();
            for (var i = 0; i < screenings; i++)
            {
                var screening = new Screening { Uid = $"{Guid.NewGuid()}", Slug = $"s-{Guid.NewGuid():N}", CreatedAt = app.Clock.Now };
                db.Screenings.Add(screening);
                screening.SetFilms([new ScreeningFilm { Film = film, FilmId = film.Id }]);
                screening.PlaceAt(venue, null);
                screening.Schedule(date, date is null ? null : time ?? new LocalTime(10 + i % 12, i / 12 % 60));
                screening.Publish(app.Clock.Now);
            }
            return await db.SaveChangesAsync();
        });
    }
}
