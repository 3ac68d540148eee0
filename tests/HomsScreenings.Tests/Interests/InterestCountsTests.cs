using HomsScreenings.Interests;
using HomsScreenings.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Tests.Interests.InterestSteps;

namespace HomsScreenings.Tests.Interests;

/// <summary>How many wait where: at the desk from three on, in public from five on and only where it is ticked.</summary>
public sealed class InterestCountsTests
{
    [Theory, OnEachDatabase]
    public async Task The_desk_names_no_town_with_fewer_than_three_and_no_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (film, other) = (await app.Programme.AddFilm("Return to Homs"), await app.Programme.AddFilm("Another film"));
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        Assert.Equal("Nobody yet.", (await organiser.GetAsync("/organise/interest")).Text(".empty"));
        await app.CrowdAsync(3, "Leeds", film);
        await app.CrowdAsync(2, "York", film);
        await app.CrowdAsync(2, "Hull", other);
        var page = await organiser.GetAsync("/organise/interest");
        Assert.Equal(["Return to Homs Leeds, ENG, United Kingdom 3", "elsewhere: fewer than three each",
            "Another film fewer than three in each town"], page.Texts("tbody tr"));
        foreach (var hidden in new[] { "York", "Hull", "example.org" }) Assert.DoesNotContain(hidden, page.Body, StringComparison.Ordinal);
        Assert.Equal("Leeds: 3 wait", page.Html.QuerySelector("svg.map a")!.GetAttribute("aria-label"));
        var only = await organiser.GetAsync("/organise/interest?of=/films/another-film");
        Assert.Equal(["Another film fewer than three in each town"], only.Texts("tbody tr"));
        Assert.Null(only.Html.QuerySelector("svg.map"));
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_takes_as_many_statements_for_many_as_for_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var counts = new List<int>();
        foreach (var title in new[] { "One", "Two", "Three" })
        {
            await app.CrowdAsync(4, "Leeds", await app.Programme.AddFilm(title), title);
            await app.CrowdAsync(4, $"Town of {title}", await app.Programme.AddFilm($"{title} again"), title);
            foreach (var filter in new[] { "", "?of=/films/one" })
            {
                app.Statements.Reset();
                await organiser.GetAsync("/organise/interest" + filter);
                counts.Add(app.Statements.Statements.Count);
            }
        }
        Assert.Single(counts.Distinct());
    }

    [Theory, OnEachDatabase]
    public async Task A_public_page_says_it_where_it_is_ticked_of_towns_with_five_and_is_true_soon(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var film = await app.Programme.AddFilm("Return to Homs");
        await app.CrowdAsync(4, "Leeds", film);
        var visitor = app.AsVisitor();
        var plain = await visitor.GetAsync(FilmPage);
        Assert.Null(plain.Html.QuerySelector(".waiting-for"));
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).ShowsInterest = true;
            await db.SaveChangesAsync();
        });
        Assert.Null((await visitor.GetAsync(FilmPage)).Html.QuerySelector(".waiting-for"));
        var page = await app.WaitAsync();
        Assert.Equal("Waiting for it: Leeds 5", (await visitor.GetAsync(FilmPage)).Text(".waiting-for"));
        Assert.Equal(303, (await app.ActAsync(page, "stop")).Status);
        Assert.Null((await visitor.GetAsync(FilmPage)).Html.QuerySelector(".waiting-for"));

        for (var town = 0; town < InterestCounts.MostTownsInPublic; town++)
            await app.CrowdAsync(6, $"Town {town:00}", film, $"of{town}-");
        await app.WaitAsync();
        var many = (await visitor.GetAsync(FilmPage)).Text(".waiting-for")!;
        Assert.StartsWith("Waiting for it: Town 00 6, ", many, StringComparison.Ordinal);
        Assert.DoesNotContain("Leeds", many, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_ticks_it_for_a_film_and_for_a_series(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        await app.Programme.AddSeries("The tour");
        var editor = await app.AsSiteEditorAsync();
        await editor.FillAsync("/organise/films/return-to-homs/edit", ("Input.ShowsInterest", "true"));
        await editor.FillAsync("/organise/series/the-tour/edit", ("Input.ShowsInterest", "true"));
        Assert.Equal((true, true), await app.InDbAsync(async db =>
            (await db.Films.Select(f => f.ShowsInterest).SingleAsync(), await db.Series.Select(s => s.ShowsInterest).SingleAsync())));
    }
}
