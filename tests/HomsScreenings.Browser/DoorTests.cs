using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Tests.Processes;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>An evening at the door, with two devices and one network.</summary>
public sealed class DoorTests(Chromium chromium)
{
    // The browser's own clock runs: what is over is not kept.
    static Task<Screening> HouseOf(ScreeningsApp app, int seats) =>
        app.Programme.AddScreening(when: "2090-06-27 20:30", organisation: "Campaign", and: s =>
    {
        s.Capacity = seats;
        s.GiveAwaySeats(_ => { });
    });

    async Task<IPage> OpenAsync(ScreeningsApp app, Client organiser, int width = 820, int? port = null)
    {
        var page = await chromium.OpenAsync(app, colours: ColorScheme.Dark, width: width, port: port);
        await page.Context.AddCookiesAsync(
            organiser.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = "http://localhost" }));
        return page;
    }

    static Task JoinAsync(IPage page) => page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
    static ILocator Row(IPage page, string name) => page.Locator(".guest", new() { HasTextString = name });
    static Task Says(IPage page, string selector, string text) => Assertions.Expect(page.Locator(selector)).ToHaveTextAsync(text);

    // A wait for a function takes the promise of one for its answer, so what only a promise knows is asked for again and again.
    static async Task UntilAsync(IPage page, string isSo)
    {
        for (var tries = 0; !await page.EvaluateAsync<bool>(isSo); tries++)
        {
            Assert.True(tries < 150, $"Never came true: {isSo}");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task Two_devices_one_of_them_without_a_network_tick_overlapping_guests_and_each_is_counted_once()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Site:BaseUrl", "http://localhost"));
        var screening = await HouseOf(app, 20);
        await app.BookAsync(screening, people: 3, name: "Rim Haddad");
        await app.BookAsync(screening, people: 2, name: "Samí Núñez");
        var layla = (await app.BookAsync(screening, name: "ليلى الحُسين")).Booking!;
        var gone = (await app.BookAsync(screening, name: "Gone")).Booking!;
        await app.AtBoxOfficeAsync(o => o.CancelAsync(gone.Id, byOrganiser: true, default));
        using var network = new Doorway(app.ClientOptions.BaseAddress.Port);
        var tablet = await OpenAsync(app, await app.AsOrganiserAsync("Campaign"));
        var phone = await OpenAsync(app, await app.AsOrganiserAsync("Campaign"), width: 390, port: network.Port);
        foreach (var page in new[] { tablet, phone })
        {
            await page.GotoAsync($"/organise/screenings/{screening.Slug}/door");
            await Says(page, "#joined", "Joined up. All devices see the same.");
        }
        await UntilAsync(
            phone,
            "async () => navigator.serviceWorker.controller !== null && (await Promise.all([location.href, ...[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(part => part.href || part.src)].map(address => caches.match(address)))).every(Boolean)");
        await JoinAsync(phone);
        await UntilAsync(phone, "async () => Boolean(await caches.match(location.href + '/counts'))");

        network.Shut();
        await Row(tablet, "Rim").GetByRole(AriaRole.Button, new() { Name = "All 3 in" }).ClickAsync();
        await Row(tablet, "Samí").GetByRole(AriaRole.Button, new() { Name = "All 2 in" }).ClickAsync();
        await tablet.GetByRole(AriaRole.Button, new() { Name = "+1 walk-in" }).ClickAsync();
        await Says(tablet, "#in-the-room", "6");
        await Says(tablet, "#joined", "Joined up. All devices see the same.");
        await Row(phone, "Rim").GetByRole(AriaRole.Button, new() { Name = "All 3 in" }).ClickAsync();
        await Row(phone, "Samí").GetByLabel("How many of Samí Núñez are in").FillAsync("1");
        await Row(phone, "Samí").GetByRole(AriaRole.Button, new() { Name = "Set" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "+1 walk-in" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "+1 walk-in" }).ClickAsync();
        await Says(
            phone, "#joined", "No connection. Go on: what is ticked stays on this device, and is sent later. 3 ticks wait to be sent.");

        await phone.ReloadAsync();
        await Says(
            phone, "#joined", "No connection. Go on: what is ticked stays on this device, and is sent later. 3 ticks wait to be sent.");
        await Says(phone, "#in-the-room", "6");
        await phone.Locator("#q").FillAsync("الحسين ليلي"); // as somebody types it who leaves the marks out
        await Assertions.Expect(phone.Locator(".guest:visible")).ToHaveCountAsync(1);
        foreach (var (code, said) in new[]
        {
            (layla.Code!, "Come in: ليلى الحُسين, In."), (layla.Code!, "Already in: ليلى الحُسين, In."),
            ("1111-1111", "Unknown code: no booking has 1111 1111. Look for the name."),
            (gone.Code!, $"No longer good: the booking with the code {BookingCode.Format(gone.Code!)} was cancelled or has lapsed."),
        })
        {
            await phone.Locator("#q").FillAsync(code.ToLowerInvariant().Replace('0', 'o'));
            await phone.Locator("#q").PressAsync("Enter");
            await Says(phone, "#saying", said);
        }
        await phone.Locator("#q").FillAsync("");

        network.Open();
        await JoinAsync(phone);
        await Says(phone, "#joined", "Joined up. All devices see the same.");
        await JoinAsync(tablet);
        foreach (var page in new[] { tablet, phone })
        {
            await Says(page, "#in-the-room", "9");
            await Says(page, "#free", "11");
            await Says(page, "#walk-in-count", "3");
        }
        Assert.Equal(new CheckInSum(6, 3, 3), await app.InDbAsync(db => db.CheckInSumAsync(screening.Id, default)));

        // Both have let Rim in: undone at one, undone at both.
        await Row(phone, "Rim").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Says(phone, "#joined", "Joined up. All devices see the same.");
        await JoinAsync(tablet);
        await Assertions.Expect(Row(tablet, "Rim").Locator(".guest-in")).ToHaveTextAsync("Not in yet");
        Assert.Equal(new CheckInSum(3, 2, 3), await app.InDbAsync(db => db.CheckInSumAsync(screening.Id, default)));

        await phone.GotoAsync("/account/sign-out");
        await phone.Locator("main form[action='/account/sign-out'] button").First.ClickAsync();
        await UntilAsync(
            phone,
            "async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(key => key.url)))).flat().every(url => !url.includes('/organise'))");
    }

    [Fact]
    public async Task What_is_ticked_while_the_door_is_talking_to_the_site_is_told_right_after()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Site:BaseUrl", "http://localhost"));
        var screening = await HouseOf(app, 20);
        await app.BookAsync(screening, people: 3, name: "Rim Haddad");
        var page = await OpenAsync(app, await app.AsOrganiserAsync("Campaign"));
        await page.GotoAsync($"/organise/screenings/{screening.Slug}/door");
        await Says(page, "#joined", "Joined up. All devices see the same.");

        var (underWay, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/door/counts", async route =>
        {
            underWay.TrySetResult();
            await goOn.Task;
            await route.ContinueAsync();
        });
        await JoinAsync(page);
        await underWay.Task;
        await Row(page, "Rim").GetByRole(AriaRole.Button, new() { Name = "All 3 in" }).ClickAsync();
        goOn.SetResult();
        await Says(page, "#joined", "Joined up. All devices see the same."); // long before the door would look again by itself
        Assert.Equal(("17", "17"), (await page.Locator("#free").TextContentAsync(), await page.Locator("#left").TextContentAsync()));
        // The button is gone, so who goes by keyboard is with the one that takes it back.
        await Assertions.Expect(Row(page, "Rim").GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeFocusedAsync();
        Assert.Equal(new CheckInSum(3, 1, 0), await app.InDbAsync(db => db.CheckInSumAsync(screening.Id, default)));
    }

    [Fact]
    public async Task Axe_finds_nothing_among_the_guests_nor_at_the_door()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Site:BaseUrl", "http://localhost"));
        var screening = await HouseOf(app, 12);
        var rim =
            (await app.AtBoxOfficeAsync(
                o => o.BookAsync(
                    screening.Id,
                    new BookingRequest("needs", "rim@example.org",
                        new Party(3), "ar", "Rim Haddad", "I hear badly: a seat in front, please."), default))).Booking!;
        foreach (var (name, people) in new[] { ("ليلى الحسين", 2), ("Samí Núñez", 1), ("Jonathan Featherstonehaugh-Cholmondeley", 5),
            ("Waiting One", 4), ("في الانتظار", 2) }) await app.BookAsync(screening, people, name: name);
        await app.BookAsync(screening, 1, email: "rim@example.org");
        await app.InDbAsync(async db =>
        {
            db.GuestQuestions.Add(new GuestQuestion { BookingId = rim.Id, Text = "Is there a lift?", AskedAt = app.Clock.Now });
            await db.SaveChangesAsync();
            await db.RecordCheckInsAsync(screening.Id, DoorDevice,
                [new CheckInRegister(rim.Id, 2, 1), new CheckInRegister(null, 2, 2)], default);
        });
        var page = await OpenAsync(app, await app.AsOrganiserAsync("Campaign"));
        foreach (var path in new[] { "guests", "door", "door?q=nobody", "door/print", $"guests/{rim.Id}/cancel" })
        {
            await page.GotoAsync($"/organise/screenings/{screening.Slug}/{path}");
            if (path == "door") await Says(page, "#joined", "Joined up. All devices see the same.");
            await Axe.FindsNothingAsync(page, path);
        }
    }

    const string DoorDevice = "11111111111111111111";
}
