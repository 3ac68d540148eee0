using System.Runtime.CompilerServices;
using HomsScreenings.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>
/// What the program is for, from the first start to a cancelled screening, on the real Homs programme, with a real
/// browser and no script.
/// </summary>
public sealed class OrganiserStoryTests(Chromium chromium)
{
    static string HomsProgramme([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/homs.json"));

    [Fact]
    public async Task A_new_organiser_adds_a_venue_and_a_screening_moves_it_and_cancels_it_and_everybody_sees_it()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Programme:LoadWhenEmpty", HomsProgramme()));
        var page = await chromium.OpenAsync(app, script: false);

        await page.GotoAsync("/films/return-to-homs");
        var film = await page.Locator("main").InnerTextAsync();
        foreach (var fact in new[] { "Talal Derki", "Orwa Nyrabia",
            "Hans Robert Eisenhauer", "Kahtan Hassoun", "94", "90", "العودة إلى حمص" })
            Assert.Contains(fact, film, StringComparison.Ordinal);
        await page.GotoAsync("/series/uk-tour");
        var tour = await page.Locator("main").InnerTextAsync();
        foreach (var day in new[] { "27 June 2014", "28 June 2014", "29 June 2014" }) Assert.Contains(day, tour, StringComparison.Ordinal);

        await page.GotoAsync($"/setup?token={await SetupTokenAsync(app)}");
        await page.GetByLabel("Email").FillAsync("organiser@example.org");
        await page.Locator("input[type=password]").Nth(0).FillAsync("light through a wall");
        await page.Locator("input[type=password]").Nth(1).FillAsync("light through a wall");
        await page.Locator("[name='Input.Organisation']").FillAsync("Finchley Film Society");
        await Press(page, "Make my account");
        Assert.EndsWith("/organise", page.Url, StringComparison.Ordinal);

        await page.GotoAsync("/organise/venues/new");
        await page.Locator("[name='Input.Name']").FillAsync("Phoenix Cinema");
        await page.Locator("[name='Input.Area']").FillAsync("East Finchley");
        await page.Locator("[name='Input.City']").FillAsync("London");
        await page.Locator("[name='Input.Country']").SelectOptionAsync("GB");
        await page.Locator("[name='Input.TimeZone']").FillAsync("Europe/London");
        await page.Locator("main form.stacked button:not([name])").ClickAsync();
        Assert.Contains("Phoenix Cinema", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/organise/screenings/new");
        await page.Locator("[name='Input.Films[0].Film']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name='Input.Place']").SelectOptionAsync(await OptionOf(page, "[name='Input.Place']", "Phoenix Cinema"));
        await page.Locator("[name='Input.Date']").FillAsync("2026-06-27");
        await page.Locator("[name='Input.Time']").FillAsync("20:30");
        await page.Locator("main form.stacked button:not([name])").ClickAsync();
        var draft = new Uri(page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
        var slug = draft.Split('/')[^1];
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings/{slug}")).Status);

        await page.GotoAsync($"{draft}/publish");
        await page.Locator("main form button").Last.ClickAsync();
        await page.GotoAsync("/");
        Assert.Contains("Phoenix Cinema", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var announced = await EventAsync(app);
        Assert.Equal(("20260627T193000Z", "0", "CONFIRMED"), (announced["DTSTART"], announced["SEQUENCE"], announced["STATUS"]));
        Assert.Contains($"/screenings/{slug}", (await app.AsVisitor().GetAsync("/feed.atom")).Body, StringComparison.Ordinal);

        await page.GotoAsync($"{draft}/reschedule");
        await page.Locator("[name='Input.Time']").FillAsync("21:30");
        await page.Locator("main form button:not([name])").Last.ClickAsync();
        var moved = await EventAsync(app);
        Assert.Equal((announced["UID"], "20260627T203000Z", "1"), (moved["UID"], moved["DTSTART"], moved["SEQUENCE"]));

        await page.GotoAsync($"{draft}/cancel");
        await page.Locator("[name='Input.Reason']").FillAsync("The projector is broken.");
        await page.Locator("main form button:not([name])").Last.ClickAsync();
        var cancelled = await EventAsync(app);
        Assert.Equal((announced["UID"], "CANCELLED", "2"), (cancelled["UID"], cancelled["STATUS"], cancelled["SEQUENCE"]));
        foreach (var path in new[] { $"/screenings/{slug}", "/screenings" })
        {
            await page.GotoAsync(path);
            var said = await page.Locator("main").InnerTextAsync();
            Assert.Contains("Cancelled", said, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("The projector is broken.", said, StringComparison.Ordinal);
        }
    }

    static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();

    static async Task<string> OptionOf(IPage page, string select, string text) =>
        (await page.Locator($"{select} option", new PageLocatorOptions { HasTextString = text }).First.GetAttributeAsync("value"))!;

    static async Task<ReadEvent> EventAsync(ScreeningsApp app) =>
        new ReadCalendar((await app.AsVisitor().GetAsync("/calendar.ics?q=phoenix")).Bytes).Events.Single();

    static async Task<string> SetupTokenAsync(ScreeningsApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SetupToken>().RenewAsync(CancellationToken.None))!;
    }
}
