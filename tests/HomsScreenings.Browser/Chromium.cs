using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(HomsScreenings.Tests.Browser.Chromium))]

namespace HomsScreenings.Tests.Browser;

/// <summary>The real Chromium of the machine, headless, shared by all tests of the run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    const string Executable = "/usr/bin/chromium";

    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>Why there can be no browser here; null when there can.</summary>
    public static string? WhyNot { get; } = File.Exists(Executable) ? null : "Chromium is not installed (Debian: apt-get install chromium)";

    public static void Require() => Assert.SkipWhen(Needs.Unmet(WhyNot) is not null, WhyNot ?? "");

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser window of its own, on an app; it says https, as the proxy before the program would.</summary>
    /// <param name="port">The way to it, where that is not the app's own.</param>
    public async Task<IPage> OpenAsync(ScreeningsApp app, bool script = true,
        ColorScheme colours = ColorScheme.Light, int width = 1280, string? locale = null, int? port = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = $"http://localhost:{port ?? app.ClientOptions.BaseAddress.Port}",
            ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-Proto"] = "https" },
            JavaScriptEnabled = script,
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce, // what fades has no settled colours
            Locale = locale,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
