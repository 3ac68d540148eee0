using AngleSharp.Dom;
using HomsScreenings.Films;
using HomsScreenings.Screenings;
using HomsScreenings.Series;
using HomsScreenings.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages.Organise;

public sealed class WordingFormTests
{
    const string EditFilm = "/organise/films/return-to-homs/edit", EditSeries = "/organise/series/uk-tour/edit";

    static Task<Film> Film(ScreeningsApp app) => app.InDbAsync(db => db.Films.AsNoTracking().Include(f => f.Wordings).SingleAsync());

    static Task<Screening> Stored(ScreeningsApp app, string slug) => app.InDbAsync(db => db.Screenings.AsNoTracking().Include(s => s.Wordings).SingleAsync(s => s.Slug == slug));

    [Theory, OnEachDatabase]
    public async Task A_film_is_worded_in_Arabic_and_saving_it_unchanged_is_no_change(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var page = await editor.GetAsync("/organise/films/new");
        var title = page.Html.QuerySelector("#Draft_Wordings_0__Title")!;
        Assert.Equal(("ar", "rtl", "Title in Arabic"), (title.GetAttribute("lang"), title.GetAttribute("dir"), page.Text("label[for=Draft_Wordings_0__Title]")));
        Assert.Equal(["en", "ar"], page.Html.QuerySelectorAll("#Draft_TextLanguage option").Select(o => o.GetAttribute("value")));
        Assert.False(page.Html.QuerySelector("details.wordings")!.HasAttribute("open"));

        var saved = await editor.SubmitAsync(page, "/organise/films/new", changes:
        [
            ("Draft.Title", "Return to Homs"), ("Draft.Wordings[0].Title", "العودة إلى حمص"), ("Draft.Wordings[0].Synopsis", "عن **حمص**"),
            ("Draft.Wordings[0].ContentNotes", "حرب"), ("Draft.Wordings[0].Notes", "ملاحظة"),
        ]);
        Assert.Equal(EditFilm, saved.Location);
        var film = await Film(app);
        var wording = Assert.Single(film.Wordings);
        Assert.Equal(("ar", "العودة إلى حمص", "عن **حمص**", "حرب", "ملاحظة", 1), (wording.Language, wording.Title, wording.Synopsis, wording.ContentNotes, wording.Notes, film.Version));
        Assert.Equal("العودة إلى حمص", (await app.AsVisitor().GetAsync("/ar/films/return-to-homs")).Text("h1"));

        Assert.Equal(302, (await editor.FillAsync(EditFilm)).Status);
        Assert.Equal(1, (await Film(app)).Version);
        await editor.FillAsync(EditFilm, ("Draft.Wordings[0].Notes", ""));
        var changed = await Film(app);
        Assert.Equal((2, null), (changed.Version, Assert.Single(changed.Wordings).Notes));
        Assert.Equal("Film wording: changed", (await app.InDbAsync(db => db.Audit.Where(a => a.Version == 2 && a.Kind == nameof(Film)).SingleAsync())).Changes);
        Assert.Equal("In other languages: Arabic", (await editor.GetAsync(EditFilm)).Text("details.wordings summary"));
        await editor.FillAsync(EditFilm, ("Draft.Wordings[0].Title", ""), ("Draft.Wordings[0].Synopsis", ""), ("Draft.Wordings[0].ContentNotes", ""));
        Assert.Empty((await Film(app)).Wordings);
    }

    [Theory, OnEachDatabase]
    public async Task Two_texts_in_one_language_are_refused_and_nothing_typed_is_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        await editor.FillAsync("/organise/films/new", ("Draft.Title", "Return to Homs"));
        var refused = await editor.FillAsync(EditFilm, ("Draft.TextLanguage", "ar"), ("Draft.Wordings[0].Title", "العودة"), ("Draft.Wordings[0].Synopsis", "عن حمص"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(["Draft_Wordings_0__Title-error: The texts of the record itself are in Arabic: clear these, or say that those are in another language."], refused.Problems());
        Assert.Equal(("ar", "العودة", "عن حمص"), (refused.Typed("Draft.TextLanguage"), refused.Typed("Draft.Wordings[0].Title"), refused.Typed("Draft.Wordings[0].Synopsis")));
        Assert.True(refused.Html.QuerySelector("details.wordings")!.HasAttribute("open"));
        Assert.Empty((await Film(app)).Wordings);

        // Cleared, the record is in Arabic, and the row that is offered now is the English one.
        Assert.Equal(302, (await editor.SubmitAsync(refused, EditFilm, changes: [("Draft.Wordings[0].Title", ""), ("Draft.Wordings[0].Synopsis", "")])).Status);
        Assert.Equal("ar", (await Film(app)).TextLanguage);
        Assert.Equal("en", (await editor.GetAsync(EditFilm)).Typed("Draft.Wordings[0].Language"));
    }

    [Theory, OnEachDatabase]
    public async Task Too_long_a_wording_is_said_beside_its_field(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var organisation = await app.Programme.AddOrganisation(Desk.Campaign);
        await app.Programme.AddSeries("UK tour", and: s => s.OrganisationId = organisation);
        var refused = await editor.FillAsync(EditSeries, ("Draft.Wordings[0].Title", new string('ح', 201)), ("Draft.Wordings[0].Invitation", "تعالوا"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(["Draft_Wordings_0__Title-error: Title is at most 200 characters long."], refused.Problems());
        Assert.Equal((new string('ح', 201), "تعالوا"), (refused.Typed("Draft.Wordings[0].Title"), refused.Typed("Draft.Wordings[0].Invitation")));
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
            s.SetWordings([new SeriesWording { Language = "fr", Title = "Tournée" }]);
        });
        Assert.Equal(302, (await editor.FillAsync(EditSeries, ("Draft.Wordings[1].Title", "جولة"), ("Draft.Wordings[1].Description", "وصف"), ("Draft.Wordings[1].Invitation", "تعالوا"), ("Draft.Wordings[1].DatesNote", "قريبًا"))).Status);
        var wordings = await app.InDbAsync(db => db.Series.SelectMany(s => s.Wordings).OrderBy(w => w.Language).ToListAsync());
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
        Assert.Equal(302, (await editor.FillAsync(address, ("Draft.Wordings[0].Title", "ليلة"), ("Draft.Wordings[0].Description", "وصف"), ("Draft.Wordings[0].PremiereNote", "أول"), ("Draft.Wordings[0].StatusReason", "ثلج"))).Status);
        var wording = Assert.Single((await Stored(app, screening.Slug)).Wordings);
        Assert.Equal(("ar", "ليلة", "وصف", "أول", "ثلج"), (wording.Language, wording.Title, wording.Description, wording.PremiereNote, wording.StatusReason));

        await editor.FillAsync($"/organise/screenings/{screening.Slug}/duplicate", ("Draft.Dates", "2026-12-01 19:30"));
        var copy = Assert.Single((await app.InDbAsync(db => db.Screenings.Include(s => s.Wordings).SingleAsync(s => s.Id != screening.Id))).Wordings);
        Assert.Equal(("ar", "ليلة", "وصف", "أول", null), (copy.Language, copy.Title, copy.Description, copy.PremiereNote, copy.StatusReason));

        await editor.FillAsync($"/organise/screenings/{screening.Slug}/reinstate");
        Assert.Null(Assert.Single((await Stored(app, screening.Slug)).Wordings).StatusReason);
        Assert.DoesNotContain("StatusReason", (await editor.GetAsync(address)).Body, StringComparison.Ordinal);
    }
}
