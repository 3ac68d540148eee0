using HomsScreenings.Model;
using Microsoft.Playwright;
using NodaTime;

namespace HomsScreenings.Tests.Browser;

/// <summary>Somebody books and comes: without script, on a phone, in the dark.</summary>
public sealed class GuestTests(Chromium chromium)
{
    [Fact]
    public async Task The_whole_way_from_the_screening_to_a_taken_offer_needs_no_script()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var house = await app.Programme.AddScreening(and: s => { s.Capacity = 2; s.GiveAwaySeats(r => r.ConfirmByLink = true); });
        var page = await chromium.OpenAsync(app, script: false, width: 390);

        var first = await BookAsync("ana@example.org", "Book seats");
        await page.GetByRole(AriaRole.Link, new() { Name = "Confirm that you come" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, confirm" }).ClickAsync();
        await IsSaid("You have 2 seats.");
        await Assertions.Expect(page.Locator("svg.qr")).ToBeVisibleAsync();

        var second = await BookAsync("ben@example.org", "Join the waiting list");
        await IsSaid("You are number 1 on the waiting list.");
        await page.GotoAsync(first);
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, cancel" }).ClickAsync();
        await IsSaid("This booking is cancelled.");
        await page.GotoAsync(second);
        await page.GetByRole(AriaRole.Link, new() { Name = "Take the seats" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, take them" }).ClickAsync();
        await IsSaid("You have 2 seats.");
        Assert.Empty(await page.Context.CookiesAsync());

        async Task<string> BookAsync(string email, string button)
        {
            await page.GotoAsync($"/screenings/{house.Slug}");
            await page.Locator(".bill").GetByRole(AriaRole.Link, new() { Name = button }).ClickAsync();
            await page.GetByLabel("Email address").FillAsync(email);
            await page.GetByLabel("Number of people").SelectOptionAsync("2");
            app.Clock.Pass(AtTheForm.AWhile);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await page.WaitForURLAsync(url => url.Contains("/bookings/", StringComparison.Ordinal));
            // The link comes by mail, and by nothing else.
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Check your email");
            var mailed = await app.MailedLinkAsync(house);
            await page.GotoAsync(mailed);
            return mailed;
        }

        Task IsSaid(string sentence) => Assertions.Expect(page.Locator(".ticket-sentence")).ToHaveTextAsync(sentence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Axe_finds_nothing_and_nothing_has_to_be_scrolled_sideways(string prefix)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var house = await app.HouseAsync(2, r => (r.WheelchairPlaces, r.CompanionPlaces) = (1, 1), when: "2026-06-02 20:30");
        var ticket = await app.BookAtFormAsync(house, people: 1);
        await app.AsVisitor().FillAsync(ticket + "/ask", ("Question", "Is there tea?"));
        var page = await chromium.OpenAsync(app, width: 320);
        string[] below = ["", "/party", "/cancel", "/ask", "/renew", "/erase", "/unsubscribe", "/feedback"];
        foreach (var path in below.Select(b => ticket + b).Append("/bookings/erased").Append("/bookings/mistyped")
            .Append($"/screenings/{house.Slug}").Append($"/screenings/{house.Slug}/book"))
            await LookAsync(path);
        await page.ClickAsync("main form button"); // empty, and too fast
        await page.WaitForSelectorAsync("div.problems");
        await IsFineAsync("the form again");

        var waiting = await app.BookAtFormAsync(house, people: 2);
        await LookAsync(waiting);
        await app.AsVisitor().FillAsync(ticket + "/cancel");
        foreach (var path in new[] { ticket, waiting, waiting + "/accept" }) await LookAsync(path);
        await app.AsVisitor().FillAsync(waiting + "/accept");
        app.Clock.Pass(Duration.FromDays(2));
        await LookAsync(waiting + "/feedback");

        async Task LookAsync(string path)
        {
            await page.GotoAsync(prefix + path);
            await IsFineAsync(prefix + path);
        }

        async Task IsFineAsync(string what)
        {
            await Axe.FindsNothingAsync(page, what);
            Assert.Equal((what, 0),
                (what, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")));
        }
    }
}
