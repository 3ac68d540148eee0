using System.Text.Json;
using HomsScreenings.Model;
using Microsoft.Playwright;
using NodaTime;

namespace HomsScreenings.Tests.Browser;

/// <summary>The sheet of paper that a screening is printed as, for all that may stand on it.</summary>
public sealed class PosterPrintTests(Chromium chromium)
{
    // A4 between margins of 14 millimetres, at the 96 dots of CSS.
    const int Width = 688, Height = 1016;

    static readonly string[] Titles =
    [
        "Homs", "Return to Homs", "Silvered Water, Syria Self-Portrait", "العودة إلى حمص",
        "The Bread Line + إلى سما + The Long Morning after the Siege, with a reading of letters from those who stayed",
        "ماء الفضة: سوريا، صورة ذاتية، مع قراءة لرسائل من بقوا في المدينة بعد سنوات الحصار الطويلة كلها",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    ];

    static readonly string[] Venues =
        ["ICA",
            "Hyde Park Picture House", "The Institute of Contemporary Arts at the Old Corn Exchange, Great Hall", "سينما الأمل"];

    static readonly string[] Organisations =
        ["Film Center", "The Yorkshire Society for Documentary Film and Human Rights", "مؤسسة السينما العربية المستقلة"];

    static readonly string[] Speakers =
        ["Hala Khoury-Montgomery", "منى السيد", "Anne-Marie van den Broek-Featherstonehaugh", "Yusuf Hogg"];

    static readonly Admission[] Admissions = Enum.GetValues<Admission>();

    // Every box with words or a picture in it, in the order of the page; one that is cut off says so.
    const string Boxes = """
        () => JSON.stringify([...document.querySelectorAll(
          '.bill > .poster, .bill-text > *, .sheet-quote .quote > *, .sheet-words > *, .sheet-link > *')].map(e => {
          const room = e.closest('.sheet-quote')?.getBoundingClientRect();
          const { left, top, right, bottom } = e.getBoundingClientRect(), name = e.className.baseVal ?? (e.className || e.localName);
          return { name: `${name}: ${e.textContent.trim().slice(0, 30)}`, left, top, right, bottom,
            hidden: e.scrollHeight - e.clientHeight, isOutside: room !== undefined && (left >= room.right || right <= room.left) };
        }).filter(b => b.bottom > b.top && !b.isOutside))
        """;

    // What the foot of the sheet cuts off as a whole, between one line and the next.
    const string Lost = "() => { const words = document.querySelector('.sheet-words'); return words.scrollHeight - words.clientHeight; }";

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Nothing_on_a_poster_lies_over_anything_else_or_is_struck_through(string language)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddFilm("Return to Homs", and: f => f.SetQuotes([Quote]));
        var slugs = new List<string>();
        for (var i = 0; i < 40; i++) slugs.Add(await AddAsync(app, i));
        var page = await chromium.OpenAsync(app, script: false, width: Width);
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var slug in slugs)
        {
            await page.GotoAsync($"{language}/screenings/{slug}");
            var boxes = JsonSerializer.Deserialize<Box[]>(await page.EvaluateAsync<string>(Boxes), JsonSerializerOptions.Web)!;
            var rule = (await page.Locator(".sheet").BoundingBoxAsync())!.Y;
            Assert.True(await page.EvaluateAsync<int>(Lost) <= 2, $"{slug}: the last of the words is lost");
            foreach (var box in boxes)
            {
                Assert.True(box.Bottom <= Height, $"{slug}: {box} is off the page");
                Assert.True(box.Bottom <= rule || box.Top >= rule, $"{slug}: the rule at {rule} goes through {box}");
                Assert.True(box.Hidden <= 8, $"{slug}: {box} is cut off");
            }
            foreach (var (one, other) in boxes.SelectMany((one, i) => boxes.Skip(i + 1).Select(other => (one, other))))
                Assert.False(one.Overlaps(other), $"{slug}: {one} lies over {other}");
        }
    }

    [Fact]
    public async Task A_poster_says_where_the_house_is_when_its_doors_open_and_who_asks_to_it_under_a_picture()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddVenue("ICA", and: v => (v.Address, v.PostalCode) = ("The Mall", "SW1Y 5AH"));
        var screening = await app.Programme.AddScreening(organisation: "Film Center", and: s => s.DoorsMinutes = 30);
        var page = await chromium.OpenAsync(app, script: false, width: Width);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync($"/screenings/{screening.Slug}");
        var words = await page.Locator(".sheet-words").InnerTextAsync();
        foreach (var said in new[] { "The Mall, SW1Y 5AH", "Doors open at 20:00.", "Presented by Film Center." })
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.True((await page.Locator(".bill > .poster").BoundingBoxAsync())!.Height > 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task What_the_press_wrote_is_on_a_poster_that_has_room_for_it_and_not_on_one_that_has_not(string language)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddFilm("Return to Homs", and: f => f.SetQuotes([Quote]));
        var roomy = (await app.Programme.AddScreening()).Slug;
        var full = (await app.Programme.AddScreening(organisation: string.Join(' ', Enumerable.Repeat("Association", 16)), and: s =>
        {
            (s.DoorsMinutes, s.Subtitles) = (30, ["en", "ar", "fr", "de"]);
            (s.Captions, s.AudioDescription, s.SignLanguage, s.Relaxed) = (true, true, true, true);
        })).Slug;
        var page = await chromium.OpenAsync(app, script: false, width: Width);
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var (slug, isThere) in new[] { (roomy, true), (full, false) })
        {
            await page.GotoAsync($"{language}/screenings/{slug}");
            var box = (await page.Locator(".sheet-quote").BoundingBoxAsync())!;
            var quote = (await page.Locator(".sheet-quote .quote").BoundingBoxAsync())!;
            Assert.Equal((slug, isThere), (slug, quote.X >= box.X - 1 && quote.X < box.X + box.Width
                && quote.Y + quote.Height <= box.Y + box.Height + 1));
        }
    }

    static PressQuote Quote => new()
    {
        Text = "A film of songs and rubble, filmed by those who stayed, that shows how hope is worn down street by street.",
        Language = "en",
        Author = "Ann Critic",
        Publication = "The Paper",
    };

    static async Task<string> AddAsync(ScreeningsApp app, int i)
    {
        var venue = Venues[i % Venues.Length];
        var speakers = new List<Speaker>();
        foreach (var name in Speakers.Take(i % (Speakers.Length + 1)))
            speakers.Add(new Speaker { PersonId = await app.Programme.AddPerson(name) });
        await app.Programme.AddVenue(venue, i % 2 == 0 ? "London" : "Newcastle upon Tyne", and: v =>
        {
            (v.Address, v.PostalCode, v.Area) = ("73 Brudenell Road", "LS6 1JD", "Hyde Park");
            v.Region = i % 2 == 0 ? null : "Tyne and Wear";
            (v.StepFree, v.HearingLoop) = (Known.Yes, Known.Yes);
        });
        var screening = await app.Programme.AddScreening(
            when: i % 5 == 4 ? "2026-09-23" : "2026-09-23 20:30", at: venue, series: "UK tour",
            organisation: Organisations[i % Organisations.Length], and: s =>
            {
                s.Title = Titles[i % Titles.Length];
                s.PremiereNote = i % 2 == 0 ? null : "UK premiere of the restored version, in the presence of the crew";
                (s.Captions, s.AudioDescription, s.SignLanguage, s.Relaxed) = (true, i % 2 == 0, true, i % 3 == 0);
                s.Admission = Admissions[i % Admissions.Length];
                if (s.Admission == Admission.Ticketed) (s.PriceFrom, s.PriceTo, s.Currency) = (6, 9, "GBP");
                (s.Subtitles, s.DoorsMinutes) = (["en", "ar"], 30);
                s.SetSpeakers(speakers);
            });
        if (i % 3 == 0)
            await app.Programme.Change(screening, s => s.Reschedule(
                new LocalDate(2026, 9, 30), new LocalTime(19, 45), false, null, "The hall is taken on that day; we come a week later."));
        return screening.Slug;
    }

    sealed record Box(string Name, double Left, double Top, double Right, double Bottom, double Hidden)
    {
        // Less than a pixel is the rounding of the browser.
        public bool Overlaps(Box other) =>
            Left < other.Right - 1 && other.Left < Right - 1 && Top < other.Bottom - 1 && other.Top < Bottom - 1;
    }
}
