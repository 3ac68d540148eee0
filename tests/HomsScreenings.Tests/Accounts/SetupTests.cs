using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Accounts;

public sealed class SetupTests
{
    static readonly (string, string?)[] Typed =
    [
        ("Input.Email", "orwa@example.org"), ("Input.Password", SigningIn.Password),
        ("Input.Again", SigningIn.Password), ("Input.Organisation", "Homs Campaign"),
    ];

    [Theory, OnEachDatabase]
    public async Task The_link_makes_somebody_who_runs_the_site_and_owns_an_organisation(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var person = app.AsVisitor();
        var answer = await person.FillAsync($"/setup?token={await app.NewSetupTokenAsync()}", Typed);

        Assert.Equal((302, "/organise"), (answer.Status, answer.Location));
        Assert.Equal(["Homs Campaign: owner"], (await person.GetAsync("/account")).Texts("section[aria-labelledby=memberships] li"));
        Assert.Equal(200, (await person.GetAsync("/organise/accounts")).Status);
        var organisation = await app.InDbAsync(db => db.Organisations.SingleAsync());
        Assert.Equal(("homs-campaign", 1), (organisation.Slug, organisation.Version));
    }

    [Theory, OnEachDatabase]
    public async Task The_link_works_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (first, second, link) = (app.AsVisitor(), app.AsVisitor(), $"/setup?token={await app.NewSetupTokenAsync()}");
        var open = await second.GetAsync(link);
        await first.FillAsync(link, Typed);

        Assert.Equal(404, (await second.SubmitAsync(open, link, changes: [.. Typed, ("Input.Email", "late@example.org")])).Status);
        Assert.Equal(404, (await second.GetAsync(link)).Status);
        Assert.Equal(["orwa@example.org"], await app.InDbAsync(db => db.Users.Select(u => u.Email!).ToListAsync()));
        Assert.Null(await app.NewSetupTokenAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Of_those_who_send_the_form_at_once_one_wins(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var link = $"/setup?token={await app.NewSetupTokenAsync()}";
        var people = Enumerable.Range(1, 4).Select(_ => app.AsVisitor()).ToList();
        var open = await Task.WhenAll(people.Select(p => p.GetAsync(link)));
        var answers = await Task.WhenAll(
            people.Select((p, i) => p.SubmitAsync(open[i], link, changes: [.. Typed, ("Input.Email", $"person{i}@example.org")])));

        Assert.Equal([302, 404, 404, 404], answers.Select(a => a.Status).Order());
        Assert.Equal(
            (1, 1, 1, 1, 0),
            await app.InDbAsync(
                async db => (await db.Users.CountAsync(), await db.UserRoles.CountAsync(), await db.Organisations.CountAsync(),
            await db.Members.CountAsync(), await db.Tokens.CountAsync())));
    }

    [Theory, OnEachDatabase]
    public async Task Each_start_makes_a_new_link_and_ends_the_former(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var former = await app.NewSetupTokenAsync();
        var present = await app.NewSetupTokenAsync();
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/setup?token={former}")).Status);
        Assert.Equal(200, (await app.AsVisitor().GetAsync($"/setup?token={present}")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Several_starts_at_once_do_not_fail(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var tokens = await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => app.NewSetupTokenAsync()));
        var answers = await Task.WhenAll(tokens.Select(t => app.AsVisitor().GetAsync($"/setup?token={t}")));
        Assert.Contains(200, answers.Select(a => a.Status));
    }

    [Theory, OnEachDatabase]
    public async Task Without_the_right_token_there_is_no_such_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var token = await app.NewSetupTokenAsync();
        foreach (var address in new[] { "/setup", "/setup?token=", "/setup?token=guessed", $"/setup?token={token}x" })
            Assert.Equal(404, (await app.AsVisitor().GetAsync(address)).Status);
        Assert.Equal(200, (await app.AsVisitor().GetAsync($"/setup?token={token}")).Status);
        await app.AddAccountAsync("somebody@example.org");
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/setup?token={token}")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task The_form_says_what_is_wrong_keeps_what_was_typed_and_can_be_sent_again(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (person, link) = (app.AsVisitor(), $"/setup?token={await app.NewSetupTokenAsync()}");
        var refused = await person.FillAsync(link, [.. Typed, ("Input.Email", "nobody"), ("Input.Again", "something else")]);
        Assert.Equal(422, refused.Status);
        Assert.Equal(["Your email address is an email address such as name@example.org.", "The two passwords differ."],
            refused.Texts("p.error"));
        Assert.Equal("Homs Campaign", refused.Html.QuerySelector("#Input_Organisation")!.GetAttribute("value"));
        Assert.DoesNotContain(SigningIn.Password, refused.Body, StringComparison.Ordinal);
        Assert.Equal(302, (await person.SubmitAsync(refused, "/setup", changes: Typed)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Neither_token_nor_password_nor_address_gets_into_the_log(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database,
            ("Logging:LogLevel:Microsoft", "Information"), ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information"));
        var token = await app.NewSetupTokenAsync();
        await app.AsVisitor().FillAsync($"/setup?token={token}", Typed);
        await app.AsVisitor().SignInAsync("orwa@example.org", "not the password");
        await app.AskForNewPasswordAsync("orwa@example.org");
        var log = string.Join('\n', app.Log.Lines);
        // it is a log of everything that is not kept silent
        Assert.Contains("Information Microsoft.Hosting.Lifetime", log, StringComparison.Ordinal);
        foreach (var secret in new[] { token!, SigningIn.Password,
            "not the password", "orwa@example.org", "ORWA@EXAMPLE.ORG", Token.HashOf(token!) })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }
}
