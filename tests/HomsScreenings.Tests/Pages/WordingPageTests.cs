using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Tests.Pages.Organise;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages;

/// <summary>What a reader of another language is shown, and what is said where something is missing in it.</summary>
public sealed class WordingPageTests
{
    const string Awda = "العودة إلى حمص", Title = "Return to Homs";

    static readonly string InEnglish = string.Format(null, Language.WithPrefix("ar")!.Translate("In {0}"), NameIn("ar", "en"));

    // As the site itself would put it, in whatever words the language has for it.
    static string NameIn(string spoken, string tag)
    {
        var before = Language.Current;
        Language.All.Single(l => l.Tag == spoken).Speak();
        try { return Texts.Word(LanguageTags.Name(tag)); }
        finally { before.Speak(); }
    }

    static Task<int> AddHoms(ScreeningsApp app) => app.Programme.AddFilm(Title, and: f =>
    {
        (f.OriginalTitle, f.OriginalTitleLanguage) = (Awda, "ar");
        (f.Synopsis, f.ContentNotes, f.Notes) = ("Filmed in **Homs**.", "Shows war.", "Made by hand.");
        f.SetTranslations([new FilmTranslation { Language = "ar", Notes = "صُنع **باليد**." }]);
    });

    [Theory, OnEachDatabase]
    public async Task An_Arabic_page_leads_with_the_Arabic_title_and_an_English_page_with_the_English_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddHoms(app);
        await app.Programme.AddScreening(series: "UK tour");
        // Twice in turn: what was compiled for one language must serve the other.
        foreach (var _ in new[] { 1, 2 })
        {
            foreach (var (page, heading, beneath) in new[]
            {
                ("/films/return-to-homs", "h1", ".bill .original-title"), ("/films", ".catalogue .title", ".catalogue .original-title"),
                ("/screenings", ".screening .title a > bdi", ".screening .original-title"),
                ("/screenings/return-to-homs-ica", "h1", ".bill .original-title"),
                ("/", ".focus .plain a", ".focus .original-title"),
            })
            {
                var (arabic, english) = (await app.AsVisitor().GetAsync("/ar" + (page == "/" ? "" : page)),
                    await app.AsVisitor().GetAsync(page));
                Assert.Equal(
                    (200, Awda, Title, "en"), (arabic.Status, arabic.Text(heading), arabic.Text(beneath), LangOf(arabic, beneath)));
                Assert.Equal(
                    (200, Title, Awda, "ar"), (english.Status, english.Text(heading), english.Text(beneath), LangOf(english, beneath)));
            }
            await app.Programme.AddScreening(at: "Another"); // so that the pages are made afresh
        }

        static string? LangOf(Answer page, string selector)
        {
            var element = page.Html.QuerySelector(selector)!;
            return (element.HasAttribute("lang") ? element : element.QuerySelector("[lang]")!).GetAttribute("lang");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_worded_is_shown_as_written_with_its_language_said(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddHoms(app);
        var arabic = await app.AsVisitor().GetAsync("/ar/films/return-to-homs");
        var synopsis = arabic.Html.QuerySelector(".bill .prose")!;
        Assert.Equal(("en", "ltr", "Filmed in Homs."), (synopsis.GetAttribute("lang"), synopsis.GetAttribute("dir"), synopsis.Words()));
        Assert.Equal([InEnglish, InEnglish], arabic.Texts(".fallback-note")); // the synopsis and the content notes
        Assert.Equal(("en", "ltr", "Shows war."),
            (Content(arabic).GetAttribute("lang"), Content(arabic).GetAttribute("dir"), Content(arabic).Words()));
        var notes = arabic.Html.QuerySelector("section[aria-labelledby=notes] .prose")!;
        Assert.Equal((null, "صُنع باليد."), (notes.GetAttribute("lang"), notes.Words()));

        var english = await app.AsVisitor().GetAsync("/films/return-to-homs");
        Assert.Empty(english.Html.QuerySelectorAll(".fallback-note, .prose[lang]"));
        Assert.Equal("Made by hand.", english.Text("section[aria-labelledby=notes] .prose"));

        static AngleSharp.Dom.IElement Content(Answer page) => page.Html.QuerySelector(".content-notes bdi")!;
    }

    [Theory, OnEachDatabase]
    public async Task A_series_of_which_only_the_title_is_worded_shows_the_rest_in_English_and_says_so(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddSeries("UK tour", SeriesKind.Season, and: s =>
        {
            (s.Description, s.Invitation, s.DatesNote) = ("Three nights.", "Bring friends.", "Perhaps longer.");
            s.SetTranslations([new SeriesTranslation { Language = "ar", Title = "جولة" }]);
        });
        await app.Programme.AddScreening(series: "UK tour");
        var page = await app.AsVisitor().GetAsync("/ar/series/uk-tour");
        Assert.Equal(("جولة", "Three nights.", "en"),
            (page.Text("h1"), page.Text(".prose"), page.Html.QuerySelector(".prose")!.GetAttribute("lang")));
        Assert.Equal([InEnglish, InEnglish, InEnglish], page.Texts(".fallback-note"));
        Assert.Equal(("Bring friends.", "Perhaps longer."), (page.Text(".invitation bdi[lang=en]"), page.Text(".aside bdi[lang=en]")));
        Assert.Equal("جولة", (await app.AsVisitor().GetAsync("/ar/series")).Text(".catalogue .title"));
        Assert.Equal("جولة", (await app.AsVisitor().GetAsync("/ar/screenings/return-to-homs-ica")).Text(".kicker"));
        Assert.Equal("جولة", (await app.AsVisitor().GetAsync("/ar/screenings?series=uk-tour")).Text(".chips bdi"));
        Assert.Equal("جولة", (await app.AsVisitor().GetAsync("/ar/subscribe")).Text("option[value=uk-tour]"));

        var english = await app.AsVisitor().GetAsync("/series/uk-tour");
        Assert.Equal(("UK tour", 0), (english.Text("h1"), english.Html.QuerySelectorAll(".fallback-note").Length));
    }

    [Theory, OnEachDatabase]
    public async Task A_screening_that_is_written_in_Arabic_is_worded_in_English_for_those_who_read_that(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(and: s =>
        {
            (s.TextLanguage, s.Title, s.Description, s.PremiereNote) = ("ar", "ليلة حمص", "نلتقي **مساءً**.", "العرض الأول");
            s.Cancel("تعطّل الجهاز");
            s.SetTranslations(
                [new ScreeningTranslation { Language = "en",
                    Title = "Homs night", PremiereNote = "First showing", StatusReason = "The projector broke" }]);
        });
        var english = await app.AsVisitor().GetAsync("/screenings/return-to-homs-ica");
        Assert.Equal(("Homs night", "First showing", "The projector broke"),
            (english.Text("h1"), english.Text(".premiere"), english.Text(".reason")));
        Assert.Equal(
            ("ar", "rtl", "نلتقي مساءً."),
            (english.Html.QuerySelector(".prose[lang]")!.GetAttribute("lang"),
                english.Html.QuerySelector(".prose[lang]")!.GetAttribute("dir"), english.Text(".prose[lang]")));
        Assert.Equal(["In Arabic"], english.Texts(".fallback-note"));

        var arabic = await app.AsVisitor().GetAsync("/ar/screenings/return-to-homs-ica");
        Assert.Equal(("ليلة حمص", "العرض الأول", "تعطّل الجهاز", 0),
            (arabic.Text("h1"), arabic.Text(".premiere"), arabic.Text(".reason"), arabic.Html.QuerySelectorAll(".fallback-note").Length));
    }

    [Theory, OnEachDatabase]
    public async Task Another_reason_takes_the_former_one_with_it_in_every_language(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(and: s =>
        {
            s.Cancel("The projector broke");
            s.SetTranslations([new ScreeningTranslation { Language = "ar", Title = "ليلة حمص", StatusReason = "تعطّل الجهاز" }]);
        });
        Assert.Equal("تعطّل الجهاز", (await app.AsVisitor().GetAsync("/ar/screenings/return-to-homs-ica")).Text(".reason"));
        await app.InDbAsync(async db =>
        {
            (await db.Screenings.Whole().SingleAsync(s => s.Id == screening.Id)).Postpone("Snow");
            await db.SaveChangesAsync();
        });
        var page = await app.AsVisitor().GetAsync("/ar/screenings/return-to-homs-ica");
        Assert.Equal(("ليلة حمص", "Snow"), (page.Text("h1"), page.Text(".reason bdi[lang=en]")));
    }

    [Theory, OnEachDatabase]
    public async Task A_person_and_their_films_are_called_by_their_Arabic_names(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki", p => (p.OriginalName, p.OriginalNameLanguage) = ("طلال ديركي", "ar"));
        await app.Programme.AddFilm(Title, and: f =>
        {
            (f.OriginalTitle, f.OriginalTitleLanguage) = (Awda, "ar");
            f.SetCredits([new Credit { Role = "Director", PersonId = talal }]);
        });
        var page = await app.AsVisitor().GetAsync("/ar/people/talal-derki");
        Assert.Equal(("طلال ديركي", "Talal Derki", "", Awda),
            (page.Text("h1"), page.Text(".original-title"), page.Html.QuerySelector(".original-title bdi")!.GetAttribute("lang"),
                page.Text("dt a")));
        Assert.Contains("طلال ديركي", (await app.AsVisitor().GetAsync("/ar/films/return-to-homs")).Text(".by"), StringComparison.Ordinal);
        var english = await app.AsVisitor().GetAsync("/people/talal-derki");
        Assert.Equal(("Talal Derki", "طلال ديركي", "ar"),
            (english.Text("h1"), english.Text(".original-title"), english.Html.QuerySelector(".original-title bdi")!.GetAttribute("lang")));
    }

    [Theory, OnEachDatabase]
    public async Task An_Arabic_calendar_has_the_Arabic_summary_and_the_same_UID(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddHoms(app);
        var screening = await app.Programme.AddScreening();
        var (arabic, english) = (await app.AsVisitor().GetAsync("/ar/calendar.ics"), await app.AsVisitor().GetAsync("/calendar.ics"));
        Assert.Contains($"SUMMARY:{Awda}", arabic.Body, StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:{Title}", english.Body, StringComparison.Ordinal);
        Assert.All([arabic, english], calendar => Assert.Contains($"UID:{screening.Uid}", calendar.Body, StringComparison.Ordinal));
        Assert.Contains($"X-WR-CALNAME:{Awda}", (await app.AsVisitor().GetAsync("/ar/films/return-to-homs.ics")).Body,
            StringComparison.Ordinal);
        Assert.Contains(Awda, (await app.AsVisitor().GetAsync("/ar/feed.atom")).Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Wordings_cost_no_statement_however_many_there_are(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddHoms(app);
        await app.Programme.AddScreening(series: "UK tour");
        await app.Programme.AddScreening("Another of the tour", "2026-07-05 20:00", series: "UK tour"); // which is a related film
        string[] pages = ["/screenings", "/films", "/series",
            "/films/return-to-homs", "/screenings/return-to-homs-ica", "/series/uk-tour", "/calendar.ics"];
        var one = await Count();
        for (var i = 0; i < 3; i++)
            await app.Programme.AddScreening($"Film {i}", $"2026-07-0{i + 1} 20:00",
                series: "UK tour", and: s => s.SetTranslations([new ScreeningTranslation { Language = "ar", Title = $"فيلم {i}" }]));
        Assert.Equal(one, await Count());

        async Task<List<string>> Count()
        {
            var counts = new List<string>();
            foreach (var page in pages.SelectMany(p => new[] { p, "/ar" + p }))
            {
                app.Statements.Reset();
                Assert.Equal(200, (await app.AsVisitor().GetAsync(page)).Status);
                counts.Add($"{page}: {app.Statements.Statements.Count}");
            }
            return counts;
        }
    }
}
