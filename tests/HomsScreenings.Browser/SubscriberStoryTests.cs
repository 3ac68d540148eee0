using HomsScreenings.Tests.Subscriptions;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>A reader subscribes to a part of the programme, gets a digest, and stops with one click: without script.</summary>
public sealed class SubscriberStoryTests(Chromium chromium)
{
    [Theory, OnEachDatabase]
    public async Task A_reader_subscribes_by_filter_gets_a_digest_and_stops(Database database)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await chromium.OpenAsync(app, script: false, width: 320);

        await page.GotoAsync("/subscribe");
        await page.Locator("select[name=film], [name=film]").First.SelectOptionAsync("return-to-homs");
        await page.Locator("form.filters button").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Have it sent to you" }).ClickAsync();
        await Assertions.Expect(page.Locator(".lead")).ToHaveTextAsync("Return to Homs");
        await page.GetByLabel("Email address").FillAsync("ana@example.org");
        await page.GetByLabel("How often").SelectOptionAsync("at-once");
        app.Clock.Pass(AtTheForm.AWhile);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Check your email");
        await page.GotoAsync(await app.LinkOfSubscriberAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, write to me" }).ClickAsync();
        await Assertions.Expect(page.Locator(".lead")).ToHaveTextAsync("You get an email when there is something new.");

        await app.GoOnAsync();
        await app.Programme.AddScreening(when: "2026-07-04 19:00", at: "Hyde Park");
        await app.GatherAsync();
        var digest = await app.TheDigestAsync();
        Assert.Contains("Saturday 4 July 2026", digest.Text, StringComparison.Ordinal);
        Assert.Contains("/subscriptions/SECRET/unsubscribe", digest.Text, StringComparison.Ordinal);

        await page.GotoAsync(await app.LinkOfSubscriberAsync() + "/unsubscribe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Unsubscribe" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are unsubscribed");
        Assert.Equal(0, await app.InDbAsync(db => Task.FromResult(db.Subscriptions.Count())));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Axe_finds_nothing_and_nothing_has_to_be_scrolled_sideways(string prefix)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var own = await app.FollowAsync("?city=London");
        var page = await chromium.OpenAsync(app, width: 320);
        foreach (var path in new[] { "/subscribe", "/subscribe/email?city=London", "/subscribe/email?organisation=campaign",
            "/subscribe/sent", own, own + "/filter",
            own + "/unsubscribe", "/subscriptions/stopped", "/subscriptions/mistyped" })
        {
            await page.GotoAsync(prefix + path);
            await Axe.FindsNothingAsync(page, prefix + path);
            Assert.Equal((path, 320), (path, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }
    }
}
