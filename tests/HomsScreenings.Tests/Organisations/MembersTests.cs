using HomsScreenings.Model;
using HomsScreenings.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Organisations;

public sealed class MembersTests
{
    const string Here = "/organise/organisations/homs-campaign";

    [Theory, OnEachDatabase]
    public async Task A_member_who_is_removed_loses_access_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (owner, removed) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        Assert.Equal(200, (await removed.GetAsync($"{Here}/edit")).Status);
        Assert.Equal(302, (await owner.FillAsync($"{Here}/members/{removed.UserId}/remove")).Status);
        Assert.Equal(404, (await removed.GetAsync($"{Here}/edit")).Status);
        Assert.Empty((await removed.GetAsync("/organise/organisations")).Texts("tbody tr"));
    }

    [Theory, OnEachDatabase]
    public async Task A_stranger_and_a_mere_editor_find_no_such_pages(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        var editor = await app.AsOrganiserAsync(role: MemberRole.Editor);
        var stranger = await app.AsOrganiserAsync("Somebody Else");
        await owner.FillAsync($"{Here}/members", ("Input.Email", "talal@example.org"));
        var invitation = await app.InDbAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        foreach (var page in new[] { "edit", "delete", "members",
            $"members/{owner.UserId}", $"members/{owner.UserId}/remove", $"invitations/{invitation}/revoke" })
            Assert.Equal(
                (page, 200, 404, 404),
                (page, (await owner.GetAsync($"{Here}/{page}")).Status,
                    (await editor.GetAsync($"{Here}/{page}")).Status, (await stranger.GetAsync($"{Here}/{page}")).Status));
        var form = await stranger.GetAsync("/organise/organisations/somebody-else/members");
        Assert.Equal(404, (await stranger.SubmitAsync(form, $"{Here}/members", changes: ("Input.Email", "spy@example.org"))).Status);
        Assert.Equal(404, (await stranger.SubmitAsync(form, $"{Here}/members/{owner.UserId}/remove")).Status);
        Assert.Equal(
            (1, 2),
            await app.InDbAsync(
                async db => (await db.Invitations.CountAsync(), await db.Members.CountAsync(m => m.Organisation.Slug == "homs-campaign"))));
    }

    [Theory, OnEachDatabase]
    public async Task The_last_owner_can_neither_be_removed_nor_made_an_editor(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (owner, editor) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync(role: MemberRole.Editor));
        var administrator = await app.AsAdministratorAsync();
        foreach (var person in new[] { owner, administrator })
        {
            Assert.Equal(422, (await person.FillAsync($"{Here}/members/{owner.UserId}/remove")).Status);
            Assert.Equal(422, (await person.FillAsync($"{Here}/members/{owner.UserId}", ("Role", "Editor"))).Status);
        }
        Assert.Equal(MemberRole.Owner, await app.RoleInAsync("Homs Campaign", owner.UserId));
        Assert.Equal(302, (await owner.FillAsync($"{Here}/members/{editor.UserId}", ("Role", "Owner"))).Status);
        Assert.Equal(302, (await owner.FillAsync($"{Here}/members/{owner.UserId}/remove")).Status);
        Assert.Equal((null, MemberRole.Owner),
            (await app.RoleInAsync("Homs Campaign", owner.UserId), await app.RoleInAsync("Homs Campaign", editor.UserId)));
    }

    [Theory, OnEachDatabase]
    public async Task Of_owners_who_remove_one_another_at_once_one_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Client[] owners = [await app.AsOrganiserAsync(), await app.AsOrganiserAsync(),
            await app.AsOrganiserAsync(), await app.AsOrganiserAsync()];
        string Other(int i) => $"{Here}/members/{owners[(i + 1) % owners.Length].UserId}/remove";
        var open = await Task.WhenAll(owners.Select((o, i) => o.GetAsync(Other(i))));
        var answers = await Task.WhenAll(owners.Select((o, i) => o.SubmitAsync(open[i], Other(i))));
        Assert.DoesNotContain(500, answers.Select(a => a.Status));
        Assert.InRange(await app.InDbAsync(db => db.Members.CountAsync(m => m.Role == MemberRole.Owner)), 1, 3);
    }

    [Theory, OnEachDatabase]
    public async Task A_member_is_not_invited_twice_and_a_wrong_address_is_kept_in_the_form(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (owner, member) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        Assert.Equal(422, (await owner.FillAsync($"{Here}/members", ("Input.Email", member.Email!.ToUpperInvariant()))).Status);
        foreach (var wrong in new[] { "talal", "Talal <talal@example.org>", "a@example.org, b@example.org" })
        {
            var refused = await owner.FillAsync($"{Here}/members", ("Input.Email", wrong));
            Assert.Equal((422, wrong), (refused.Status, refused.Html.QuerySelector("#Input_Email")!.GetAttribute("value")));
        }
        Assert.Equal(0, await app.InDbAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_list_of_members_costs_the_same_for_one_and_for_many(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        async Task<int> Cost(string page)
        {
            app.Statements.Reset();
            Assert.Equal(200, (await owner.GetAsync(page)).Status);
            return app.Statements.Statements.Count;
        }
        await Cost($"{Here}/members"); // what is made once
        var (membersOfOne, listOfOne) = (await Cost($"{Here}/members"), await Cost("/organise/organisations"));
        for (var i = 0; i < 3; i++) await app.AsOrganiserAsync();
        Assert.Equal((membersOfOne, listOfOne), (await Cost($"{Here}/members"), await Cost("/organise/organisations")));
    }
}
