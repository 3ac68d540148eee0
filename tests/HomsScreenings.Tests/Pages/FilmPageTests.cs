using HomsScreenings.Model;

namespace HomsScreenings.Tests.Pages;

public sealed class FilmPageTests
{
    static async Task AddHoms(ScreeningsApp app)
    {
        var (talal, orwa) = (await app.Programme.AddPerson("Talal Derki"), await app.Programme.AddPerson("Orwa Nyrabia"));
        await app.Programme.AddFilm("Return to Homs", null, f =>
        {
            (f.OriginalTitle, f.OriginalTitleLanguage, f.ReleaseYear) = ("العودة إلى حمص", "ar", 2014);
            (f.Languages, f.Subtitles, f.Format) = (["ar"], ["en"], "Digital video, colour");
            (f.Synopsis, f.ContentNotes) = ("Filmed in **Homs**.", "Shows war.");
            f.SetRunningTimes(
                [new RunningTime { Minutes = 94, Source = "review" }, new RunningTime { Minutes = 90, Source = "SAF programme page" }]);
            f.SetCredits(
                [Credit("Director", talal), Credit("Writer", talal),
                    Credit("Producer", orwa), Credit("Camera", talal), Credit("Camera", orwa)]);
            f.SetWatchOffers(
                [new WatchOffer { Provider = "Vimeo", Offer = OfferKind.Stream },
                    new WatchOffer { Provider = "Its website",
                        Offer = OfferKind.Buy, Price = 4, Currency = "USD", Url = "https://example.org/" }]);
            f.SetStills(
                [new Still { Caption = "Film still", Credit = "The makers",
                    Source = "SAF programme page", Url = "https://example.org/still.jpg" }]);
        });

        static Credit Credit(string role, int person) => new() { Role = role, PersonId = person };
    }

    [Theory, OnEachDatabase]
    public async Task It_shows_both_running_times_with_their_sources_and_every_fact(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddHoms(app);
        var page = await app.AsVisitor().GetAsync("/films/return-to-homs");
        Assert.Equal(
        [
            "Running time 94 minutes review", "Running time 90 minutes SAF programme page", "Year 2014", "Country Not known",
            "Language Arabic", "Subtitles English", "Format Digital video, colour",
        ], page.Html.QuerySelectorAll(".facts-rows tbody tr").Select(row => string.Join(' ', row.Children.Select(c => c.Words()))));
        Assert.Equal(("ar", "العودة إلى حمص"),
            (page.Html.QuerySelector(".bill .original-title bdi")!.GetAttribute("lang"), page.Text(".bill .original-title bdi")));
        Assert.Equal(["Director Talal Derki", "Writer Talal Derki", "Producer Orwa Nyrabia", "Camera Talal Derki Orwa Nyrabia"],
            page.Html.QuerySelectorAll("section[aria-labelledby=credits] dl > div")
                .Select(d => string.Join(' ', d.Children.Select(c => c.Words()))));
        Assert.Equal(["Vimeo Stream, price not known", "Its website Buy, US$4"], page.Texts("section[aria-labelledby=watch] li"));
        Assert.Equal(["Film still The makers, source: SAF programme page"], page.Texts("section[aria-labelledby=stills] li"));
        Assert.Empty(page.Html.QuerySelectorAll("img"));
        Assert.Equal(("Homs", "Before you watch: Shows war."), (page.Text(".prose strong"), page.Text(".content-notes")));
    }

    [Theory, OnEachDatabase]
    public async Task It_says_what_comes_then_what_was_and_no_draft(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2014-06-27", at: "ICA");
        await app.Programme.AddScreening(when: "2015-01-01", at: "Later");
        await app.Programme.AddScreening(when: "2026-07-02 20:00", at: "Second");
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "First");
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "Secret", published: false);
        var page = await app.AsVisitor().GetAsync("/films/return-to-homs");
        Assert.Equal(["First", "Second"], page.Texts("section[aria-labelledby=coming] .venue"));
        Assert.Equal(["Later", "ICA"], page.Texts("section[aria-labelledby=past] .venue"));
        Assert.Equal("London, First, Wednesday 1 July", page.Text("section[aria-labelledby=coming] .title a"));
        Assert.Equal("Next: Wednesday 1 July", (await app.AsVisitor().GetAsync("/films")).Text(".catalogue .next"));
    }

    [Theory, OnEachDatabase]
    public async Task What_does_not_take_place_costs_nothing_in_a_list(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "ICA", and: s => s.Admission = Admission.Free);
        var off = await app.Programme.AddScreening(when: "2026-07-02 20:00", at: "ICA", and: s => s.Admission = Admission.PayWhatYouCan);
        await app.Programme.Change(off, s => s.Cancel("Flooded."));
        Assert.Equal(["Free"], (await app.AsVisitor().GetAsync("/films/return-to-homs")).Texts(".facts li"));
    }

    [Theory, OnEachDatabase]
    public async Task The_list_promises_no_draft_and_nothing_that_is_cancelled(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var cancelled = await app.Programme.AddScreening(when: "2026-07-01 20:00");
        await app.Programme.AddScreening(when: "2026-07-02 20:00", published: false);
        await app.Programme.Change(cancelled, s => s.Cancel(null));
        Assert.Equal("No date announced", (await app.AsVisitor().GetAsync("/films")).Text(".catalogue .next"));
    }

    [Theory, OnEachDatabase]
    public async Task A_very_long_list_is_cut_and_says_where_the_rest_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        for (var day = 1; day <= 21; day++) await app.Programme.AddScreening(when: $"2014-05-{day:00} 20:00");
        var page = await app.AsVisitor().GetAsync("/films/return-to-homs");
        Assert.Equal(20, page.Html.QuerySelectorAll("section[aria-labelledby=past] .screening").Length);
        Assert.Equal("/screenings?film=return-to-homs&past=true",
            page.Html.QuerySelector("section[aria-labelledby=past] > p a")!.GetAttribute("href"));
    }

    [Theory, OnEachDatabase]
    public async Task Film_and_list_cost_the_same_few_statements_with_one_row_and_with_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddHoms(app);
        await app.Programme.AddScreening();
        Assert.Equal((15, 4), (await app.StatementsOfAsync("/films/return-to-homs"), await app.StatementsOfAsync("/films")));
        foreach (var (film, when) in new[] { ("Return to Homs", "2026-07-01"),
            ("Return to Homs", "2014-07-01"), ("Second", "2026-07-01"), ("Third", "2026-07-01") })
            await app.Programme.AddScreening(film, when);
        Assert.Equal((15, 4), (await app.StatementsOfAsync("/films/return-to-homs"), await app.StatementsOfAsync("/films")));
    }
}
