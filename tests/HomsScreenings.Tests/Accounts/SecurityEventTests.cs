using HomsScreenings.Model;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class SecurityEventTests
{
    const string Email = "nadia@example.org";

    static Task<List<SecurityEventKind>> KindsAsync(ScreeningsApp app) =>
        app.InDbAsync(db => db.SecurityEvents.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    [Theory, OnEachDatabase]
    public async Task What_happens_at_signing_in_is_written_down_as_a_row_and_a_line_of_numbers(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:TriesPerMinute", "100"));
        var id = await app.AddAccountAsync(Email);
        for (var i = 0; i < 6; i++) await app.AsVisitor().SignInAsync(Email, "not the password");
        await app.AsVisitor().SignInAsync("nobody@example.org");
        await app.AskForNewPasswordAsync(Email);
        await app.AsVisitor().FillAsync(await app.LinkInNewestMailAsync(), ("Input.Password", "a passage from house to house"),
            ("Input.Again", "a passage from house to house"));
        var person = app.AsVisitor();
        await person.SignInAsync(Email, "a passage from house to house");
        await person.FillAsync("/account", ("Input.Present", "not the password"), ("Input.Password", "twelve signs"), ("Input.Again",
            "twelve signs"));
        await person.FillAsync("/account", ("Input.Present", "a passage from house to house"), ("Input.Password", "twelve signs"),
            ("Input.Again", "twelve signs"));
        Assert.Equal(
            [.. Enumerable.Repeat(SecurityEventKind.SignInFailed, 4), SecurityEventKind.Paused, SecurityEventKind.PasswordResetAsked,
                SecurityEventKind.PasswordReset, SecurityEventKind.SignedIn, SecurityEventKind.PresentPasswordWrong,
                    SecurityEventKind.PasswordChanged],
            await KindsAsync(app));
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Information HomsScreenings.Web.Accounts.SecurityEvents: "
            + $"Security event PasswordChanged: account {id}, by account {id}, organisation (null) (request ", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("nadia", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["password changed", "wrong present password when changing it", "signed in"],
            (await person.GetAsync("/account/events")).Texts("tbody th").Take(3));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_done_about_rights_is_written_down_with_who_did_it_to_whom(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (owner, editor) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync(role: MemberRole.Editor));
        var administrator = await app.AsAdministratorAsync();
        const string members = "/organise/organisations/homs-campaign/members";
        await owner.FillAsync(members, ("Input.Email", "talal@example.org"));
        await owner.FillAsync($"{members}/{editor.UserId}", ("Role", "Owner"));
        await owner.FillAsync($"{members}/{editor.UserId}/remove");
        await owner.FillAsync("/organise/calendar");
        await administrator.FillAsync($"/organise/accounts/{editor.UserId}", ("IsSiteEditor", "true"), ("IsLocked", "true"));
        var invitation = await app.InDbAsync(db => db.Invitations.Select(i => i.Id).SingleAsync());
        await owner.FillAsync($"/organise/organisations/homs-campaign/invitations/{invitation}/revoke");
        var campaign = await app.Programme.AddOrganisation("Homs Campaign");
        Assert.Equal(
            [(SecurityEventKind.InvitationMade, null, owner.UserId, campaign), (SecurityEventKind.MemberRoleChanged, editor.UserId,
                owner.UserId, campaign),
                (SecurityEventKind.MemberRemoved, editor.UserId, owner.UserId, campaign), (SecurityEventKind.CalendarLinkMade,
                    owner.UserId, owner.UserId, null),
                (SecurityEventKind.SiteRightsChanged, editor.UserId, administrator.UserId, null), (SecurityEventKind.Locked,
                    editor.UserId, administrator.UserId, null),
                (SecurityEventKind.InvitationRevoked, (int?)null, (int?)owner.UserId, (int?)campaign)],
            await app.InDbAsync(async db => (await db.SecurityEvents.OrderBy(e => e.Id).ToListAsync())
                .Select(e => (e.Kind, e.AccountId, e.ById, e.OrganisationId))));
        Assert.Equal("invitation taken back", (await administrator.GetAsync("/organise/accounts/events")).Texts("tbody th")[0]);
        Assert.Equal(404, (await owner.GetAsync("/organise/accounts/events")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task An_account_sees_its_own_events_alone_and_they_go_after_a_year(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Accounts:EventDays", "10"));
        await app.AddAccountAsync(Email);
        var (person, other) = (app.AsVisitor(), await app.AsOrganiserAsync());
        await person.SignInAsync(Email);
        Assert.Equal(["signed in"], (await person.GetAsync("/account/events")).Texts("tbody th"));
        Assert.Empty((await other.GetAsync("/account/events")).Texts("tbody th"));
        var jobs = app.Services.GetRequiredService<BackgroundJobs>();
        app.Clock.Pass(Duration.FromDays(10) - Duration.FromMilliseconds(1));
        await jobs.RunAsync("account-tidying", CancellationToken.None);
        Assert.Single(await KindsAsync(app));
        app.Clock.Pass(Duration.FromMilliseconds(1));
        await jobs.RunAsync("account-tidying", CancellationToken.None);
        Assert.Empty(await KindsAsync(app));
    }
}
