using HomsScreenings.Model;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>A screening on a phone: what is on the screen without a search for it, and what stays in reach.</summary>
public sealed class ScreeningPageTests(Chromium chromium)
{
    const int Phone = 390, Height = 844;

    static async Task<(ScreeningsApp App, string Path)> StartAsync()
    {
        var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var (director, speaker) = (await app.Programme.AddPerson("Talal Derki"),
            await app.Programme.AddPerson("Orwa Nyrabia", p => p.About = "He produces films."));
        await app.Programme.AddFilm("Return to Homs", 94, film =>
        {
            (film.OriginalTitle, film.OriginalTitleLanguage, film.ReleaseYear) = ("العودة إلى حمص", "ar", 2014);
            (film.Languages, film.TrailerUrl, film.ContentNotes) = (["ar"], "https://video.example/1", "Shows war.");
            film.Synopsis = "Two friends in a besieged town, one a goalkeeper and one a reporter. What began with songs in the streets "
                + "becomes a war that takes one house after the other. Neither of them leaves.";
            film.Credits.Add(new Credit { Role = CreditRoles.Director, PersonId = director });
        });
        var screening = await app.Programme.AddScreening(series: "UK tour", organisation: "Campaign", and: s =>
        {
            (s.Admission, s.PremiereNote, s.BookingUrl, s.Subtitles) = (Admission.Free, "UK premiere", "https://tickets.example/1", ["en"]);
            s.SetParts(null, 40);
            s.SetSpeakers([new Speaker { PersonId = speaker }]);
        });
        return (app, $"/screenings/{screening.Slug}");
    }

    async Task<IPage> OpenAsync(ScreeningsApp app, string path)
    {
        var page = await chromium.OpenAsync(app, width: Phone);
        await page.SetViewportSizeAsync(Phone, Height);
        await page.GotoAsync(path);
        return page;
    }

    static async Task<double> BottomOf(ILocator element) =>
        await element.BoundingBoxAsync() is { } box ? box.Y + box.Height : double.MaxValue;

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Who_made_it_and_what_it_is_about_stand_within_eleven_hundred_pixels(string language)
    {
        Chromium.Require();
        var (app, path) = await StartAsync();
        await using var _ = app;
        var page = await OpenAsync(app, language + path);
        Assert.InRange(await BottomOf(page.Locator(".in-short")), 1, 1100);
        Assert.InRange(await BottomOf(page.Locator("section[aria-labelledby=films] p").First), 1, 1100);
    }

    [Fact]
    public async Task The_way_to_a_place_stays_in_reach_and_covers_nothing_that_has_the_focus()
    {
        Chromium.Require();
        var (app, path) = await StartAsync();
        await using var _ = app;
        var page = await OpenAsync(app, path);
        var book = page.GetByRole(AriaRole.Link, new() { Name = "Book", Exact = true });
        foreach (var down in new[] { 0, 300, 700 })
        {
            await page.EvaluateAsync("y => scrollTo(0, y)", down);
            Assert.InRange(await BottomOf(book), Height - 60, Height);
        }
        await page.EvaluateAsync("scrollTo(0, 0)");
        var bar = (await page.Locator(".book").BoundingBoxAsync())!;
        foreach (var link in await page.Locator("main article :is(a, summary, button):visible").AllAsync())
        {
            if (await link.EvaluateAsync<bool>("e => e.closest('.book, [hidden], details:not([open]) > ul') !== null")) continue;
            await link.FocusAsync();
            Assert.True(await BottomOf(link) <= bar.Y + 1, $"{await link.InnerTextAsync()} lies under the bar");
        }
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        var (end, footer) = (await BottomOf(page.Locator(".book")), (await page.Locator(".site-footer").BoundingBoxAsync())!);
        Assert.True(end <= footer.Y, "The bar lies over the foot of the page.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task What_is_called_off_says_so_on_the_first_screen_and_on_paper(string language)
    {
        Chromium.Require();
        var (app, path) = await StartAsync();
        await using var _ = app;
        await app.Programme.AddScreening(when: "2026-07-04 20:30", at: "Second");
        await app.Programme.AddScreening(when: "2026-07-05 20:30", at: "Third");
        var screening = await app.InDbAsync(db => Task.FromResult(db.Screenings.OrderBy(s => s.Id).First()));
        await app.Programme.Change(screening, s => s.Cancel("The heating has failed."));
        var page = await OpenAsync(app, language + path);
        Assert.InRange(await BottomOf(page.Locator(".status-cancelled")), 1, Height);
        Assert.InRange(await BottomOf(page.Locator(".bill-date s")), 1, Height);
        await Assertions.Expect(page.Locator(".instead li")).ToHaveCountAsync(2);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".status-cancelled")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".instead, .trailer, .book").Locator("visible=true")).ToHaveCountAsync(0);
    }
}
