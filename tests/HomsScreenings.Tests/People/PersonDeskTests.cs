using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using FilmPerson = HomsScreenings.Model.Person;

namespace HomsScreenings.Tests.People;

public sealed class PersonDeskTests
{
    const string New = "/organise/people/new";
    const string EditTalal = "/organise/people/talal-derki/edit";
    const string DeleteTalal = "/organise/people/talal-derki/delete";

    static readonly (string, string?)[] Talal = [("Input.Name", "Talal Derki"),
        ("Input.OriginalName", "طلال ديركي"), ("Input.OriginalNameLanguage", "AR"), ("Input.About", "Film-maker.")];

    static Task<FilmPerson> TalalAsync(ScreeningsApp app) => app.InDbAsync(db => db.People.SingleAsync(p => p.Slug == "talal-derki"));

    [Theory, OnEachDatabase]
    public async Task A_person_is_added_changed_and_asked_about_when_there_already(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        Assert.Equal(EditTalal, (await organiser.FillAsync(New, Talal)).Location);
        var person = await TalalAsync(app);
        Assert.Equal(("Talal Derki", "طلال ديركي", "ar", "Film-maker."),
            (person.Name, person.OriginalName, person.OriginalNameLanguage, person.About));
        Assert.Equal(302, (await organiser.FillAsync(EditTalal)).Status);
        Assert.Equal(1, (await TalalAsync(app)).Version);
        Assert.Equal(302, (await organiser.FillAsync(EditTalal, ("Input.About", "He studied in Greece."))).Status);
        Assert.Equal("About: Film-maker. → He studied in Greece.", (await organiser.GetAsync(EditTalal)).Text(".history li li"));

        var asked = await organiser.FillAsync(New, ("Input.Name", "طلال ديركي"));
        Assert.Equal((422, "Talal Derki (طلال ديركي) (a draft)"), (asked.Status, asked.Text(".twins li")));
        Assert.Equal(302, (await organiser.SubmitAsync(asked, New, changes: ("Input.ConfirmedNew", "true"))).Status);
        Assert.Equal(2, await app.InDbAsync(db => db.People.CountAsync()));
        Assert.Equal(["Talal Derki طلال ديركي"], (await organiser.GetAsync("/organise/people?q=derki")).Texts("tbody th"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_beside_the_field(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var page = await organiser.FillAsync(New, ("Input.Name", " "), ("Input.About", new string('x', 20_001)));
        Assert.Equal((422, "The person needs a name.", "About is at most 20000 characters long."),
            (page.Status, page.Text("#Input_Name-error"), page.Text("#Input_About-error")));
        Assert.Equal("A language is given, but no name in it.",
            (await organiser.FillAsync(New, ("Input.Name", "Osama"), ("Input.OriginalNameLanguage", "ar")))
                .Text("#Input_OriginalNameLanguage-error"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_comes_too_late_sees_what_was_changed_and_a_stranger_sees_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (early, late) = (await app.AsOrganiserAsync("Homs Campaign"), await app.AsOrganiserAsync("Homs Campaign"));
        await early.FillAsync(New, Talal);
        var open = await late.GetAsync(EditTalal);
        await early.FillAsync(EditTalal, ("Input.About", "He studied in Greece."));
        var shown = await late.SubmitAsync(open, EditTalal, changes: ("Input.About", "Mine."));
        Assert.Equal((409, "About: Film-maker. → He studied in Greece."), (shown.Status, shown.Text(".conflict li")));
        Assert.Equal(302, (await late.SubmitAsync(shown, EditTalal)).Status);
        Assert.Equal("Mine.", (await TalalAsync(app)).About);
        foreach (var address in new[] { EditTalal, DeleteTalal })
            Assert.Equal(404, (await (await app.AsOrganiserAsync("Another House")).GetAsync(address)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_person_goes_only_when_no_credit_and_no_talk_names_them(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        await organiser.FillAsync(New, Talal);
        var open = await organiser.GetAsync(DeleteTalal);
        var id = (await TalalAsync(app)).Id;
        await app.Programme.AddFilm("Return to Homs",
            and: f => f.SetCredits([new Credit { Role = "Director", PersonId = id }, new Credit { Role = "Writer", PersonId = id }]));
        await app.Programme.AddScreening("Silvered Water", organisation: "Homs Campaign",
            and: s => s.SetSpeakers([new Speaker { PersonId = id }]));
        await app.Programme.AddEntry("What I filmed", and: e => e.AuthorId = id);
        var kept = await organiser.SubmitAsync(open, DeleteTalal);
        Assert.Equal(["Silvered Water, Saturday 27 June 2026", "What I filmed"], kept.Texts(".uses li"));
        Assert.Equal((409, "Return to Homs: Director, Writer", "Silvered Water, Saturday 27 June 2026"),
            (kept.Status, kept.Text("main .desk > ul li"), kept.Text(".uses li")));

        await app.InDbAsync(async db =>
        {
            db.RemoveRange(await db.Set<Credit>().Include(c => c.Film).ToListAsync());
            db.RemoveRange(await db.Set<Speaker>().Include(s => s.Screening).ToListAsync());
            db.RemoveRange(await db.Journal.ToListAsync());
            await db.SaveChangesAsync();
        });
        Assert.Equal("/organise/people", (await organiser.SubmitAsync(open, DeleteTalal)).Location);
        Assert.Equal("/organise/people", (await organiser.SubmitAsync(open, DeleteTalal)).Location);
        Assert.IsType<SlugFate.Gone>(await app.InDbAsync(db => db.FateOfAsync<FilmPerson>("talal-derki", CancellationToken.None)));
    }
}
