using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>The door for those who go by keyboard or by ear, and on a device that is not as it should be.</summary>
public sealed class DoorAccessTests(Chromium chromium)
{
    async Task<IPage> OpenAsync(ScreeningsApp app, int guests, (int Width, int Height)? size = null)
    {
        var screening = await app.Programme.AddScreening(when: "2090-06-27 20:30", organisation: "Campaign", and: s =>
        {
            s.Capacity = 100;
            s.GiveAwaySeats(_ => { });
        });
        for (var i = 0; i < guests; i++) await app.BookAsync(screening, people: 2, name: i == 0 ? "Rim Haddad" : $"Friend {i:00}");
        var organiser = await app.AsOrganiserAsync("Campaign");
        var page = await chromium.OpenAsync(app);
        if (size is var (width, height)) await page.SetViewportSizeAsync(width, height);
        await page.Context.AddCookiesAsync(organiser.Cookies.Select(c => new Cookie
        {
            Name = c.Key,
            Value = c.Value,
            Url = "http://localhost"
        }));
        await page.GotoAsync($"/organise/screenings/{screening.Slug}/door");
        await Assertions.Expect(page.Locator("#joined")).ToHaveTextAsync("Joined up. All devices see the same.");
        return page;
    }

    static Task<ScreeningsApp> StartAsync() => ScreeningsApp.StartAsync(Database.Sqlite, ("Site:BaseUrl", "http://localhost"));

    // WCAG 2.2, 2.4.11: what has the focus is not wholly hidden by what stands above it.
    [Theory]
    [InlineData(320, 180)]
    [InlineData(640, 360)]
    [InlineData(320, 640)]
    [InlineData(1280, 720)]
    public async Task Who_goes_back_by_keyboard_sees_where_they_are(int width, int height)
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app, guests: 12, (width, height));
        await page.Locator("#booked button:visible").Last.FocusAsync();
        for (var step = 0; step < 36; step++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
            Assert.Equal("seen", await page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement.getBoundingClientRect(), bar = document.querySelector('.door-search');
                  const isOver = getComputedStyle(bar).position === 'sticky' && !bar.contains(document.activeElement);
                  const top = isOver ? Math.max(0, bar.getBoundingClientRect().bottom) : 0;
                  return at.bottom > top && at.top < innerHeight ? 'seen'
                      : `${document.activeElement.outerHTML} at ${at.top}–${at.bottom}, bar to ${top}`;
                }
                """));
        }
    }

    [Fact]
    public async Task How_many_a_search_finds_is_said_politely()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app, guests: 3);
        var found = page.Locator("#found[role=status]");
        await page.FillAsync("#q", "rim");
        await Assertions.Expect(found).ToHaveTextAsync("1 found.");
        await page.FillAsync("#q", "friend");
        await Assertions.Expect(found).ToHaveTextAsync("2 found.");
        await page.FillAsync("#q", "zzzz");
        await Assertions.Expect(found).ToHaveTextAsync("Nobody here has that name, address or code.");
        await page.FillAsync("#q", "");
        await Assertions.Expect(found).ToHaveTextAsync("");
        await Assertions.Expect(page.Locator("#saying")).ToHaveAttributeAsync("role", "status");
    }

    [Fact]
    public async Task A_device_says_that_it_cannot_scan_and_that_its_clock_is_wrong()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app, guests: 1); // the site's clock stands in another year than the browser's
        await Assertions.Expect(page.Locator("#clock")).ToBeVisibleAsync();
        var canScan = await page.EvaluateAsync<bool>("() => 'BarcodeDetector' in window");
        await Assertions.Expect(page.Locator("#no-scanner")).ToBeVisibleAsync(new() { Visible = !canScan });
        await Assertions.Expect(page.Locator("#scan")).ToBeVisibleAsync(
            new() { Visible = canScan });
        app.Clock.Now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.Locator("#clock")).ToBeHiddenAsync();
    }
}
