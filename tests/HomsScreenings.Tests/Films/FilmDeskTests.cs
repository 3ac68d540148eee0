using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using FilmPerson = HomsScreenings.Model.Person;

namespace HomsScreenings.Tests.Films;

public sealed class FilmDeskTests
{
    const string New = "/organise/films/new";
    const string EditHoms = "/organise/films/return-to-homs/edit";

    static readonly (string, string?)[] Homs =
    [
        ("Input.Title", "Return to Homs"), ("Input.OriginalTitle", "العودة إلى حمص"),
        ("Input.OriginalTitleLanguage", "ar"), ("Input.ReleaseYear", "2014"),
        ("Input.Languages", "AR"), ("Input.Subtitles", "en"), ("Input.Format", "Digital video, colour"),
        ("Input.RunningTimes[0].Minutes", "94"), ("Input.RunningTimes[0].Source", "Review"),
        ("Input.RunningTimes[1].Minutes", "90"), ("Input.RunningTimes[1].Source", "SAF"),
        ("Input.Credits[0].Role", "director"), ("Input.Credits[0].Person", "Talal Derki"),
        ("Input.Credits[1].Role", "Writer"), ("Input.Credits[1].Person", "Talal Derki"),
        ("Input.Credits[2].Role", "Producer"), ("Input.Credits[2].Person", "Orwa Nyrabia"),
    ];

    static Task<Film> HomsAsync(ScreeningsApp app) =>
        app.InDbAsync(db => db.Films.WithParts().AsNoTracking().SingleAsync(f => f.Title == "Return to Homs"));

    static IEnumerable<(string, string)> CreditsOf(Film film) => film.Credits.OrderBy(c => c.Position).Select(c => (c.Role, c.Person.Name));

    static string? ErrorOf(Answer page, string field) => page.Text($"#{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}-error");

    [Theory, OnEachDatabase]
    public async Task A_film_is_added_with_its_people_in_one_save(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var saved = await (await app.AsOrganiserAsync("Homs Campaign")).FillAsync(New, [.. Homs,
            ("Input.WatchOffers[0].Provider", "The film's own website"),
            ("Input.WatchOffers[0].Offer", "Buy"), ("Input.WatchOffers[0].Price", "4,99"), ("Input.WatchOffers[0].Currency", "usd"),
            ("Input.Stills[0].Caption", "Film still"), ("Input.Stills[0].Source", "SAF programme page")]);

        Assert.Equal((302, EditHoms), (saved.Status, saved.Location));
        var film = await HomsAsync(app);
        Assert.Equal(("العودة إلى حمص", "ar", 2014, "ar"),
            (film.OriginalTitle, film.OriginalTitleLanguage, film.ReleaseYear, film.Languages.Single()));
        Assert.Equal([(94, "Review"), (90, "SAF")], film.RunningTimes.OrderBy(r => r.Position).Select(r => (r.Minutes, r.Source!)));
        Assert.Equal([("Director", "Talal Derki"), ("Writer", "Talal Derki"), ("Producer", "Orwa Nyrabia")], CreditsOf(film));
        Assert.Equal(("The film's own website", OfferKind.Buy, 4.99m, "USD"),
            film.WatchOffers.Select(w => (w.Provider, w.Offer, w.Price!.Value, w.Currency!)).Single());
        Assert.Equal(("Film still", "SAF programme page"), film.Stills.Select(s => (s.Caption, s.Source!)).Single());
        var people = await app.InDbAsync(db => db.People.OrderBy(p => p.Slug).ToListAsync());
        Assert.Equal([("orwa-nyrabia", film.OrganisationId), ("talal-derki", film.OrganisationId)],
            people.Select(p => (p.Slug, p.OrganisationId)));
    }

    [Theory, OnEachDatabase]
    public async Task Saving_unchanged_is_no_change_and_moved_credits_keep_their_new_order(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(
            New,
            [.. Homs, ("Input.WatchOffers[0].Provider", "Vimeo on Demand"), ("Input.WatchOffers[0].Price", "4.50"),
                ("Input.WatchOffers[0].Currency", "USD"), ("Input.Stills[0].Caption", "Film still")]);
        Assert.Equal(302, (await organiser.FillAsync(EditHoms)).Status);
        Assert.Equal(1, (await HomsAsync(app)).Version);

        await organiser.FillAsync(EditHoms, ("Input.Credits[0].Role", "Producer"),
            ("Input.Credits[0].Person", "Orwa Nyrabia"), ("Input.Credits[2].Role", "Director"),
            ("Input.Credits[2].Person", "Talal Derki"), ("Input.Credits[1].Role", ""), ("Input.Credits[1].Person", ""));
        Assert.Equal([("Producer", "Orwa Nyrabia"), ("Director", "Talal Derki")], CreditsOf(await HomsAsync(app)));
        Assert.Equal(2, await app.InDbAsync(db => db.People.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task An_exact_name_is_that_person_and_of_namesakes_one_is_chosen(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki", p => p.Slug = "talal-derki");
        await app.InDbAsync(async db =>
        {
            db.People.AddRange(new FilmPerson { Slug = "osama", Name = "Osama" }, new FilmPerson { Slug = "osama-2", Name = "Osama" });
            await db.SaveChangesAsync();
        });
        var organiser = await app.AsOrganiserAsync();
        (string, string?)[] withOsama = [.. Homs, ("Input.Credits[2].Role", "Featuring"), ("Input.Credits[2].Person", "Osama")];
        var asked = await organiser.FillAsync(New, withOsama);
        Assert.Equal((422, "Several people are called Osama: choose 'Osama (osama)' or 'Osama (osama-2)'."),
            (asked.Status, ErrorOf(asked, "Input.Credits[2].Person")));
        Assert.Contains("Osama (osama-2)", asked.Html.QuerySelectorAll("#people option").Select(o => o.GetAttribute("value")));

        Assert.Equal(302, (await organiser.SubmitAsync(asked, New, changes: ("Input.Credits[2].Person", "Osama (osama-2)"))).Status);
        Assert.Equal(["talal-derki", "talal-derki", "osama-2"],
            (await HomsAsync(app)).Credits.OrderBy(c => c.Position).Select(c => c.Person.Slug));
        Assert.Equal("Osama (osama-2)",
            (await organiser.GetAsync(EditHoms)).Html.QuerySelector("[name='Input.Credits[2].Person']")!.GetAttribute("value"));
        Assert.Equal(3, await app.InDbAsync(db => db.People.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_title_may_be_a_sign_and_whatever_stands_in_it_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        string[] titles = ["$", "?", "\U0001FACD"]; // a film of 1971, and a sign that is newer than this program
        foreach (var title in titles) Assert.Equal((title, 302), (title, (await organiser.FillAsync(New, ("Input.Title", title))).Status));
        Assert.Equal(titles, await app.InDbAsync(db => db.Films.OrderBy(f => f.Id).Select(f => f.Title).ToListAsync()));
        foreach (var slug in new[] { "film", "film-2", "film-3" })
        {
            Assert.Equal((slug, 302), (slug, (await organiser.FillAsync($"/organise/films/{slug}/publish")).Status));
            Assert.Equal((slug, 200), (slug, (await app.AsVisitor().GetAsync($"/films/{slug}")).Status));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Nearly_the_same_name_or_title_is_asked_about(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddFilm("RETURN TO HOMS", and: f => f.ReleaseYear = 2014);
        await app.Programme.AddFilm("Return to Homs!", and: f => f.ReleaseYear = 1999);
        var organiser = await app.AsOrganiserAsync();
        var asked = await organiser.FillAsync(
            New, [.. Homs, ("Input.Credits[0].Person", "Talal Derky"), ("Input.Credits[1].Person", ""), ("Input.Credits[1].Role", "")]);
        Assert.Equal((422, 0), (asked.Status, await app.InDbAsync(db => db.Films.CountAsync(f => f.Title == "Return to Homs"))));
        Assert.Equal(["RETURN TO HOMS, 2014", "Talal Derki"], asked.Texts(".twins li"));
        Assert.Equal(302, (await organiser.SubmitAsync(asked, New, changes: ("Input.ConfirmedNew", "true"))).Status);
        Assert.Equal([("Director", "Talal Derky"), ("Producer", "Orwa Nyrabia")], CreditsOf(await HomsAsync(app)));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await (await app.AsOrganiserAsync()).FillAsync(New,
            ("Input.Title", ""), ("Input.ReleaseYear", "1700"),
            ("Input.Countries", "Syria"), ("Input.Languages", "Arabic!"), ("Input.OriginalTitleLanguage", "ar, en"),
            ("Input.RunningTimes[0].Cut", "Festival cut"), ("Input.RunningTimes[1].Minutes", "0"),
            ("Input.Credits[0].Person", "Talal Derki"), ("Input.Credits[1].Role", "Writer"),
            ("Input.WatchOffers[0].Url", "https://example.org"), ("Input.WatchOffers[1].Provider", "Vimeo"),
            ("Input.WatchOffers[1].Price", "4"), ("Input.WatchOffers[2].Provider", "A"), ("Input.WatchOffers[2].Currency", "USDX"),
            ("Input.Stills[0].AltText", "A street"), ("Input.Stills[1].Url", "file:///etc/passwd"));

        Assert.Equal(422, page.Status);
        foreach (var (field, sentence) in new[]
        {
            ("Title", "The film needs a title."), ("ReleaseYear", "Year is a number from 1888 to 2999."),
            ("Countries", "Countries is a country code of two letters, such as GB or US."),
            ("Languages", "Spoken languages is a list of language tags, such as 'ar, en'."),
            ("OriginalTitleLanguage", "Its language is one language tag, such as 'ar'."),
            ("RunningTimes[0].Minutes", "How many minutes does it run?"),
            ("RunningTimes[1].Minutes", "Minutes is a number from 1 to 100000."),
            ("Credits[0].Role", "What did Talal Derki do?"), ("Credits[1].Person", "Who is meant as 'Writer'?"),
            ("WatchOffers[0].Provider", "Who offers it?"), ("WatchOffers[1].Currency", "In which currency is the price?"),
            ("WatchOffers[2].Currency", "Currency is the code of a currency in three letters, such as GBP or USD."),
            ("Stills[0].Caption", "A still needs a caption."), ("Stills[1].Url", "Link is a web address such as https://example.org."),
        }) Assert.Equal((field, sentence), (field, ErrorOf(page, $"Input.{field}")));
        Assert.Equal(["1700", "Syria", "Festival cut", "Talal Derki", "Writer", "A street"],
            new[] { "ReleaseYear", "Countries", "RunningTimes[0].Cut", "Credits[0].Person", "Credits[1].Role",
                "Stills[0].AltText" }.Select(f => page.Html.QuerySelector($"[name='Input.{f}']")!.GetAttribute("value")));
        Assert.Equal(0, await app.InDbAsync(db => db.Films.CountAsync()));
    }

    [Theory]
    [InlineData("credits", 6, 3)]
    [InlineData("stills", 3, 6)]
    public async Task More_rows_are_given_to_the_group_that_asked(string group, int credits, int stills)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await (await app.AsOrganiserAsync()).FillAsync(New, ("Input.Credits[2].Person", "Osama"), ("more", group));
        Assert.Equal(
            (200, 0, credits, stills),
            (page.Status, page.Texts(".error").Count, page.Texts("input[name^='Input.Credits'][name$='.Role']").Count,
                page.Texts("input[name^='Input.Stills'][name$='.Caption']").Count));
        Assert.Equal("Osama", page.Html.QuerySelector("[name='Input.Credits[2].Person']")!.GetAttribute("value"));
    }

    [Theory, OnEachDatabase]
    public async Task A_corrected_running_time_moves_the_ends_that_rest_on_it_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Homs);
        var homs = await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30");
        var fixedEnd = await app.Programme.AddScreening("Return to Homs",
            "2026-06-28 20:30", and: s => s.Schedule(s.Date, s.Time, endTime: new LocalTime(23, 0)));
        Assert.Equal(Instant.FromUtc(2026, 6, 27, 21, 4), homs.EndsAt);

        await organiser.FillAsync(EditHoms, ("Input.RunningTimes[0].Minutes", "100"));
        await organiser.FillAsync(EditHoms, ("Input.RunningTimes[1].Minutes", "91"));
        var (moved, stayed) = await app.InDbAsync(
            async db => (await db.Screenings.SingleAsync(s => s.Id == homs.Id), await db.Screenings.SingleAsync(s => s.Id == fixedEnd.Id)));
        Assert.Equal((Instant.FromUtc(2026, 6, 27, 21, 10), 1), (moved.EndsAt, moved.Sequence));
        Assert.Equal((fixedEnd.EndsAt, fixedEnd.Sequence, fixedEnd.Version), (stayed.EndsAt, stayed.Sequence, stayed.Version));
    }

    [Theory, OnEachDatabase]
    public async Task A_cut_that_is_shown_may_be_corrected_but_not_go(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        await organiser.FillAsync(New, Homs);
        var homs = await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30", organisation: "Homs Campaign");
        await app.InDbAsync(async db =>
        {
            var screening = await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).SingleAsync();
            screening.Films[0].RunningTime = screening.Films[0].Film.RunningTimes.Single(r => r.Minutes == 90);
            screening.WorkOutTimes();
            await db.SaveChangesAsync();
        });

        var refused = await organiser.FillAsync(EditHoms, ("Input.RunningTimes[1].Minutes", ""), ("Input.RunningTimes[1].Source", ""));
        Assert.Equal((422, "The cut of 90 minutes cannot go: it is shown by Return to Homs, Saturday 27 June 2026."),
            (refused.Status, refused.Text("#Input_RunningTimes .error")));
        Assert.Equal(
            302,
            (await organiser.FillAsync(EditHoms, ("Input.RunningTimes[1].Minutes", "92"),
                ("Input.RunningTimes[1].Cut", "Festival cut"))).Status);
        var after = await app.InDbAsync(
            db => db.Screenings.Include(s => s.Films).ThenInclude(f => f.RunningTime).SingleAsync(s => s.Id == homs.Id));
        Assert.Equal((92, "Festival cut", Instant.FromUtc(2026, 6, 27, 21, 2)),
            (after.Films[0].RunningTime!.Minutes, after.Films[0].RunningTime!.Cut, after.EndsAt));
    }

    [Theory, OnEachDatabase]
    public async Task Who_comes_too_late_sees_what_was_changed_and_decides(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (early, late) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        await early.FillAsync(New, Homs);
        var open = await late.GetAsync(EditHoms);
        await early.FillAsync(EditHoms, ("Input.Credits[2].Role", "Camera"), ("Input.Format", "35 mm"));
        var shown = await late.SubmitAsync(open, EditHoms, changes: ("Input.Synopsis", "Two friends."));
        Assert.Equal(409, shown.Status);
        Assert.Equal(["Format: Digital video, colour → 35 mm", "Credit: changed"], shown.Texts(".conflict li"));
        Assert.Equal(302, (await late.SubmitAsync(shown, EditHoms)).Status);
        Assert.Equal(("Two friends.", "Digital video, colour"), ((await HomsAsync(app)).Synopsis, (await HomsAsync(app)).Format));
    }

    [Theory, OnEachDatabase]
    public async Task A_film_goes_with_its_credits_once_no_screening_shows_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        const string delete = "/organise/films/return-to-homs/delete";
        await organiser.FillAsync(New, Homs);
        await organiser.FillAsync("/organise/films/return-to-homs/publish");
        Assert.Equal(404, (await (await app.AsOrganiserAsync("Another House")).GetAsync(delete)).Status);
        Assert.Equal(404, (await (await app.AsOrganiserAsync("Another House")).GetAsync(EditHoms)).Status);
        var open = await organiser.GetAsync(delete);
        var screening = await app.Programme.AddScreening("Return to Homs", organisation: "Homs Campaign", published: false);
        Assert.Equal((409, "Return to Homs, Saturday 27 June 2026"),
            (await organiser.SubmitAsync(open, delete) is var kept ? (kept.Status, kept.Text(".uses li")) : default));

        await app.InDbAsync(
            async db => { db.Screenings.Remove(await db.Screenings.SingleAsync(s => s.Id == screening.Id)); await db.SaveChangesAsync(); });
        Assert.Equal("/organise/films", (await organiser.SubmitAsync(open, delete)).Location);
        Assert.Equal((0, 2), (await app.InDbAsync(db => db.Set<Credit>().CountAsync()), await app.InDbAsync(db => db.People.CountAsync())));
        Assert.IsType<SlugFate.Gone>(await app.InDbAsync(db => db.FateOfAsync<Film>("return-to-homs", CancellationToken.None)));
    }

    [Theory, OnEachDatabase]
    public async Task Hostile_text_is_stored_clean_or_refused_in_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var tooLong = new string('x', 10_000);
        var refused = await organiser.FillAsync(New, ("Input.Title", tooLong),
            ("Input.Countries", tooLong), ("Input.Languages", tooLong),
            ("Input.Credits[0].Role", tooLong), ("Input.Credits[0].Person", tooLong), ("Input.WatchOffers[0].Price", "1e400"),
            ("Input.Kind", "Nonsense"), ("Input.Credits[1].Role", "Writer"), ("Input.Credits[1].Person", "!!!"));
        Assert.Equal((422, "Title is at most 200 characters long."), (refused.Status, ErrorOf(refused, "Input.Title")));
        Assert.Equal("A name needs a letter or a digit.", ErrorOf(refused, "Input.Credits[1].Person"));
        var saved = await organiser.FillAsync(
            New, [.. Homs, ("Input.Synopsis", "<script>alert(1)</script>\u0007\u202E"), ("Input.Credits[2].Person", "<b>Orwa</b>\u0001")]);
        Assert.Equal(302, saved.Status);
        var film = await HomsAsync(app);
        Assert.Equal(("<script>alert(1)</script>", "<b>Orwa</b>"),
            (film.Synopsis, film.Credits.Single(c => c.Role == "Producer").Person.Name));
        Assert.DoesNotContain("<b>Orwa", (await organiser.GetAsync(EditHoms)).Body, StringComparison.Ordinal);
    }
}
