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
    public async Task Its_pages_elsewhere_are_checked_line_by_line_and_shown_and_told_to_machines(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        var many = string.Join('\n', Enumerable.Range(1, 13).Select(i => $"https://example.org/{i}"));
        foreach (var (typed, problem) in new[]
        {
            ("https://example.org/a\nhttp://example.org/b", "'http://example.org/b' is not a web address such as https://example.org."),
            ("javascript:alert(1)", "'javascript:alert(1)' is not a web address such as https://example.org."),
            (many, "There are too many; 12 are the most."),
        })
        {
            var refused = await owner.FillAsync($"{Here}/edit", ("Input.Links", typed));
            Assert.Equal((422, problem, typed),
                (refused.Status, refused.Text("p.error"), refused.Html.QuerySelector("#Input_Links")!.TextContent));
        }
        await owner.FillAsync($"{Here}/edit", ("Input.Website", "https://campaign.example"),
            ("Input.Links", "https://www.wikidata.org/wiki/Q1\r\n\r\n https://www.example.org/film \r\nhttps://www.example.org/film"));
        var page = await app.AsVisitor().GetAsync("/organisations/homs-campaign");
        Assert.Equal(["https://campaign.example", "https://www.wikidata.org/wiki/Q1", "https://www.example.org/film"],
            page.Links("article > ul.plain a"));
        Assert.Equal(["Website", "Wikidata", "example.org"], page.Texts("article > ul.plain a").Select(text => text.Split(" (")[0]));
        Assert.Contains("\"sameAs\":[\"https://campaign.example\",\"https://www.wikidata.org/wiki/Q1\",\"https://www.example.org/film\"]",
            page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://www.wikidata.org/wiki/Q1\nhttps://www.example.org/film",
            (await owner.GetAsync($"{Here}/edit")).Html.QuerySelector("#Input_Links")!.TextContent);
        await owner.FillAsync($"{Here}/edit", ("Input.Links", ""));
        page = await app.AsVisitor().GetAsync("/organisations/homs-campaign");
        Assert.Equal(["https://campaign.example"], page.Links("article > ul.plain a"));
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
        var campaign = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddEntry("A draft", published: false, and: e => e.OrganisationId = campaign);
        await app.Programme.AddEntry("A review", EntryKind.Review, and: e => e.OrganisationId = campaign);
        var inUse = await owner.GetAsync($"{Here}/delete");
        Assert.Null(inUse.Html.QuerySelector("main form:not([action='/account/sign-out'])"));
        Assert.Equal(["1 screening", "2 entries of the journal"], inUse.Texts(".uses li"));
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
