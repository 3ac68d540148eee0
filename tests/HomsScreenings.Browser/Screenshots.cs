using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using NodaTime;

namespace HomsScreenings.Tests.Browser;

/// <summary>
/// Makes the pictures in docs/screenshots from the real program: the Homs programme and the labelled sample, seen in
/// June 2014, when the tour was yet to come. Compiled for docs/make-screenshots only.
/// </summary>
public sealed class Screenshots(Chromium chromium)
{
    const int Phone = 390, Desktop = 1280;
    static readonly Instant BeforeTheTour = Instant.FromUtc(2014, 6, 2, 12, 0);
    static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    static string Here([CallerFilePath] string file = "") => file;

    [Fact]
    public async Task Make()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, BeforeTheTour,
            ("Programme:LoadWhenEmpty", Path.Combine(Root, "data/homs.json")), ("Programme:Sample", "true"));
        await TakeAsync(app, "home-phone", "/", Phone, 844);
        await TakeAsync(app, "home-desktop", "/", Desktop, 900);
        await TakeAsync(app, "programme-desktop", "/screenings", Desktop, 1000);
        await TakeAsync(app, "programme-desktop-dark", "/screenings?country=GB", Desktop, 1000, ColorScheme.Dark);
        await TakeAsync(app, "month-desktop", "/screenings?view=month&month=2014-06", Desktop, 900);
        await TakeAsync(app, "map-desktop", "/screenings?view=map", Desktop, 900);
        await TakeAsync(app, "screening-phone", "/screenings/return-to-homs-ica-london", Phone, 844);
        await TakeAsync(app, "screening-phone-dark", "/screenings/return-to-homs-ica-london", Phone, 844, ColorScheme.Dark);
        await TakeAsync(app, "tour-desktop", "/series/uk-tour", Desktop, 900);
        await TakeAsync(app, "programme-phone-arabic", "/ar/screenings", Phone, 844);
        await TakeAsync(app, "film-desktop-arabic", "/ar/films/return-to-homs", Desktop, 900);
        await TakeAsync(app, "poster-print", "/screenings/return-to-homs-ica-london", 794, 1123, print: true);
        await TakeAsync(app, "leaflet-print", "/screenings", 794, 1123, print: true);
    }

    async Task TakeAsync(ScreeningsApp app, string name, string path,
        int width, int height, ColorScheme colours = ColorScheme.Light, bool print = false)
    {
        var page = await chromium.OpenAsync(app, colours: colours,
            width: width, locale: path.StartsWith("/ar", StringComparison.Ordinal) ? "ar" : "en-GB");
        await page.SetViewportSizeAsync(width, height);
        if (print) await page.EmulateMediaAsync(new() { Media = Media.Print });
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal((path, 200), (path, answer!.Status));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Root, "docs/screenshots", $"{name}.png") });
        await page.Context.CloseAsync();
    }
}
