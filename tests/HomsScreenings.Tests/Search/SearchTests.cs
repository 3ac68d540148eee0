using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Search;

public sealed class SearchTests
{
    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        var director = await app.Programme.AddPerson("Talal Derki", p => (p.OriginalName, p.OriginalNameLanguage) = ("طلال ديركي", "ar"));
        await app.Programme.AddFilm("Return to Homs", 94, f =>
        {
            (f.OriginalTitle, f.OriginalTitleLanguage, f.Synopsis) = ("العودة إلى حمص",
                "ar", "A goalkeeper becomes a singer of the uprising.");
            f.Credits.Add(new Credit { PersonId = director, Role = CreditRoles.Director });
        });
        await app.Programme.AddVenue("Café Müller", "Portland", "US", "America/Los_Angeles", v => (v.Area, v.Region) = ("Pearl", "Oregon"));
        await app.Programme.AddVenue("Filmhaus", "Köln", "DE", "Europe/Berlin");
        await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30",
            "Café Müller", series: "UK tour", organisation: "Homs Campaign");
        await app.Programme.AddScreening("Another Sky", "2026-07-04 20:30", "Filmhaus");
        return app;
    }

    static async Task<string> FoundAsync(ScreeningsApp app, string query)
    {
        var page = await app.AsVisitor().GetAsync($"/screenings?q={Uri.EscapeDataString(query)}");
        Assert.Equal(200, page.Status);
        return string.Join(", ", page.Texts("section[aria-labelledby=list] .title bdi"));
    }

    [Theory, OnEachDatabase]
    public async Task Every_text_of_a_screening_finds_it_and_no_other(Database database)
    {
        await using var app = await AppAsync(database);
        string[] homs = ["homs", "حمص", "العودة الى حمص", "عوده",
            "الْعَوْدَة", "العـــودة", "الحمص", "derki", "ديركى", "GOALKEEPER", "cafe muller", "CAFÉ", "portland", "pearl", "oregon",
            "united states", "uk tour", "campaign", "ret hom port", "Hom's"];
        foreach (var query in homs) Assert.Equal((query, "Return to Homs"), (query, await FoundAsync(app, query)));
        foreach (var query in new[] { "koln", "filmhaus", "germany", "another sky" })
            Assert.Equal((query, "Another Sky"), (query, await FoundAsync(app, query)));
        foreach (var query in new[] { "homs filmhaus", "oms", "xyzzy" }) Assert.Equal((query, ""), (query, await FoundAsync(app, query)));
    }

    [Theory, OnEachDatabase]
    public async Task A_slip_of_the_finger_still_finds_and_says_what_it_took(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var query in new[] { "Portlnd", "Protland", "Portlannd", "Portlamd" })
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?q={query}");
            Assert.Equal((query, "Return to Homs"), (query, string.Join(", ", page.Texts(".title bdi"))));
            Assert.Equal("Showing results for ‘Portland’.", page.Text(".taken"));
        }
        Assert.Empty((await app.AsVisitor().GetAsync("/screenings?q=Portland")).Texts(".taken"));
        Assert.Equal("", await FoundAsync(app, "Prtlnd")); // two slips in a short word are another word
        Assert.Equal("Return to Homs", await FoundAsync(app, "goalkepeer")); // in a long one they are not
    }

    [Theory, OnEachDatabase]
    public async Task Whatever_is_typed_is_words_and_commands_nothing(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var query in new[] { "\" homs", "homs*", "homs -- '",
            "(homs", "homs)", "homs & | !", "homs:*", "\\homs\\", "^homs", "homs\u0001\u0007", "homs\u0000", "homs 🎬", "rowid:homs" })
            Assert.True(query.StartsWith("rowid", StringComparison.Ordinal) == (await FoundAsync(app, query)).Length is 0, query);
        foreach (var query in new[] { "homs OR filmhaus", "NEAR(homs filmhaus)",
            "homs AND filmhaus", "NOT homs", "homs' OR '1'='1", "😀 and or not near" })
            Assert.Equal((query, ""), (query, await FoundAsync(app, query)));
        var endless = await app.AsVisitor().GetAsync($"/screenings?q={new string('a', 10_000)}");
        Assert.Equal(400, endless.Status);
        Assert.Equal(["A search has at most 200 characters."], endless.Texts("main li"));
        Assert.Equal("", await FoundAsync(app, new string('a', 200)));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/screenings?q=homs&page=9999")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task No_suggestion_tells_of_a_draft_or_of_what_was_taken_out(Database database)
    {
        await using var app = await AppAsync(database);
        var secret = await app.Programme.AddPerson("Jane Zyxwellborough");
        var draft = await app.Programme.AddScreening("Quixotlan", "2026-08-01 20:00", "Filmhaus", published: false,
            and: s => s.SetSpeakers([new Speaker { PersonId = secret }]));
        Assert.Equal(("", ""), (await SuggestedAsync("quixotlam"), await SuggestedAsync("zyxwelborough")));
        await app.Programme.Change(draft, s => s.Publish(app.Clock.Now));
        Assert.Equal(("Quixotlan", "Zyxwellborough"), (await SuggestedAsync("quixotlam"), await SuggestedAsync("zyxwelborough")));
        await app.InDbAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == secret)).Name = "Jane Roe";
            await db.SaveChangesAsync();
        });
        Assert.Equal(("Quixotlan", ""), (await SuggestedAsync("quixotlam"), await SuggestedAsync("zyxwelborough")));
        await app.InDbAsync(async db =>
        {
            db.Screenings.Remove(await db.Screenings.Include(s => s.Films).Include(s => s.Speakers).SingleAsync(s => s.Id == draft.Id));
            await db.SaveChangesAsync();
        });
        Assert.Equal("", await SuggestedAsync("quixotlam"));
        Assert.Equal("Portland", await SuggestedAsync("portlamd"));
        Assert.Equal(0, await app.InDbAsync(db => db.KnownWords.CountAsync(w => w.Word == "quixotlan" || w.Word == "zyxwellborough")));

        async Task<string> SuggestedAsync(string query) => (await app.AsVisitor().GetAsync($"/screenings?q={query}"))
            .Text(".taken")?.Replace("Showing results for ‘", "", StringComparison.Ordinal).TrimEnd('.', '’') ?? "";
    }

    [Theory, OnEachDatabase]
    public async Task A_title_is_found_however_its_signs_are_written_and_by_any_part_where_nothing_parts_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        (string Title, string[] Queries)[] films =
        [
            ("8½", ["8½", "8 ½", "8 1/2"]), ("Romeo & Juliet", ["romeo and juliet", "romeo & juliet", "romeo juliet"]),
            ("Spider-Man", ["spiderman", "spider man", "spider-man"]), ("Daredevil", ["dare devil", "dare-devil"]),
            ("3:10 to Yuma", ["310 to yuma", "3:10 to yuma"]), ("٢٠٤٦", ["2046", "٢٠٤٦", "۲۰۴۶"]),
            ("花样年华", ["花样年华", "年华", "样年", "华"]), ("となりのトトロ", ["トトロ", "ﾄﾄﾛ", "なりのト"]), ("기생충", ["기생충", "생충"]),
            ("ลุงบุญมีระลึกชาติ", ["บุญมี", "ระลึกชาติ"]),
        ];
        foreach (var (title, _) in films) await app.Programme.AddScreening(title, "2026-06-27 20:30", "ICA");
        foreach (var (title, queries) in films)
            foreach (var query in queries) Assert.Equal((query, title), (query, await FoundAsync(app, query)));
        foreach (var query in new[] { "华年", "年花", "トナ", "충생" }) Assert.Equal((query, ""), (query, await FoundAsync(app, query)));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_changed_or_deleted_is_found_accordingly_at_once_and_no_version_rises(Database database)
    {
        await using var app = await AppAsync(database);
        var before = await VersionsAsync();
        await app.InDbAsync(async db =>
        {
            (await db.People.SingleAsync()).Name = "Somebody Else";
            (await db.Venues.SingleAsync(v => v.Name == "Café Müller")).City = "Salem";
            await db.SaveChangesAsync();
        });
        Assert.Equal(before, await VersionsAsync());
        Assert.Equal("", await FoundAsync(app, "talal"));
        Assert.Equal("Return to Homs", await FoundAsync(app, "somebody"));
        Assert.Equal("Return to Homs", await FoundAsync(app, "salem"));
        Assert.Equal("", await FoundAsync(app, "portland"));
        Assert.Equal(
            ["Salem"], await app.InDbAsync(db => db.Screenings.Where(s => s.TownCountry == "US").Select(s => s.Town).ToListAsync()));

        await app.InDbAsync(async db =>
        {
            db.Screenings.Remove(await db.Screenings.Include(s => s.Films).SingleAsync(s => s.TownCountry == "US"));
            await db.SaveChangesAsync();
        });
        Assert.Equal("", await FoundAsync(app, "somebody"));
        Assert.Single(await app.InDbAsync(db => db.Indexed.ToListAsync()));

        Task<string> VersionsAsync() =>
            app.InDbAsync(async db => string.Join(' ', await db.Screenings.OrderBy(s => s.Id).Select(s => s.Version).ToListAsync())
                + $" {await db.Audit.CountAsync(a => a.Kind == nameof(Screening))}");
    }

    [Theory, OnEachDatabase]
    public async Task Films_people_venues_and_series_are_found_by_name_with_screenings_or_without(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddFilm("Of Fathers and Sons");
        await app.Programme.AddSeries("Hidden tour", published: false);
        Assert.Equal([("/films/of-fathers-and-sons", "Of Fathers and Sons")], await ByNameAsync("fathers"));
        Assert.Equal([("/people/talal-derki", "Talal Derki")], await ByNameAsync("derki talal"));
        Assert.Equal([("/venues/cafe-muller", "Café Müller")], await ByNameAsync("Portlnd"));
        Assert.Equal([("/series/uk-tour", "UK tour")], await ByNameAsync("tour"));
        for (var i = 1; i <= 5; i++) await app.Programme.AddFilm($"Fathers {i}");
        Assert.Equal(3, (await ByNameAsync("fathers")).Count);

        async Task<List<(string?, string)>> ByNameAsync(string query) => [.. (await app.AsVisitor().GetAsync($"/screenings?q={query}"))
            .Html.QuerySelectorAll(".found-by-name a").Select(a => (a.GetAttribute("href"), a.TextContent.Trim()))];
    }

    [Theory, OnEachDatabase]
    public async Task What_is_written_is_found_by_title_author_and_tags_in_both_languages_with_a_slip_and_all_of_it_by_its_words(
        Database database)
    {
        await using var app = await AppAsync(database);
        var author = await app.Programme.AddPerson("Samar Yazbek", and: p =>
            p.SetTranslations([new PersonTranslation { Language = "ar", Name = "سمر يزبك" }]));
        await app.Programme.AddEntry("A city sings", and: e =>
        {
            (e.AuthorId, e.Body) = (author, "It begins with a chorus.");
            e.SetTags(["Exile"]);
            e.SetTranslations([new JournalEntryTranslation { Language = "ar", Title = "مدينة تغنّي" }]);
        });
        await app.Programme.AddEntry("A chorus", published: false);
        const string entry = "/journal/a-city-sings A city sings";
        foreach (var query in new[] { "city sings", "sinsg", "yazbek", "يزبك", "مدينه", "exile" })
            Assert.Equal((query, entry, $"/journal?q={Uri.EscapeDataString(query)} 1 entry in the journal"),
                (query, await FoundAsync("", query, 0), await FoundAsync("", query, 1)));
        Assert.Equal("/ar/journal/a-city-sings مدينة تغنّي", await FoundAsync("/ar", "yazbek", 0));
        Assert.Equal(("/journal?q=chorus 1 entry in the journal", null),
            (await FoundAsync("", "chorus", 0), await FoundAsync("", "chorus", 1)));
        Assert.Null(await FoundAsync("", "nothing", 0));

        async Task<string?> FoundAsync(string language, string query, int at) =>
            (await app.AsVisitor().GetAsync($"{language}/screenings?q={Uri.EscapeDataString(query)}")).Html
                .QuerySelectorAll(".found-by-name a:is([href^='/journal'], [href^='/ar/journal'])").Skip(at)
                .Select(a => $"{a.GetAttribute("href")} {a.TextContent.Trim()}").FirstOrDefault();
    }

    [Theory, OnEachDatabase]
    public async Task A_database_from_before_the_index_is_indexed_at_the_start(Database database)
    {
        await using var old = await FreshDatabase.CreateAsync(database);
        await using (var app = await ScreeningsApp.StartAsync(old))
        {
            await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30");
            await app.InDbAsync(db => db.Indexed.ExecuteDeleteAsync());
            await app.InDbAsync(
                db => db.Screenings.ExecuteUpdateAsync(s => s.SetProperty(x => x.TownKey, "").SetProperty(x => x.ProgrammeOrder, 0)));
            Assert.Equal("", await FoundAsync(app, "homs"));
        }
        await using var again = await ScreeningsApp.StartAsync(old);
        Assert.Equal("Return to Homs", await FoundAsync(again, "homs"));
        Assert.Single((await again.AsVisitor().GetAsync("/screenings?city=london")).Texts(".title bdi"));
    }

    [Theory, OnEachDatabase]
    public async Task An_empty_list_says_what_there_would_be_without_each_filter(Database database)
    {
        await using var app = await AppAsync(database);
        var page = await app.AsVisitor().GetAsync("/screenings?q=homs&city=K%C3%B6ln&free=true");
        Assert.Equal([], page.Texts(".loosened li"));
        page = await app.AsVisitor().GetAsync("/screenings?q=homs&city=K%C3%B6ln");
        Assert.Equal(["Remove ‘homs’: 1 screening", "Remove Köln: 1 screening"], page.Texts(".loosened li"));
        Assert.Equal(["/screenings?city=K%C3%B6ln", "/screenings?q=homs"],
            page.Html.QuerySelectorAll(".loosened a").Select(a => a.GetAttribute("href")));
        var (empty, statements) = ("/screenings?q=homs&city=K%C3%B6ln&to=2026-06-30&film=another-sky", 4);
        Assert.Equal(statements, await app.StatementsOfAsync(empty));
        await app.Programme.AddScreening("Return to Homs", "2026-06-28 20:30", "Café Müller");
        await app.Programme.AddScreening("Return to Homs", "2026-06-29 20:30", "Café Müller");
        Assert.Equal(statements, await app.StatementsOfAsync(empty));
    }

    [Theory, OnEachDatabase]
    public async Task A_search_costs_the_same_statements_with_one_row_and_with_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        foreach (var expected in new[] { 7, 6 })
        {
            // Vocabulary, by name, what was saved, and the rows with films and speakers; who has the word is known the second time.
            Assert.Equal(expected, await app.StatementsOfAsync("/screenings?q=homs"));
            Assert.Equal(4, await app.StatementsOfAsync("/screenings?near=London&within=50"));
            await app.Programme.AddScreening(when: "2026-07-01");
            await app.Programme.AddScreening(when: "2026-07-02");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Near_a_town_says_how_far_and_whose_names_these_are(Database database)
    {
        await using var app = await AppAsync(database);
        await app.Programme.AddVenue("Exact", "Portland", "US", "America/Los_Angeles", v => (v.Latitude, v.Longitude) = (45.62, -122.68));
        await app.Programme.AddScreening("Return to Homs", "2026-06-28 20:30", "Exact");
        var page = await app.AsVisitor().GetAsync("/screenings?near=portland,us&within=50");
        Assert.Equal(["Less than a kilometre away", "11 km away"], page.Texts(".distance"));
        Assert.Equal(["Within 50 km of Portland, United States"], page.Texts(".chips bdi"));
        Assert.Equal("Place names: GeoNames, CC BY 4.0.", page.Text(".attribution"));
        Assert.Equal(["Exact"], (await app.AsVisitor().GetAsync("/screenings?near=45.7,-122.68&within=10")).Texts(".venue"));
        Assert.Empty((await app.AsVisitor().GetAsync("/screenings")).Texts(".distance, .attribution"));
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/screenings?near=Nowhereville")).Status);
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/screenings?near=91,0")).Status);
    }
}
