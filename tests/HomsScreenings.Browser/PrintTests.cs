using System.Text.RegularExpressions;
using HomsScreenings.Model;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>What comes out of a printer.</summary>
public sealed class PrintTests(Chromium chromium)
{
    // A4 between margins of 14 millimetres, at the 96 dots of CSS.
    const int Width = 688, Height = 1016;

    static async Task<int> PagesOf(IPage page) =>
        Regex.Count(System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true })),
            @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5));

    [Theory]
    [InlineData("Homs")]
    [InlineData("Return to Homs")]
    [InlineData("Return to Homs + Silvered Water, Syria Self-Portrait")]
    [InlineData("العودة إلى حمص مع فيلم ماء الفضة: سوريا صورة ذاتية، بحضور المخرج وفريق العمل كله")]
    [InlineData("Return to Homs + The Silence of the Long Morning after the Siege, with a Reading of Letters: a double bill for the tenth anniversary of all that happened in the spring and has not been forgotten, with its makers")]
    public async Task A_screening_is_one_page_with_day_place_and_code_on_it(string title)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddVenue("The Institute of Contemporary Arts, Cinema One");
        var screening = await app.Programme.AddScreening(when: "2026-09-30 20:30",
            at: "The Institute of Contemporary Arts, Cinema One", series: "UK tour", and: s =>
        {
            s.Title = title;
            s.PremiereNote = "UK premiere of the restored version, in the presence of the crew";
            (s.Captions, s.AudioDescription, s.SignLanguage, s.Relaxed) = (true, true, true, true);
            (s.Admission, s.Subtitles) = (Admission.Free, ["en", "ar"]);
        });
        await app.Programme.Change(
            screening,
            s => s.Reschedule(new NodaTime.LocalDate(2026, 9, 23),
                new NodaTime.LocalTime(19, 45), false, null, "The hall is taken on that day, and the makers come a week earlier."));
        var page = await chromium.OpenAsync(app, width: Width);
        foreach (var path in new[] { $"/screenings/{screening.Slug}", $"/ar/screenings/{screening.Slug}" })
        {
            await page.GotoAsync(path);
            Assert.Equal((path, 1), (path, await PagesOf(page)));
            await page.SetViewportSizeAsync(Width, Height);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            await Assertions.Expect(page.Locator("nav, footer, button, form, .actions, .follow, .two-sides").Locator("visible=true"))
                .ToHaveCountAsync(0);
            var name = await Box(page, "h1");
            var date = await Box(page, ".bill-date");
            var place = await Box(page, ".bill-place");
            var sheet = await Box(page, ".sheet");
            var code = await Box(page, ".qr");
            Assert.True(name.Height >= 20 && name.Y + name.Height <= date.Y,
                $"{title}: the title ends at {name.Y + name.Height}, the date begins at {date.Y}");
            Assert.True(
                place.Y + place.Height <= sheet.Y, $"{title}: the place ends at {place.Y + place.Height}, the foot begins at {sheet.Y}");
            Assert.True(sheet.Y + sheet.Height <= Height && code.Y + code.Height <= Height,
                $"{title}: the foot ends at {sheet.Y + sheet.Height}");
            Assert.InRange(code.Width, 150, 180); // four centimetres: read from two metres
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });
            Assert.False(await page.Locator(".qr").IsVisibleAsync());
        }
    }

    [Fact]
    public async Task The_programme_is_a_leaflet_of_two_columns_that_says_of_when_it_is_and_where_the_newest_stands()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        for (var day = 1; day <= 20; day++) await app.Programme.AddScreening(when: $"2026-07-{day:00} 20:30");
        var page = await chromium.OpenAsync(app, width: Width);
        foreach (var (path,
            said) in new[] { ("/screenings?city=London",
                $"As of 1 June 2026. What has changed since is at {ScreeningsApp.BaseUrl}/screenings?city=London"),
                ("/ar/screenings", "/ar/screenings") })
        {
            await page.GotoAsync(path);
            Assert.InRange(await PagesOf(page), 1, 2);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            Assert.Contains(said, await page.Locator(".printed").InnerTextAsync(), StringComparison.Ordinal);
            await Assertions.Expect(page.Locator(".site-name")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("nav, footer, button, form, .follow").Locator("visible=true")).ToHaveCountAsync(0);
            var days = await page.Locator(".day").EvaluateAllAsync<double[]>("days => days.map(day => day.getBoundingClientRect().x)");
            Assert.Equal(2, days.Select(x => Math.Round(x)).Distinct().Count());
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });
        }
    }

    [Theory]
    [InlineData("/films/return-to-homs")]
    [InlineData("/series/uk-tour")]
    public async Task A_film_and_a_series_print_without_what_only_a_screen_can_do(string path)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening(series: "UK tour");
        var page = await chromium.OpenAsync(app, width: Width);
        await page.GotoAsync(path);
        Assert.Equal(1, await PagesOf(page));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator("nav, footer, button, form, .follow").Locator("visible=true")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".printed")).ToBeVisibleAsync();
    }

    static async Task<(double Y, double Height, double Width)> Box(IPage page, string selector) =>
        await page.Locator(selector).First.BoundingBoxAsync() is { } box ? (box.Y, box.Height, box.Width)
        : throw new InvalidOperationException($"{selector} is not there");
}
