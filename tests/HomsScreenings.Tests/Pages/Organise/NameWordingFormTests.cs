using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>What venues, people and organisations are called and told of in other languages, in their forms.</summary>
public sealed class NameWordingFormTests
{
    const string Zahra = "سينما الزهراء";

    static Task<string> ChangesOf<T>(ScreeningsApp app, int version) => app.InDbAsync(db =>
        db.Audit.Where(a => a.Version == version && a.Kind == typeof(T).Name).Select(a => a.Changes).SingleAsync());

    [Theory, OnEachDatabase]
    public async Task A_venue_is_worded_in_Arabic_and_saving_it_unchanged_is_no_change(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var page = await editor.GetAsync("/organise/venues/new");
        var name = page.Html.QuerySelector("#Input_Translations_0__Name")!;
        Assert.Equal(("ar", "rtl", "Name in Arabic"),
            (name.GetAttribute("lang"), name.GetAttribute("dir"), page.Text("label[for=Input_Translations_0__Name]")));
        Assert.False(page.Html.QuerySelector("details.wordings")!.HasAttribute("open"));
        var saved = await editor.SubmitAsync(page, "/organise/venues/new", changes:
        [
            ("Input.Name", "Zahra"), ("Input.City", "London"), ("Input.Country", "GB"), ("Input.Translations[0].Name", Zahra),
            ("Input.Translations[0].Directions", "خلف **الساحة**"), ("Input.Translations[0].AccessNotes", "درج"),
            ("Input.Translations[0].AskFor", "الحارس"), ("Input.Translations[0].ExpectationNotes", "تدفئة"),
        ]);
        Assert.Equal(302, saved.Status);
        var venue = await app.InDbAsync(db => db.Venues.Include(v => v.Translations).SingleAsync());
        var wording = Assert.Single(venue.Translations);
        Assert.Equal(("ar", Zahra, "خلف **الساحة**", "درج", "الحارس", "تدفئة", 1), (wording.Language, wording.Name, wording.Directions,
            wording.AccessNotes, wording.AskFor, wording.ExpectationNotes, venue.Version));

        Assert.Equal(302, (await editor.FillAsync(saved.Location!)).Status);
        Assert.Equal(1, (await app.InDbAsync(db => db.Venues.SingleAsync())).Version);
        await editor.FillAsync(saved.Location!, ("Input.Translations[0].AskFor", ""));
        Assert.Equal((2, "Venue translation: changed"),
            ((await app.InDbAsync(db => db.Venues.SingleAsync())).Version, await ChangesOf<Venue>(app, 2)));
        Assert.Equal("In other languages: Arabic", (await editor.GetAsync(saved.Location!)).Text("details.wordings summary"));
        Assert.Equal(["Zahra"], (await editor.GetAsync($"/organise/venues?q={Uri.EscapeDataString("الزهراء")}")).Texts("tbody th bdi"));
    }

    [Theory, OnEachDatabase]
    public async Task A_person_is_worded_in_Arabic_and_known_by_that_name_in_credits(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        const string edit = "/organise/people/orwa-nyrabia/edit", arabic = "عروة نيربية";
        await editor.FillAsync("/organise/people/new", ("Input.Name", "Orwa Nyrabia"), ("Input.Translations[0].Name", arabic),
            ("Input.Translations[0].About", "منتج"));
        var wording = await app.InDbAsync(db => db.People.SelectMany(p => p.Translations).SingleAsync());
        Assert.Equal(("ar", arabic, "منتج"), (wording.Language, wording.Name, wording.About));
        Assert.Equal(302, (await editor.FillAsync(edit)).Status);
        Assert.Equal(1, (await app.InDbAsync(db => db.People.SingleAsync())).Version);
        await editor.FillAsync(edit, ("Input.Translations[0].About", ""));
        Assert.Equal("Person translation: changed", await ChangesOf<HomsScreenings.Model.Person>(app, 2));
        Assert.Equal(["Orwa Nyrabia"],
            (await editor.GetAsync($"/organise/people?q={Uri.EscapeDataString("نيربية")}")).Texts("tbody th bdi"));

        await editor.FillAsync("/organise/films/new", ("Input.Title", "Return to Homs"), ("Input.Credits[0].Role", "Producer"),
            ("Input.Credits[0].Person", arabic));
        Assert.Equal("Orwa Nyrabia",
            await app.InDbAsync(db => db.Films.SelectMany(f => f.Credits).Select(c => c.Person.Name).SingleAsync()));
        var twin = await editor.FillAsync("/organise/people/new", ("Input.Name", arabic));
        Assert.Equal((422, 1), (twin.Status, await app.InDbAsync(db => db.People.CountAsync())));
    }

    [Theory, OnEachDatabase]
    public async Task An_organisation_is_worded_in_Arabic(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        const string edit = "/organise/organisations/homs-campaign/edit";
        Assert.Equal(302, (await editor.FillAsync(edit, ("Input.Translations[0].Name", "منظمة العفو الدولية"),
            ("Input.Translations[0].About", "عن **العفو**"))).Status);
        var wording = await app.InDbAsync(db => db.Organisations.SelectMany(o => o.Translations).SingleAsync());
        Assert.Equal(("ar", "منظمة العفو الدولية", "عن **العفو**"), (wording.Language, wording.Name, wording.About));
        Assert.Equal("Organisation translation: changed", await ChangesOf<Organisation>(app, 2));
        var refused = await editor.FillAsync(edit, ("Input.TextLanguage", "ar"), ("Input.Translations[0].About", "باقٍ"));
        Assert.Equal((422, "باقٍ"), (refused.Status, refused.Typed("Input.Translations[0].About")));
        Assert.Equal(["Input_Translations_0__Name-error: The texts of the record itself are in Arabic: "
            + "clear these, or say that those are in another language."], refused.Problems());
        Assert.True(refused.Html.QuerySelector("details.wordings")!.HasAttribute("open"));
        await editor.FillAsync(edit, ("Input.Translations[0].Name", ""), ("Input.Translations[0].About", ""));
        Assert.Empty(await app.InDbAsync(db => db.Organisations.SelectMany(o => o.Translations).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Who_saves_what_somebody_else_has_worded_meanwhile_is_shown_it_first(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var editor = await app.AsOrganiserAsync();
        var campaign = await app.Programme.AddOrganisation(Desk.Campaign);
        await app.Programme.AddVenue("Zahra", and: v => v.OrganisationId = campaign);
        const string edit = "/organise/venues/zahra/edit";
        var open = await editor.GetAsync(edit);
        await editor.FillAsync(edit, ("Input.Translations[0].Name", Zahra));
        var late = await editor.SubmitAsync(open, edit, changes: [("Input.Translations[0].Name", "الزهرة")]);
        Assert.Equal((409, "الزهرة"), (late.Status, late.Typed("Input.Translations[0].Name")));
        Assert.Equal(Zahra, await app.InDbAsync(db => db.Venues.SelectMany(v => v.Translations).Select(t => t.Name).SingleAsync()));
    }
}
