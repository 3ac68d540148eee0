using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Organisations;

public sealed class OrganisationDeskTests
{
    const string Here = "/organise/organisations/homs-campaign";

    [Theory, OnEachDatabase]
    public async Task An_owner_changes_what_the_organisation_says_and_where_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        var saved = await owner.FillAsync($"{Here}/edit", ("Input.Name", "Return to Homs Campaign"), ("Input.About", "We show a film."),
            ("Input.Website", "https://example.org"), ("Input.PublicEmail", "hello@example.org"), ("Input.Slug", "return-to-homs"));
        Assert.Equal((302, "/organise/organisations/return-to-homs/edit"), (saved.Status, saved.Location));
        var now = await app.InDbAsync(db => db.Organisations.SingleAsync());
        Assert.Equal(("Return to Homs Campaign", "We show a film.", "https://example.org", "hello@example.org", "return-to-homs"),
            (now.Name, now.About, now.Website, now.PublicEmail, now.Slug));
        Assert.Equal("/organise/organisations/return-to-homs/edit", (await owner.GetAsync($"{Here}/edit")).Location);
        Assert.Equal(404, (await (await app.AsOrganiserAsync("Somebody Else")).GetAsync($"{Here}/edit")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_typed_wrong_is_said_beside_the_field_and_nothing_is_saved(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        var refused = await owner.FillAsync($"{Here}/edit", ("Input.Name", ""),
            ("Input.Website", "example"), ("Input.PublicEmail", "@"), ("Input.Slug", "Not An Address"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(4, refused.Texts("p.error").Count);
        Assert.Equal("Not An Address", refused.Html.QuerySelector("#Input_Slug")!.GetAttribute("value"));
        Assert.Equal(1, (await app.InDbAsync(db => db.Organisations.SingleAsync())).Version);
    }

    [Theory, OnEachDatabase]
    public async Task Who_saves_later_sees_what_the_other_changed_and_may_then_decide(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (first, second) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        var open = await second.GetAsync($"{Here}/edit");
        await first.FillAsync($"{Here}/edit", ("Input.Website", "https://first.example.org"));
        var conflict = await second.SubmitAsync(open, $"{Here}/edit", changes: ("Input.Website", "https://second.example.org"));
        Assert.Equal(409, conflict.Status);
        Assert.Equal(["Website: nothing → https://first.example.org"], conflict.Texts(".conflict li"));
        Assert.Equal("https://second.example.org", conflict.Html.QuerySelector("#Input_Website")!.GetAttribute("value"));
        Assert.Equal(302, (await second.SubmitAsync(conflict, $"{Here}/edit")).Status);
        Assert.Equal("https://second.example.org", (await app.InDbAsync(db => db.Organisations.SingleAsync())).Website);
    }

    [Theory, OnEachDatabase]
    public async Task Only_who_runs_the_site_adds_an_organisation(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var administrator = await app.AsAdministratorAsync();
        Assert.Equal(404, (await (await app.AsOrganiserAsync()).GetAsync("/organise/organisations/new")).Status);
        Assert.Equal(404, (await (await app.AsSiteEditorAsync()).GetAsync("/organise/organisations/new")).Status);
        var added = await administrator.FillAsync("/organise/organisations/new", ("Input.Name", "Leith Cinema"));
        Assert.Equal((302, "/organise/organisations/leith-cinema/members"), (added.Status, added.Location));
    }

    [Theory, OnEachDatabase]
    public async Task Two_clicks_add_one_organisation(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var administrator = await app.AsAdministratorAsync();
        const string path = "/organise/organisations/new";
        var form = await administrator.GetAsync(path);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            administrator.SubmitAsync(form, path, changes: ("Input.Name", "Homs Campaign"))));
        Assert.Single(clicks, c => c.Status == 302);
        var late = await administrator.SubmitAsync(form, path, changes: ("Input.Name", "Homs Campaign"));
        Assert.Equal((422, "There is an organisation of this name already."), (late.Status, late.Text(".problems li")));
        Assert.Equal(1, await app.InDbAsync(db => db.Organisations.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_list_shows_ones_own_and_to_the_sites_editors_all(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, _, editor) = (await app.AsOrganiserAsync(),
            await app.AsOrganiserAsync("Somebody Else"), await app.AsSiteEditorAsync());
        Assert.Equal(["Homs Campaign"], (await organiser.GetAsync("/organise/organisations")).Texts("tbody th"));
        Assert.Equal(["Homs Campaign", "Somebody Else"], (await editor.GetAsync("/organise/organisations")).Texts("tbody th"));
        Assert.Equal((200, 404), ((await editor.GetAsync($"{Here}/edit")).Status, (await editor.GetAsync($"{Here}/members")).Status));
    }

    [Theory, OnEachDatabase]
    public async Task An_organisation_is_deleted_only_when_nothing_belongs_to_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        await app.Programme.AddScreening(organisation: "Homs Campaign");
        var inUse = await owner.GetAsync($"{Here}/delete");
        Assert.Null(inUse.Html.QuerySelector("main form:not([action='/account/sign-out'])"));
        var form = await owner.GetAsync($"{Here}/edit");
        Assert.Equal(422, (await owner.SubmitAsync(form, $"{Here}/delete")).Status);

        var other = await app.AsOrganiserAsync("Empty");
        const string delete = "/organise/organisations/empty/delete";
        var asked = await other.GetAsync(delete);
        for (var click = 0; click < 2; click++) Assert.Equal("/organise/organisations", (await other.SubmitAsync(asked, delete)).Location);
        Assert.Equal(["Homs Campaign"], await app.InDbAsync(db => db.Organisations.Select(o => o.Name).ToListAsync()));
        Assert.Equal(0, await app.InDbAsync(db => db.Members.CountAsync(m => m.UserId == other.UserId)));
    }
}
