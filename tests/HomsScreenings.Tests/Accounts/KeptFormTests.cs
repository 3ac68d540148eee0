using HomsScreenings.Model;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

/// <summary>Signed out while typing: what was typed is kept, for whoever typed it.</summary>
public sealed class KeptFormTests
{
    const string Email = "nadia@example.org";
    static readonly string Synopsis = string.Concat(Enumerable.Repeat("Two thousand characters, in lines.\r\n‘So’ — \"<b>\" & more. ", 40))
        .Trim();

    static async Task<(ScreeningsApp App, Client Person, Answer Form)> AtTheFormAsync(Database database,
        string path = "/organise/films/new")
    {
        var app = await ScreeningsApp.StartAsync(database);
        var campaign = await app.Programme.AddOrganisation("Homs Campaign");
        foreach (var email in new[] { Email, "orwa@example.org" })
        {
            var id = await app.AddAccountAsync(email);
            await app.InDbAsync(async db =>
            {
                db.Members.Add(new Member { OrganisationId = campaign, UserId = id, Role = MemberRole.Owner });
                await db.SaveChangesAsync();
            });
        }
        var person = app.AsVisitor();
        await person.SignInAsync(Email);
        return (app, person, await person.GetAsync(path));
    }

    static Task EndSessionsAsync(ScreeningsApp app) => app.InDbAsync(db => db.Sessions.ExecuteDeleteAsync());

    static Task<Answer> SaveAsync(Client person, Answer form) => person.SubmitAsync(form, "/organise/films/new", "form.stacked",
        changes: [("Input.Title", "Return to Homs"), ("Input.Synopsis", Synopsis)]);

    [Theory, OnEachDatabase]
    public async Task Who_was_signed_out_while_typing_signs_in_and_saves_it(Database database)
    {
        var (app, person, form) = await AtTheFormAsync(database);
        await using var _ = app;
        await EndSessionsAsync(app);
        var refused = await SaveAsync(person, form);
        Assert.Equal(302, refused.Status);
        Assert.StartsWith("/account/sign-in?returnUrl=%2Faccount%2Fkept%2F", refused.Location, StringComparison.Ordinal);
        Assert.Contains("What you typed is kept", (await person.GetAsync(refused.Location!)).Text("main p[role=status]"),
            StringComparison.Ordinal);
        var kept = (await person.SignInAsync(Email, at: refused.Location!)).Location!;
        Assert.Contains("Return to Homs", (await person.GetAsync(kept)).Texts("dl.kept dd"));
        var saved = await person.FillAsync(kept);
        Assert.Equal(302, saved.Status);
        var film = await app.InDbAsync(db => db.Films.SingleAsync());
        Assert.Equal(("Return to Homs", Synopsis.ReplaceLineEndings("\n")), (film.Title, film.Synopsis));
    }

    [Theory, OnEachDatabase]
    public async Task It_is_never_saved_under_the_name_of_somebody_else_and_not_lost(Database database)
    {
        var (app, person, form) = await AtTheFormAsync(database);
        await using var _ = app;
        await EndSessionsAsync(app);
        await person.SignInAsync("orwa@example.org");
        var refused = await SaveAsync(person, form);
        Assert.Equal(302, refused.Status);
        Assert.StartsWith("/account/kept/", refused.Location, StringComparison.Ordinal);
        var theirs = await person.GetAsync(refused.Location!);
        Assert.Equal("This form was opened by another account", theirs.Text("h1"));
        Assert.DoesNotContain("Two thousand", theirs.Body, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Films.CountAsync()));
        var again = app.AsVisitor();
        await again.SignInAsync(Email);
        Assert.Equal(302, (await again.FillAsync(refused.Location!)).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Films.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_sends_more_than_anybody_types_fills_no_database(Database database)
    {
        var (app, person, form) = await AtTheFormAsync(database);
        await using var _ = app;
        await EndSessionsAsync(app);
        var refused = await SaveAsync(person, form);
        for (var i = 1; i <= KeptForms.MaxOfAccount; i++)
        {
            app.Clock.Pass(Duration.FromSeconds(1));
            await person.SubmitAsync(form, $"/organise/films/new?{i}", "form.stacked");
        }
        Assert.Equal(KeptForms.MaxOfAccount, await app.InDbAsync(db => db.KeptForms.CountAsync()));
        var first = (await person.SignInAsync(Email, at: refused.Location!)).Location!;
        Assert.Equal(404, (await person.GetAsync(first)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task It_can_be_thrown_away_and_goes_by_itself_after_two_days(Database database)
    {
        var (app, person, form) = await AtTheFormAsync(database);
        await using var _ = app;
        await EndSessionsAsync(app);
        var first = await SaveAsync(person, form);
        var kept = (await person.SignInAsync(Email, at: first.Location!)).Location!;
        Assert.Equal(302, (await person.FillAsync(kept, $"main form[action=\"{kept}\"]", null)).Status);
        Assert.Equal(404, (await person.GetAsync(kept)).Status);
        await EndSessionsAsync(app);
        await SaveAsync(person, form);
        app.Clock.Pass(KeptForm.KeptFor);
        await app.Services.GetRequiredService<BackgroundJobs>().RunAsync("account-tidying", CancellationToken.None);
        Assert.Equal(0, await app.InDbAsync(db => db.KeptForms.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_form_that_another_site_put_together_is_not_kept(Database database)
    {
        var (app, person, form) = await AtTheFormAsync(database);
        await using var _ = app;
        await EndSessionsAsync(app);
        foreach (var forged in new[] { null, "", "forged" })
        {
            var answer = await person.SubmitAsync(form, "/organise/films/new", "form.stacked",
                changes: [("Input.Title", "Forged"), ("__FormAccount", forged)]);
            Assert.Equal((302, "/account/sign-in?returnUrl=%2Forganise%2Ffilms%2Fnew"), (answer.Status, answer.Location));
        }
        Assert.Equal(0, await app.InDbAsync(db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task Every_form_of_the_desk_says_who_opened_it()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
        {
            s.Capacity = 10;
            s.GiveAwaySeats(_ => { });
        });
        var administrator = await app.AsAdministratorAsync();
        foreach (var path in new[] { "films/new", "people/new", "venues/new", "series/new", "screenings/new", "organisations/new",
            "calendar",
            "screenings/return-to-homs-ica/edit", "screenings/return-to-homs-ica/cancel", "screenings/return-to-homs-ica/door",
            "organisations/homs-campaign/members", $"accounts/{administrator.UserId}" })
        {
            var page = await administrator.GetAsync($"/organise/{path}");
            Assert.Equal((path, 200), (path, page.Status));
            Assert.NotEmpty(page.Html.QuerySelectorAll("main form[method=post]"));
            Assert.All(page.Html.QuerySelectorAll("main form[method=post]"), f => Assert.NotNull(f.QuerySelector("[name=__FormAccount]")));
        }
    }
}
