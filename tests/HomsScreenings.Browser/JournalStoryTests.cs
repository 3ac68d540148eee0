using HomsScreenings.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace HomsScreenings.Tests.Browser;

/// <summary>An editor writes, schedules, publishes, corrects with a note, and withdraws: without script.</summary>
public sealed class JournalStoryTests(Chromium chromium)
{
    [Theory, OnEachDatabase]
    public async Task An_editor_writes_schedules_publishes_corrects_and_withdraws(Database database)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        var editor = await app.AsOrganiserAsync();
        var (page, reader) = (await chromium.OpenAsync(app, script: false), await chromium.OpenAsync(app, script: false, width: 390));
        var site = $"https://localhost:{app.ClientOptions.BaseAddress.Port}";
        await page.Context.AddCookiesAsync(
            editor.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = site, Secure = true }));

        await page.GotoAsync("/organise/journal");
        await page.GetByRole(AriaRole.Link, new() { Name = "New entry" }).ClickAsync();
        await page.Locator("[name='Input.Kind']").SelectOptionAsync(new SelectOptionValue { Label = "Review" });
        await page.Locator("[name='Input.Title']").FillAsync("First light");
        await page.Locator("[name='Input.Body']").FillAsync("It begins.\n\nIt ends.");
        await page.Locator("[name='Input.Subjects[0].Address']").FillAsync("/films/return-to-homs");
        await Press("Save as a draft");
        await Follow("Publish or schedule");
        await page.Locator("[name='When.Date']").FillAsync("2026-06-02");
        await page.Locator("[name='When.Time']").FillAsync("09:00");
        await Press("Schedule");
        await IsDone("It is published on 2 June 2026, 08:00 UTC.");
        await reader.GotoAsync("/films/return-to-homs");
        await Assertions.Expect(reader.Locator("#written")).ToHaveCountAsync(0);

        app.Clock.Pass(Duration.FromDays(1));
        await app.Services.GetRequiredService<BackgroundJobs>().RunAsync("scheduled-entries", CancellationToken.None);
        await reader.GotoAsync("/films/return-to-homs");
        await reader.GetByRole(AriaRole.Link, new() { Name = "First light" }).ClickAsync();
        await Assertions.Expect(reader.Locator("h1")).ToHaveTextAsync("First light");

        await page.GotoAsync("/organise/journal/first-light/edit");
        await page.Locator("[name='Input.Body']").FillAsync("It begins.\n\nIt goes on.");
        await page.Locator("[name='Input.Correction']").FillAsync("It does not end.");
        await Press("Save");
        await reader.ReloadAsync();
        await Assertions.Expect(reader.Locator(".correction")).ToHaveTextAsync("Corrected on 2 June 2026: It does not end.");

        await page.GotoAsync("/organise/journal/first-light/edit");
        await Follow("Withdraw");
        await page.Locator("[name=Reason]").FillAsync("The author asked for it.");
        await Press("Withdraw the entry");
        await IsDone("Withdrawn. Its address says so.");
        await reader.ReloadAsync();
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("The author asked for it.");

        Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        Task Follow(string link) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        Task IsDone(string sentence) => Assertions.Expect(page.Locator(".done")).ToHaveTextAsync(sentence);
    }
}
