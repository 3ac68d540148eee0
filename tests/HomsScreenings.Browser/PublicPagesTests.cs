using HomsScreenings.Model;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>What holds for every public page, in both languages and both themes.</summary>
public sealed class PublicPagesTests(Chromium chromium)
{
    const int MaxRequests = 6, MaxBytes = 50 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Axe_finds_nothing(string prefix)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var cancelled = await app.Programme.AddScreening("Flooded Hall");
        await app.Programme.Change(cancelled, s => s.Cancel("The hall is flooded."));
        await app.Programme.AddScreening(when: null, at: null);
        var page = await chromium.OpenAsync(app, width: 390);
        foreach (var path in PublicPages.Paths.Concat(PublicPages.Errors).Append($"/screenings/{cancelled.Slug}"))
        {
            await page.GotoAsync(prefix + path);
            await Axe.FindsNothingAsync(page, prefix + path);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task A_page_is_light_asks_no_other_host_sets_no_cookie_and_has_no_complaint_in_the_console(string prefix)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        foreach (var path in PublicPages.Paths)
        {
            var page = await chromium.OpenAsync(app); // nothing is in its cache
            var (asked, complaints, bytes) = (new List<string>(), new List<string>(), 0);
            page.RequestFinished += async (_, request) =>
            {
                asked.Add(new Uri(request.Url).Host);
                var sizes = await request.SizesAsync();
                Interlocked.Add(ref bytes, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
            };
            page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
            page.PageError += (_, error) => complaints.Add(error);
            await page.GotoAsync(prefix + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal((path, "localhost"), (path, string.Join(' ', asked.Distinct())));
            Assert.True(asked.Count <= MaxRequests, $"{path}: {asked.Count} requests");
            Assert.True(bytes is > 0 and <= MaxBytes, $"{path}: {bytes} bytes");
            Assert.Equal((path, ""), (path, string.Join('\n', complaints)));
            Assert.Empty(await page.Context.CookiesAsync());
            await page.Context.CloseAsync();
        }
    }
}
