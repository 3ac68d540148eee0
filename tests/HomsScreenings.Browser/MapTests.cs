using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>A map as fingers and keys meet it.</summary>
public sealed class MapTests(Chromium chromium)
{
    static async Task<ScreeningsApp> AppAsync()
    {
        var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        foreach (var (venue, city, north, east) in new[] { ("One", "Leeds", 53.80, -1.55), ("Two", "Bradford", 53.79, -1.75),
            ("Three", "Otley", 53.91, -1.69), ("Four", "London", 51.51, -0.13), ("Five", "Inverness", 57.48, -4.22) })
        {
            await app.Programme.AddVenue(venue, city, and: v => (v.Latitude, v.Longitude) = (north, east));
            await app.Programme.AddScreening(at: venue, series: "UK tour");
        }
        return app;
    }

    [Fact]
    public async Task On_a_telephone_every_circle_can_be_hit_and_on_the_first_page_the_map_is_low()
    {
        Chromium.Require();
        await using var app = await AppAsync();
        foreach (var width in new[] { 320, 1280 })
        {
            var page = await chromium.OpenAsync(app, width: width);
            foreach (var path in new[] { "/", "/series/uk-tour", "/screenings?view=map", "/ar" })
            {
                await page.GotoAsync(path);
                var sizes = await page.Locator(".map-reach")
                    .EvaluateAllAsync<double[]>("all => all.map(e => e.getBoundingClientRect().width)");
                Assert.All(sizes, size => Assert.True(size >= 24, $"{path} at {width}: {size} pixels"));
                if (path is "/" or "/ar") Assert.InRange((await page.Locator(".map").BoundingBoxAsync())!.Height, 100, 320);
            }
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_ring_of_the_focus_stands_out_from_the_land_and_the_paper(ColorScheme colours)
    {
        Chromium.Require();
        await using var app = await AppAsync();
        var page = await chromium.OpenAsync(app, colours: colours);
        await page.GotoAsync("/series/uk-tour");
        await page.Locator("svg.map a").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        var contrasts = await page.EvaluateAsync<double[]>("""
            () => {
              const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
              const luminance = colour => {
                c.clearRect(0, 0, 1, 1); c.fillStyle = colour; c.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...c.getImageData(0, 0, 1, 1).data].map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const style = e => getComputedStyle(document.querySelector(e));
              const ring = luminance(style('.map a:focus-visible .map-reach').stroke);
              return [style('.map-land').fill, style('.map').backgroundColor].map(luminance)
                .map(other => (Math.max(ring, other) + 0.05) / (Math.min(ring, other) + 0.05));
            }
            """);
        Assert.All(contrasts, contrast => Assert.True(contrast >= 3, $"{contrast}"));
        var (ring, circle) = (await page.Locator("a:focus-visible .map-reach").BoundingBoxAsync(),
            await page.Locator("a:focus-visible .map-place").BoundingBoxAsync());
        Assert.True(ring!.Width >= circle!.Width + 4, "The ring lies apart from the circle");
    }
}
