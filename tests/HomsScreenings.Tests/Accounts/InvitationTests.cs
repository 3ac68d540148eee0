using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class InvitationTests
{
    const string Invited = "talal@example.org";
    static readonly (string, string?)[] Password = [("Input.Password", SigningIn.Password), ("Input.Again", SigningIn.Password)];

    static async Task<string> InviteAsync(ScreeningsApp app, string role = "Editor")
    {
        var owner = await app.AsOrganiserAsync();
        var answer = await owner.FillAsync("/organise/organisations/homs-campaign/members", ("Input.Email", Invited), ("Input.Role", role));
        Assert.Equal(302, answer.Status);
        return await app.LinkInNewestMailAsync();
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_no_account_makes_one_and_joins(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var link = await InviteAsync(app);
        var person = app.AsVisitor();
        var answer = await person.FillAsync(link, Password);
        Assert.Equal((302, "/organise"), (answer.Status, answer.Location));
        Assert.Equal(["Homs Campaign: editor"], (await person.GetAsync("/account")).Texts("section[aria-labelledby=memberships] li"));
        Assert.Equal(302, (await app.AsVisitor().SignInAsync(Invited)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_an_account_signs_in_and_joins(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var id = await app.AddAccountAsync(Invited);
        var link = await InviteAsync(app, "Owner");
        var person = app.AsVisitor();
        var page = await person.GetAsync(link);
        Assert.Null(page.Html.QuerySelector("main form"));
        var signIn = page.Html.QuerySelector("main a[href^='/account/sign-in']")!.GetAttribute("href")!;
        Assert.Equal(link, (await person.SignInAsync(Invited, at: signIn)).Location);
        Assert.Equal(302, (await person.FillAsync(link)).Status);
        Assert.Equal(MemberRole.Owner, await app.RoleInAsync("Homs Campaign", id));
    }

    [Theory, OnEachDatabase]
    public async Task An_invitation_is_good_for_one_person_even_when_two_follow_it_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var link = await InviteAsync(app);
        Client[] people = [await app.AsOrganiserAsync("One"), await app.AsOrganiserAsync("Two"), await app.AsOrganiserAsync("Three")];
        var open = await Task.WhenAll(people.Select(p => p.GetAsync(link)));
        var answers = await Task.WhenAll(people.Select((p, i) => p.SubmitAsync(open[i], link)));
        Assert.Equal([302, 404, 404], answers.Select(a => a.Status).Order());
        Assert.Equal(2, await app.InDbAsync(db => db.Members.CountAsync(m => m.Organisation.Name == "Homs Campaign")));
        Assert.StartsWith("This invitation does not hold", (await app.AsVisitor().GetAsync(link)).Text("main .problems li"),
            StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task An_invitation_ends_after_14_days(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var link = await InviteAsync(app);
        app.Clock.Pass(Duration.FromDays(14) - Duration.FromMilliseconds(1));
        Assert.Equal(200, (await app.AsVisitor().GetAsync(link)).Status);
        app.Clock.Pass(Duration.FromMilliseconds(1));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(link)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Inviting_again_ends_the_former_link_and_taking_back_ends_the_last(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var former = await InviteAsync(app);
        var owner = await app.AsOrganiserAsync();
        await owner.FillAsync("/organise/organisations/homs-campaign/members", ("Input.Email", Invited));
        var present = await app.LinkInNewestMailAsync();
        Assert.Equal((404, 200), ((await app.AsVisitor().GetAsync(former)).Status, (await app.AsVisitor().GetAsync(present)).Status));

        var revoke = (await owner.GetAsync("/organise/organisations/homs-campaign/members")).Html.QuerySelector(
            "a[href$='/revoke']")!.GetAttribute("href")!;
        Assert.Equal(302, (await owner.FillAsync(revoke)).Status);
        Assert.Equal(404, (await app.AsVisitor().GetAsync(present)).Status);
        Assert.Equal(404, (await owner.GetAsync(revoke)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task An_invitation_ends_with_the_right_of_whoever_made_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        const string members = "/organise/organisations/homs-campaign/members";
        var (owner, administrator) = (await app.AsOrganiserAsync(), await app.AsAdministratorAsync());
        var (demoted, removed, locked) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        var links = new List<string>();
        foreach (var (person, i) in new[] { owner, demoted, removed, locked, administrator }.Select((p, i) => (p, i)))
        {
            await person.FillAsync(members, ("Input.Email", $"sock{i}@example.org"), ("Input.Role", "Owner"));
            links.Add(await app.LinkInNewestMailAsync());
        }
        await owner.FillAsync($"{members}/{demoted.UserId}", ("Role", "Editor"));
        await owner.FillAsync($"{members}/{removed.UserId}/remove");
        await administrator.FillAsync($"/organise/accounts/{locked.UserId}", ("IsLocked", "true"));
        var answers = new List<int>();
        foreach (var link in links) answers.Add((await app.AsVisitor().GetAsync(link)).Status);
        Assert.Equal([200, 404, 404, 404, 200], answers);
        Assert.Equal(["sock0@example.org", "sock4@example.org"],
            await app.InDbAsync(db => db.Invitations.OrderBy(i => i.Email).Select(i => i.Email).ToListAsync()));

        // The right is looked at when the link is followed, however it was lost.
        await app.InDbAsync(db => db.UserRoles.Where(r => r.UserId == administrator.UserId).ExecuteDeleteAsync());
        Assert.Equal((200, 404), ((await app.AsVisitor().GetAsync(links[0])).Status, (await app.AsVisitor().GetAsync(links[4])).Status));
    }

    [Theory, OnEachDatabase]
    public async Task A_weak_password_makes_no_account_and_leaves_the_invitation_whole(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var link = await InviteAsync(app);
        Assert.Equal(422,
            (await app.AsVisitor().FillAsync(link, ("Input.Password", "passwordpassword"), ("Input.Again", "passwordpassword"))).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Users.CountAsync()));
        Assert.Equal(302, (await app.AsVisitor().FillAsync(link, Password)).Status);
    }
}
