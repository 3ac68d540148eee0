using AngleSharp.Dom;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages.Organise;

public sealed class WordingFormTests
{
    const string EditFilm = "/organise/films/return-to-homs/edit", EditSeries = "/organise/series/uk-tour/edit";

    static Task<Film> Film(ScreeningsApp app) => app.InDbAsync(db => db.Films.AsNoTracking().Include(f => f.Translations).SingleAsync());

    static Task<Screening> Stored(ScreeningsApp app, string slug) =>
        app.InDbAsync(db => db.Screenings.AsNoTracking().Include(s => s.Translations).SingleAsync(s => s.Slug == slug));

    [Theory, OnEachDatabase]
    public async Task A_film_is_worded_in_Arabic_and_saving_it_unchanged_is_no_change(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var page = await editor.GetAsync("/organise/films/new");
        var title = page.Html.QuerySelector("#Input_Translations_0__Title")!;
        Assert.Equal(("ar", "rtl", "Title in Arabic"),
            (title.GetAttribute("lang"), title.GetAttribute("dir"), page.Text("label[for=Input_Translations_0__Title]")));
        Assert.Equal(["en", "ar"], page.Html.QuerySelectorAll("#Input_TextLanguage option").Select(o => o.GetAttribute("value")));
        Assert.False(page.Html.QuerySelector("details.wordings")!.HasAttribute("open"));

        var saved = await editor.SubmitAsync(page, "/organise/films/new", changes:
        [
            ("Input.Title", "Return to Homs"), ("Input.Translations[0].Title", "العودة إلى حمص"),
            ("Input.Translations[0].Synopsis", "عن **حمص**"),
            ("Input.Translations[0].ContentNotes", "حرب"), ("Input.Translations[0].Notes", "ملاحظة"),
        ]);
        Assert.Equal(EditFilm, saved.Location);
        var film = await Film(app);
        var wording = Assert.Single(film.Translations);
        Assert.Equal(("ar", "العودة إلى حمص", "عن **حمص**", "حرب", "ملاحظة", 1),
            (wording.Language, wording.Title, wording.Synopsis, wording.ContentNotes, wording.Notes, film.Version));
        Assert.Equal(302, (await editor.FillAsync(EditFilm)).Status);
        Assert.Equal(1, (await Film(app)).Version);
        await editor.FillAsync("/organise/films/return-to-homs/publish");
        Assert.Equal("العودة إلى حمص", (await app.AsVisitor().GetAsync("/ar/films/return-to-homs")).Text("h1"));
        await editor.FillAsync(EditFilm, ("Input.Translations[0].Notes", ""));
        var changed = await Film(app);
        Assert.Equal((3, null), (changed.Version, Assert.Single(changed.Translations).Notes));
        Assert.Equal("Film translation: changed",
            (await app.InDbAsync(db => db.Audit.Where(a => a.Version == 3 && a.Kind == nameof(Film)).SingleAsync())).Changes);
        Assert.Equal("In other languages: Arabic", (await editor.GetAsync(EditFilm)).Text("details.wordings summary"));
        await editor.FillAsync(EditFilm, ("Input.Translations[0].Title", ""),
            ("Input.Translations[0].Synopsis", ""), ("Input.Translations[0].ContentNotes", ""));
        Assert.Empty((await Film(app)).Translations);
    }

    [Theory, OnEachDatabase]
    public async Task Two_texts_in_one_language_are_refused_and_nothing_typed_is_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        await editor.FillAsync("/organise/films/new", ("Input.Title", "Return to Homs"));
        var refused = await editor.FillAsync(EditFilm, ("Input.TextLanguage", "ar"),
            ("Input.Translations[0].Title", "العودة"), ("Input.Translations[0].Synopsis", "عن حمص"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(
            ["Input_Translations_0__Title-error: The texts of the record itself are in Arabic: clear these, or say that those are in another language."], refused.Problems());
        Assert.Equal(
            ("ar", "العودة", "عن حمص"),
            (refused.Typed("Input.TextLanguage"), refused.Typed("Input.Translations[0].Title"),
                refused.Typed("Input.Translations[0].Synopsis")));
        Assert.True(refused.Html.QuerySelector("details.wordings")!.HasAttribute("open"));
        Assert.Empty((await Film(app)).Translations);

        // Cleared, the record is in Arabic, and the row that is offered now is the English one.
        Assert.Equal(
            302,
            (await editor.SubmitAsync(
                refused, EditFilm, changes: [("Input.Translations[0].Title", ""), ("Input.Translations[0].Synopsis", "")])).Status);
        Assert.Equal("ar", (await Film(app)).TextLanguage);
        Assert.Equal("en", (await editor.GetAsync(EditFilm)).Typed("Input.Translations[0].Language"));
    }

    [Theory, OnEachDatabase]
    public async Task Too_long_a_wording_is_said_beside_its_field(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var organisation = await app.Programme.AddOrganisation(Desk.Campaign);
        await app.Programme.AddSeries("UK tour", and: s => s.OrganisationId = organisation);
        var refused = await editor.FillAsync(EditSeries, ("Input.Translations[0].Title", new string('ح', 201)),
            ("Input.Translations[0].Invitation", "تعالوا"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(["Input_Translations_0__Title-error: Title is at most 200 characters long."], refused.Problems());
        Assert.Equal((new string('ح', 201), "تعالوا"),
            (refused.Typed("Input.Translations[0].Title"), refused.Typed("Input.Translations[0].Invitation")));
    }

    [Theory, OnEachDatabase]
    public async Task A_series_keeps_a_wording_in_a_language_that_the_site_does_not_speak(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var organisation = await app.Programme.AddOrganisation(Desk.Campaign);
        await app.Programme.AddSeries("UK tour", and: s =>
        {
            s.OrganisationId = organisation;
            s.SetTranslations([new SeriesTranslation { Language = "fr", Title = "Tournée" }]);
        });
        Assert.Equal(
            302,
            (await editor.FillAsync(EditSeries, ("Input.Translations[1].Title", "جولة"), ("Input.Translations[1].Description", "وصف"),
                ("Input.Translations[1].Invitation", "تعالوا"), ("Input.Translations[1].DatesNote", "قريبًا"))).Status);
        var wordings = await app.InDbAsync(db => db.Series.SelectMany(s => s.Translations).OrderBy(w => w.Language).ToListAsync());
        Assert.Equal([("ar", "جولة", "وصف", "تعالوا", "قريبًا"), ("fr", "Tournée", null, null, null)],
            wordings.Select(w => (w.Language, w.Title!, w.Description, w.Invitation, w.DatesNote)));
    }

    [Theory, OnEachDatabase]
    public async Task A_screening_is_worded_with_its_reason_and_a_copy_takes_all_but_that(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign, and: s => s.Cancel("Snow"));
        var address = Desk.Edit(screening.Slug);
        Assert.Equal(
            302,
            (await editor.FillAsync(address, ("Input.Translations[0].Title", "ليلة"), ("Input.Translations[0].Description", "وصف"),
                ("Input.Translations[0].PremiereNote", "أول"), ("Input.Translations[0].StatusReason", "ثلج"))).Status);
        var wording = Assert.Single((await Stored(app, screening.Slug)).Translations);
        Assert.Equal(("ar", "ليلة", "وصف", "أول", "ثلج"),
            (wording.Language, wording.Title, wording.Description, wording.PremiereNote, wording.StatusReason));

        await editor.FillAsync($"/organise/screenings/{screening.Slug}/duplicate", ("Input.Dates", "2026-12-01 19:30"));
        var copy = Assert.Single(
            (await app.InDbAsync(db => db.Screenings.Include(s => s.Translations).SingleAsync(s => s.Id != screening.Id))).Translations);
        Assert.Equal(
            ("ar", "ليلة", "وصف", "أول", null), (copy.Language, copy.Title, copy.Description, copy.PremiereNote, copy.StatusReason));

        await editor.FillAsync($"/organise/screenings/{screening.Slug}/reinstate");
        Assert.Null(Assert.Single((await Stored(app, screening.Slug)).Translations).StatusReason);
        Assert.DoesNotContain("StatusReason", (await editor.GetAsync(address)).Body, StringComparison.Ordinal);
    }
}
