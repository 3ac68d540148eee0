using System.Net;
using System.Text.RegularExpressions;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages;

/// <summary>What venues, people and organisations are called on a page of a language in which they have a name, and without one.</summary>
public sealed partial class NameWordingPageTests
{
    // As they are written, in capitals that no address has, and as they are called in Arabic.
    const string Hall = "Zebrahouse", Speaker = "Quillmaker", Trust = "Oxbowtrust";
    const string ArabicHall = "سينما الزهراء", ArabicSpeaker = "عروة نيربية", ArabicTrust = "منظمة العفو";
    const string Screening = "/screenings/return-to-homs-zebrahouse";

    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue(Hall, and: v =>
        {
            (v.Address, v.Directions, v.AccessNotes, v.AskFor, v.ExpectationNotes) =
                ("1 High Road", "Behind the **square**.", "Two steps.", "the usher", "Bring a coat.");
            v.SetTranslations([new VenueTranslation { Language = "ar", Name = ArabicHall }]);
        });
        var speaker = await app.Programme.AddPerson(Speaker, p =>
        {
            p.About = "Makes films.";
            p.SetTranslations([new PersonTranslation { Language = "ar", Name = ArabicSpeaker }]);
        });
        var trust = await app.InDbAsync(async db =>
        {
            var organisation = new Organisation { Slug = "oxbowtrust", Name = Trust, About = "A trust." };
            organisation.SetTranslations([new OrganisationTranslation { Language = "ar", Name = ArabicTrust }]);
            db.Organisations.Add(organisation);
            await db.SaveChangesAsync();
            return organisation.Id;
        });
        await app.Programme.AddFilm("Return to Homs", and: f => f.SetCredits([new Credit { Role = "Director", PersonId = speaker }]));
        await app.Programme.AddSeries("UK tour", and: s =>
        {
            s.OrganisationId = trust;
            s.SetPartners([new Partner { OrganisationId = trust, Part = "lends a projector" }]);
        });
        await app.Programme.AddScreening(at: Hall, series: "UK tour", organisation: Trust, and: s =>
        {
            s.SetSpeakers([new Speaker { PersonId = speaker }]);
            s.SetParts(null, 30);
        });
        return app;
    }

    static async Task<string> BodyAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().GetAsync(path);
        Assert.Equal((path, 200), (path, answer.Status));
        // Calendars fold their lines, and JSON escapes what it may.
        var plain = WebUtility.HtmlDecode(answer.Body.Replace("\r\n ", "", StringComparison.Ordinal));
        return Escape().Replace(plain, found => ((char)Convert.ToInt32(found.Groups["code"].Value, 16)).ToString());
    }

    [GeneratedRegex(@"\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [Theory, OnEachDatabase]
    public async Task A_name_stands_in_the_language_of_the_page_wherever_it_stands(Database database)
    {
        await using var app = await AppAsync(database);
        // Twice in turn: what was compiled for one language must serve the other.
        foreach (var _ in new[] { 1, 2 })
        {
            foreach (var (path, written, arabic) in new[]
            {
                ("/", Hall, ArabicHall), ("/screenings", Hall, ArabicHall), ("/screenings?venue=zebrahouse", Hall, ArabicHall),
                ("/screenings?organisation=oxbowtrust", Trust, ArabicTrust), (Screening, Hall, ArabicHall),
                (Screening, Speaker, ArabicSpeaker), (Screening, Trust, ArabicTrust), (Screening + ".ics", Hall, ArabicHall),
                ("/films/return-to-homs", Hall, ArabicHall), ("/films/return-to-homs", Speaker, ArabicSpeaker),
                ("/films", Speaker, ArabicSpeaker), ("/venues", Hall, ArabicHall), ("/venues/zebrahouse", Hall, ArabicHall),
                ("/venues/zebrahouse.ics", Hall, ArabicHall), ("/organisations/oxbowtrust", Trust, ArabicTrust),
                ("/organisations/oxbowtrust.ics", Trust, ArabicTrust), ("/series", Trust, ArabicTrust),
                ("/series/uk-tour", Trust, ArabicTrust), ("/series/uk-tour", Hall, ArabicHall), ("/calendar.ics", Hall, ArabicHall),
                ("/calendar.ics", Trust, ArabicTrust), ("/calendar.ics", Speaker, ArabicSpeaker), ("/feed.atom", Hall, ArabicHall),
                ("/subscribe", Hall, ArabicHall), ("/subscribe", Trust, ArabicTrust), ("/embed/venues/zebrahouse", Hall, ArabicHall),
                ("/embed/screenings", Hall, ArabicHall), ("/api/v1/screenings", Hall, ArabicHall),
                ("/api/v1/screenings", Trust, ArabicTrust), ("/api/v1/screenings", Speaker, ArabicSpeaker),
                ("/api/v1/venues/zebrahouse", Hall, ArabicHall), ("/api/v1/organisations/oxbowtrust", Trust, ArabicTrust),
                ("/api/v1/people/quillmaker", Speaker, ArabicSpeaker), ("/api/v1/films", Speaker, ArabicSpeaker),
                ("/api/v1/series", Trust, ArabicTrust),
            })
            {
                var (inArabic, inEnglish) = (await BodyAsync(app, "/ar" + (path == "/" ? "" : path)), await BodyAsync(app, path));
                Assert.Equal((path, true, false), (path, Has(inArabic, arabic), Has(inArabic, written)));
                Assert.Equal((path, false, true), (path, Has(inEnglish, arabic), Has(inEnglish, written)));
            }
            await app.Programme.AddScreening(at: "Another"); // so that the pages are made afresh
        }

        static bool Has(string body, string name) => body.Contains(name, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_person_leads_with_the_name_of_the_page_and_the_other_name_stands_beneath(Database database)
    {
        await using var app = await AppAsync(database);
        var (arabic, english) =
            (await app.AsVisitor().GetAsync("/ar/people/quillmaker"), await app.AsVisitor().GetAsync("/people/quillmaker"));
        Assert.Equal((ArabicSpeaker, Speaker), (arabic.Text("h1"), arabic.Text(".original-title")));
        Assert.Equal((Speaker, 0), (english.Text("h1"), english.Html.QuerySelectorAll(".original-title").Length));
        var list = await app.AsVisitor().GetAsync("/ar/people");
        Assert.Equal((ArabicSpeaker, Speaker), (list.Text(".directory .title"), list.Text(".directory .aside")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_told_of_them_comes_in_the_language_of_the_page_or_says_its_own(Database database)
    {
        await using var app = await AppAsync(database);
        (string Path, string Selector, string Written, string Arabic)[] texts =
        [
            ("/venues/zebrahouse", "section[aria-labelledby=way] .prose", "Behind the square.", "خلف الساحة."),
            ("/venues/zebrahouse", "section[aria-labelledby=access] bdi", "Two steps.", "درجتان."),
            ("/venues/zebrahouse", "section[aria-labelledby=expect] p bdi", "Bring a coat.", "التدفئة ضعيفة."),
            (Screening, "section[aria-labelledby=place] .prose", "Behind the square.", "خلف الساحة."),
            (Screening, "section[aria-labelledby=expect] p bdi", "Bring a coat.", "التدفئة ضعيفة."),
            (Screening, ".speaker-line bdi", "Makes films.", "يصنع الأفلام."),
            ("/people/quillmaker", ".prose", "Makes films.", "يصنع الأفلام."),
            ("/organisations/oxbowtrust", ".prose", "A trust.", "منظمة خيرية."),
        ];
        foreach (var (path, selector, written, _) in texts)
        {
            var text = (await app.AsVisitor().GetAsync("/ar" + path)).Html.QuerySelector(selector)!;
            Assert.Equal((path, written, "en", "ltr", true), (path, text.Words(), text.GetAttribute("lang"), text.GetAttribute("dir"),
                text.PreviousElementSibling!.ClassList.Contains("fallback-note")));
        }
        await WordAllAsync(app);
        foreach (var (path, selector, written, arabic) in texts)
        {
            var text = (await app.AsVisitor().GetAsync("/ar" + path)).Html.QuerySelector(selector)!;
            Assert.Equal((path, arabic, null), (path, text.Words(), text.GetAttribute("lang")));
            Assert.Equal((path, written), (path, (await app.AsVisitor().GetAsync(path)).Text(selector)));
        }
        Assert.Contains("الحارس", (await app.AsVisitor().GetAsync("/ar" + Screening)).Text("section[aria-labelledby=expect]"),
            StringComparison.Ordinal);
        var api = await BodyAsync(app, "/ar/api/v1/venues/zebrahouse");
        Assert.All(["خلف **الساحة**.", "درجتان.", "التدفئة ضعيفة.", "الحارس", "\"textLanguage\":\"ar\""],
            text => Assert.Contains(text, api, StringComparison.Ordinal));
    }

    static Task WordAllAsync(ScreeningsApp app) => app.InDbAsync(async db =>
    {
        var venue = await db.Venues.Include(v => v.Translations).SingleAsync();
        venue.SetTranslations([new VenueTranslation
        {
            Language = "ar",
            Directions = "خلف **الساحة**.",
            AccessNotes = "درجتان.",
            AskFor = "الحارس",
            ExpectationNotes = "التدفئة ضعيفة.",
        }]);
        (await db.People.Include(p => p.Translations).SingleAsync())
            .SetTranslations([new PersonTranslation { Language = "ar", About = "يصنع الأفلام." }]);
        (await db.Organisations.Include(o => o.Translations).SingleAsync())
            .SetTranslations([new OrganisationTranslation { Language = "ar", About = "منظمة خيرية." }]);
        await db.SaveChangesAsync();
    });

    [Theory, OnEachDatabase]
    public async Task A_list_is_in_the_order_of_the_names_that_it_shows(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var (name, arabic) in new[] { ("Alpha", "ياسمين"), ("Beta", "بيت الفن"), ("Gamma", "الأندلس") })
        {
            await app.Programme.AddVenue(name, and: v => v.SetTranslations([new VenueTranslation { Language = "ar", Name = arabic }]));
            await app.Programme.AddPerson(name, p => p.SetTranslations([new PersonTranslation { Language = "ar", Name = arabic }]));
        }
        foreach (var list in new[] { "/venues", "/people" })
        {
            var (arabic, english) = (await app.AsVisitor().GetAsync("/ar" + list), await app.AsVisitor().GetAsync(list));
            Assert.Equal(["Alpha", "Beta", "Gamma"], english.Texts(".directory .title"));
            Assert.Equal(["الأندلس", "بيت الفن", "ياسمين"], arabic.Texts(".directory .title"));
            var letter = await app.AsVisitor().GetAsync($"/ar{list}?letter={Uri.EscapeDataString("ب")}");
            Assert.Equal("بيت الفن", letter.Text(".directory .title"));
            var found = await app.AsVisitor().GetAsync($"{list}?q={Uri.EscapeDataString("بيت الفن")}");
            Assert.Equal("Beta", found.Text(".directory .title"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_screening_is_found_by_every_name_of_its_venue_speakers_and_organisations(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddScreening("Another Sky", at: "Another");
        foreach (var query in new[] { "الزهراء", "زهراء", "نيربية", "العفو", "zebrahouse", "الزهرا ء" })
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?q={Uri.EscapeDataString(query)}");
            Assert.Equal((query, "Return to Homs"), (query, string.Join(", ", page.Texts("section[aria-labelledby=list] .title bdi"))));
        }
        var slip = await app.AsVisitor().GetAsync($"/ar/screenings?q={Uri.EscapeDataString("نيربيه الزهارء")}");
        Assert.Single(slip.Texts("section[aria-labelledby=list] .title bdi"));
        var named = await app.AsVisitor().GetAsync($"/ar/screenings?q={Uri.EscapeDataString("الزهراء")}");
        Assert.Equal(ArabicHall, named.Text(".found-by-name a[href='/ar/venues/zebrahouse']"));

        await app.InDbAsync(async db =>
        {
            (await db.Venues.Include(v => v.Translations).SingleAsync(v => v.Name == Hall)).SetTranslations([]);
            await db.SaveChangesAsync();
        });
        Assert.Empty((await app.AsVisitor().GetAsync($"/screenings?q={Uri.EscapeDataString("الزهراء")}"))
            .Texts("section[aria-labelledby=list] .title bdi"));
    }

    [Theory, OnEachDatabase]
    public async Task Names_cost_no_statement_however_many_there_are(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddScreening("Another of the tour", "2026-07-05 20:00", at: "Another", series: "UK tour"); // a related film
        string[] pages = ["/screenings", "/films", "/venues", "/people", "/series", "/films/return-to-homs", Screening, "/series/uk-tour",
            "/venues/zebrahouse", "/organisations/oxbowtrust", "/people/quillmaker", "/calendar.ics", "/api/v1/venues", "/subscribe"];
        var one = await Count();
        for (var i = 0; i < 3; i++)
        {
            await app.Programme.AddVenue($"Hall {i}", and: v => v.SetTranslations([new VenueTranslation { Language = "ar",
                Name = $"قاعة {i}" }, new VenueTranslation { Language = "fr", Name = "F" }]));
            await app.Programme.AddPerson($"Person {i}", p =>
                p.SetTranslations([new PersonTranslation { Language = "ar", Name = $"شخص {i}" }]));
            await app.Programme.AddScreening($"Film {i}", $"2026-07-0{i + 1} 20:00", at: $"Hall {i}", series: "UK tour");
        }
        Assert.Equal(one, await Count());

        async Task<List<string>> Count()
        {
            var counts = new List<string>();
            foreach (var page in pages.SelectMany(p => new[] { p, "/ar" + p }))
            {
                app.Statements.Reset();
                Assert.Equal((page, 200), (page, (await app.AsVisitor().GetAsync(page)).Status));
                counts.Add($"{page}: {app.Statements.Statements.Count}");
            }
            return counts;
        }
    }
}
