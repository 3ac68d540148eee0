using HomsScreenings.Model;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Tests.Catalogues;

/// <summary>The list of films, over HTTP.</summary>
public sealed class FilmListTests
{
    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        var derki = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddFilm("Return to Homs", and: f =>
        {
            (f.OriginalTitle, f.OriginalTitleLanguage, f.ReleaseYear) = ("العودة إلى حمص", "ar", 2013);
            (f.Languages, f.Countries) = (["ar"], ["SY", "DE"]);
            f.SetCredits([new Credit { Role = CreditRoles.Director, PersonId = derki }]);
        });
        await app.Programme.AddFilm("The Cave", and: f => (f.ReleaseYear, f.Languages, f.Countries) = (2019, ["ar", "en"], ["DK"]));
        await app.Programme.AddFilm("Amélie", and: f => (f.Kind, f.ReleaseYear, f.Languages) = (FilmKind.Fiction, 2001, ["fr"]));
        await app.Programme.AddFilm("Bread Line", and: f => (f.Kind, f.Languages) = (FilmKind.Fiction, ["zh-Hant"]));
        await app.Programme.AddScreening("The Cave", "2026-07-01 20:00");
        await app.Programme.AddScreening("Return to Homs", "2026-07-02 20:00");
        await app.Programme.AddScreening("Return to Homs", "2014-07-02 20:00");
        await app.Programme.AddScreening("Amélie", "2026-06-20 20:00", published: false);
        return app;
    }

    static async Task<string> TitlesAsync(ScreeningsApp app, string path) =>
        string.Join(", ", (await app.AsVisitor().GetAsync(path)).Texts(".wall .title"));

    [Theory, OnEachDatabase]
    public async Task What_is_shown_next_comes_first_and_the_others_by_title_without_their_articles(Database database)
    {
        await using var app = await AppAsync(database);
        Assert.Equal("The Cave, Return to Homs, Amélie, Bread Line", await TitlesAsync(app, "/films"));
        Assert.Equal("The Cave, العودة إلى حمص, Amélie, Bread Line", await TitlesAsync(app, "/ar/films"));
        var page = await app.AsVisitor().GetAsync("/films");
        Assert.Equal("4 films", page.Text(".count"));
        Assert.Equal(["Next: Wednesday 1 July", "Next: Thursday 2 July", "No date announced", "No date announced"], page.Texts(".next"));
        Assert.Equal(["Showing now (2)", "Documentary (2)", "Fiction (2)"], page.Texts(".shortcuts a"));
    }

    [Theory, OnEachDatabase]
    public async Task Filters_narrow_it_and_say_how_many_there_would_be(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var (query, titles) in new[]
        {
            ("kind=documentary", "The Cave, Return to Homs"),
            ("kind=fiction&kind=documentary", "The Cave, Return to Homs, Amélie, Bread Line"),
            ("language=ar", "The Cave, Return to Homs"), ("language=zh", "Bread Line"), ("country=de", "Return to Homs"),
            ("year=2013", "Return to Homs"), ("year=2010s", "The Cave, Return to Homs"), ("year=٢٠١٣", "Return to Homs"),
            ("showing=true", "The Cave, Return to Homs"), ("showing=true&country=DE", "Return to Homs"), ("letter=c", "The Cave"),
            ("q=derki", "Return to Homs"), ("q=حمص", "Return to Homs"), ("q=العوده الى حمص", "Return to Homs"),
            ("q=retrun", "Return to Homs"),
            ("q=amelie", "Amélie"), ("q=fiction", "Amélie, Bread Line"), ("q=2013", "Return to Homs"), ("q=zzzz", ""),
        })
            Assert.Equal((query, titles), (query, await TitlesAsync(app, $"/films?{query}")));
        var page = await app.AsVisitor().GetAsync("/films?kind=documentary&language=ar");
        Assert.Equal(["Showing now (2)", "Documentary"], page.Texts(".shortcuts a"));
        Assert.Equal("/films?language=ar", page.Html.QuerySelector(".shortcuts a[aria-current]")!.GetAttribute("href"));
        Assert.Equal(["All", "Arabic (2)", "English (1)"], page.Texts("select[name=language] option"));
        Assert.Equal(["All", "2019 (1)", "2013 (1)"], page.Texts("select[name=year] option"));
        Assert.Equal("Documentary, Arabic: Films · Homs Screenings", page.Html.Title);
        Assert.Equal("documentary", page.Html.QuerySelector("main form input[name=kind]")!.GetAttribute("value"));
    }

    [Theory, OnEachDatabase]
    public async Task An_empty_list_has_ways_out_and_a_search_says_which_words_it_took(Database database)
    {
        await using var app = await AppAsync(database);
        var page = await app.AsVisitor().GetAsync("/films?kind=fiction&q=homs");
        Assert.Equal((200, "0 films"), (page.Status, page.Text(".count")));
        Assert.Equal(["Remove ‘homs’ (2)", "Remove Fiction (1)", "Show all"], page.Texts(".loosened a"));
        Assert.Equal("Showing results for ‘Return’.", (await app.AsVisitor().GetAsync("/films?q=retrun")).Text(".taken"));
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_value_is_a_sentence_with_a_way_out(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var (path, sentence) in new[]
        {
            ("/films?kind=musical",
                "'musical' is not a value of 'kind'; there are documentary, fiction, animation, experimental, short, other."),
            ("/films?country=Syria", "'Syria' is not a country code of two letters, such as GB."),
            ("/films?language=?", "'?' is not a language tag, such as 'ar' or 'en'."),
            ("/films?year=soon", "'soon' is not a year such as 2014, or a decade such as 2010s."),
            ("/films?year=2013s", "'2013s' is not a year such as 2014, or a decade such as 2010s."),
            ("/films?showing=1", "'showing' is true or false."),
            ("/films?letter=ab", "'ab' is not a first letter, such as A; '0-9' is for figures, and 'other' for all else."),
            ("/films?q=a&q=b", "'q' can have only one value."), ("/films?q=?", "The search has no letter or digit in it."),
            ("/people?role=king", "'king' is not a value of 'role'; there are "),
            ("/venues?access=lift", "'lift' is not a value of 'access'; there are step-free, hearing-loop, toilet, wheelchair."),
            ("/venues?view=month", "This list has two views: list and map."),
            ("/films?colour=red", "There is no filter 'colour'."), ("/people?view=map", "There is no filter 'view'."),
        })
        {
            var wrong = await app.AsVisitor().GetAsync(path);
            Assert.Equal((path, 400), (path, wrong.Status));
            Assert.StartsWith(sentence, wrong.Text(".problems"), StringComparison.Ordinal);
            Assert.Contains("/films", wrong.Html.QuerySelectorAll("main p a").Select(a => a.GetAttribute("href")));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_save_and_the_clock_change_it_at_once(Database database)
    {
        await using var app = await AppAsync(database);
        Assert.Equal("The Cave, Return to Homs, Amélie, Bread Line", await TitlesAsync(app, "/films"));
        var coming = await app.Programme.AddScreening("Bread Line", "2026-06-30 20:00");
        Assert.Equal("Bread Line, The Cave, Return to Homs, Amélie", await TitlesAsync(app, "/films"));
        await app.Programme.Change(coming, s => s.Cancel(null));
        Assert.Equal("The Cave, Return to Homs", await TitlesAsync(app, "/films?showing=true"));
        await app.InDbAsync(async db =>
        {
            db.Films.Single(f => f.Title == "The Cave").Title = "The Cavern";
            db.People.Single().Name = "Talal D.";
            await db.SaveChangesAsync();
        });
        Assert.Equal("The Cavern", await TitlesAsync(app, "/films?q=cavern"));
        Assert.Equal("", await TitlesAsync(app, "/films?q=derki"));
        app.Clock.Now = Instant.FromUtc(2026, 7, 2, 12, 0);
        Assert.Equal("Return to Homs", await TitlesAsync(app, "/films?showing=true"));
    }

    [Theory, OnEachDatabase]
    public async Task A_long_list_has_an_alphabet_and_pages_that_keep_the_filter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.InDbAsync(async db =>
        {
            for (var i = 0; i < 60; i++)
                db.Films.Add(
                    new Film { Slug = $"film-{i}", Title = $"{(i < 50 ? "The Border" : "Window")} {i:00}", Kind = FilmKind.Short });
            db.Films.Add(new Film
            {
                Slug = "arabic",
                Title = "Sky",
                OriginalTitle = "السماء",
                OriginalTitleLanguage = "ar",
                Kind = FilmKind.Short,
            });
            foreach (var film in db.Films.Local) film.Publish();
            await db.SaveChangesAsync();
        });
        var page = await app.AsVisitor().GetAsync("/films");
        Assert.Equal(["B", "S", "W"], page.Texts(".letters a"));
        Assert.Equal("س", (await app.AsVisitor().GetAsync("/ar/films")).Text(".letters a"));
        page = await app.AsVisitor().GetAsync("/films?letter=B&kind=short");
        Assert.Equal(("50 films", 48), (page.Text(".count"), page.Texts(".wall .title").Count));
        Assert.Equal("/films?kind=short&letter=B&page=2", page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        page = await app.AsVisitor().GetAsync("/films?kind=short&letter=B&page=2");
        Assert.Equal(["The Border 48", "The Border 49"], page.Texts(".wall .title"));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/films?kind=short&letter=B&page=3")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task No_list_costs_more_statements_with_more_rows_and_none_but_its_cards_between_saves(Database database)
    {
        await using var app = await AppAsync(database);
        var derki = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddScreening("The Cave", "2026-08-01 20:00", and: s => s.SetSpeakers([new Speaker { PersonId = derki }]));
        Assert.Equal([8, 6, 5, 3], await CostsAsync());
        await app.Programme.AddScreening("Second", "2026-08-02", at: "Second");
        await app.Programme.AddScreening("Third", "2026-08-03", at: "Third", and: s => s.SetSpeakers([new Speaker { PersonId = derki }]));
        Assert.Equal([8, 6, 5, 3], await CostsAsync());
        foreach (var path in new[] { "/films", "/people", "/venues" }) await app.AsVisitor().GetAsync(path);
        app.Statements.Reset();
        foreach (var path in new[] { "/films?kind=fiction", "/people?role=director", "/venues?country=GB", "/films?q=homs" })
            await app.AsVisitor().GetAsync(path);
        Assert.Equal(4, app.Statements.Statements.Count);

        async Task<IReadOnlyList<int>> CostsAsync()
        {
            await app.InDbAsync(async db =>
            {
                foreach (var film in db.Films) film.Format = $"{film.Format}.";
                foreach (var venue in db.Venues) venue.Website = $"{venue.Website}x";
                await db.SaveChangesAsync();
            });
            var costs = new List<int>();
            foreach (var path in new[] { "/films", "/people", "/venues", "/venues?view=map" }) costs.Add(await app.StatementsOfAsync(path));
            return costs;
        }
    }
}
