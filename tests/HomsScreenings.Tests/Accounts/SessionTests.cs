using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Accounts;

public sealed class SessionTests
{
    const string Email = "nadia@example.org";

    static async Task<Client> SignedInAsync(ScreeningsApp app, string email = Email)
    {
        var person = app.AsVisitor();
        Assert.Equal(302, (await person.SignInAsync(email)).Status);
        return person;
    }

    /// <summary>Another browser that has got hold of the cookies.</summary>
    static async Task<int> StatusWithCookiesOfAsync(ScreeningsApp app, IReadOnlyDictionary<string, string> cookies,
        string path = "/account") =>
        (await app.AsVisitor().GetAsync(path, ("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"))))).Status;

    static async Task<Answer> SignOutAsync(Client person) => await person.SendAsync(HttpMethod.Post, "/account/sign-out",
        new FormUrlEncodedContent([new("__RequestVerificationToken",
            (await person.GetAsync("/account/sign-out"))
                .Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));

    static Task SetRightsAsync(Client administrator, int account, params (string, string?)[] rights) =>
        administrator.FillAsync($"/organise/accounts/{account}", rights);

    [Theory, OnEachDatabase]
    public async Task Signing_out_ends_the_session_for_whoever_kept_its_cookie_and_clears_the_browser(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var (person, elsewhere) = (await SignedInAsync(app), await SignedInAsync(app));
        var kept = new Dictionary<string, string>(person.Cookies);
        Assert.Equal(200, await StatusWithCookiesOfAsync(app, kept));
        var signedOut = await SignOutAsync(person);
        Assert.Equal((302, "\"cache\", \"storage\""), (signedOut.Status, signedOut.Header("Clear-Site-Data")));
        Assert.Equal(302, await StatusWithCookiesOfAsync(app, kept));
        Assert.True(await elsewhere.IsSignedInAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Another_password_puts_a_new_session_in_the_place_of_all_that_were_there(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var (person, _) = (await SignedInAsync(app), await SignedInAsync(app));
        var kept = new Dictionary<string, string>(person.Cookies);
        Assert.Equal(302, (await person.FillAsync("/account", ("Input.Present", SigningIn.Password),
            ("Input.Password", "a passage from house to house"), ("Input.Again", "a passage from house to house"))).Status);
        Assert.Equal(302, await StatusWithCookiesOfAsync(app, kept));
        Assert.True(await person.IsSignedInAsync());
        Assert.Equal(1, await app.InDbAsync(db => db.Sessions.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task The_account_lists_its_sessions_and_ends_one_or_all_others(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync(Email);
        var oldest = await SignedInAsync(app);
        app.Clock.Pass(Duration.FromHours(2));
        var middle = await SignedInAsync(app);
        app.Clock.Pass(Duration.FromHours(2));
        var here = await SignedInAsync(app);
        var page = await here.GetAsync("/account");
        Assert.Equal(["1 June 2026, 16:00", "1 June 2026, 14:00", "1 June 2026, 12:00"],
            page.Html.QuerySelectorAll("section[aria-labelledby=sessions] li").Select(li => li.QuerySelector("time")!.TextContent));
        Assert.Equal(["here and now"], page.Texts("section[aria-labelledby=sessions] strong"));

        Assert.Equal(302, (await here.SubmitAsync(page, "/account", "section[aria-labelledby=sessions] form:has(button[name=session])",
            changes: ("session", page.Html.QuerySelectorAll("button[name=session]")[0].GetAttribute("value")))).Status);
        Assert.Equal((true, false, true), (await here.IsSignedInAsync(), await middle.IsSignedInAsync(), await oldest.IsSignedInAsync()));
        await here.FillAsync("/account", "section[aria-labelledby=sessions] form:not(:has(button[name=session]))", null);
        Assert.Equal((true, false), (await here.IsSignedInAsync(), await oldest.IsSignedInAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_ends_the_session_of_somebody_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (nadia, _) = (await app.AddAccountAsync(Email), await app.AddAccountAsync("orwa@example.org"));
        var (person, other) = (await SignedInAsync(app), await SignedInAsync(app, "orwa@example.org"));
        await SignedInAsync(app, "orwa@example.org");
        var theirs = await app.InDbAsync(db => db.Sessions.Where(s => s.UserId == nadia).Select(s => s.Id).SingleAsync());
        var page = await other.GetAsync("/account");
        await other.SubmitAsync(page, "/account", "section[aria-labelledby=sessions] form:has(button[name=session])", changes: ("session",
            $"{theirs}"));
        Assert.True(await person.IsSignedInAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_session_ends_after_30_days_however_busy_and_that_of_an_administrator_after_12_hours(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (nadia, orwa) = (await app.AddAccountAsync(Email), await app.AddAccountAsync("orwa@example.org"));
        await SetRightsAsync(await app.AsAdministratorAsync(), orwa, ("IsAdministrator", "true"));
        var (person, administrator) = (await SignedInAsync(app), await SignedInAsync(app, "orwa@example.org"));
        app.Clock.Pass(Duration.FromHours(12) - Duration.FromMilliseconds(1));
        Assert.True(await administrator.IsSignedInAsync());
        app.Clock.Pass(Duration.FromMilliseconds(1));
        Assert.Equal((true, false), (await person.IsSignedInAsync(), await administrator.IsSignedInAsync()));
        for (var day = 1; day < 30; day++)
        {
            app.Clock.Pass(Duration.FromDays(1));
            Assert.True(await person.IsSignedInAsync());
        }
        app.Clock.Pass(Duration.FromHours(12));
        Assert.False(await person.IsSignedInAsync());
        await app.Services.GetRequiredService<HomsScreenings.Web.Jobs.BackgroundJobs>().RunAsync("account-tidying", CancellationToken.None);
        await app.InDbAsync(async db => Assert.False(await db.Sessions.AnyAsync(s => s.UserId == nadia)));
    }

    [Theory, OnEachDatabase]
    public async Task A_lock_ends_at_once_sessions_calendar_reset_links_and_invitations(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var administrator = await app.AsAdministratorAsync();
        var (person, links) = await WithLinksAsync(app);
        Assert.Equal((200, 200, 200), await StatusesAsync(app, links));
        await SetRightsAsync(administrator, person.UserId, ("IsLocked", "true"));
        Assert.Equal((404, 404, 422), await StatusesAsync(app, links));
        Assert.Equal(302, (await person.GetAsync("/organise")).Status);
        await app.InDbAsync(async db => Assert.False(await db.Sessions.AnyAsync(s => s.UserId == person.UserId)));
        await SetRightsAsync(administrator, person.UserId, ("IsLocked", null));
        Assert.Equal((404, 404, 422), await StatusesAsync(app, links));
        Assert.Equal(302, (await person.GetAsync("/organise")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_role_that_was_taken_away_ends_at_once_what_rests_on_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await app.AsOrganiserAsync();
        var (person, links) = await WithLinksAsync(app);
        await app.Programme.AddScreening(organisation: "Homs Campaign", published: false);
        Assert.Contains("SUMMARY:Draft", (await app.AsVisitor().GetAsync(links[0])).Body, StringComparison.Ordinal);
        await owner.FillAsync($"/organise/organisations/homs-campaign/members/{person.UserId}", ("Role", "Editor"));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(links[1])).Status); // the invitation that an owner made
        Assert.Equal(404, (await person.GetAsync("/organise/organisations/homs-campaign/members")).Status);
        await owner.FillAsync($"/organise/organisations/homs-campaign/members/{person.UserId}/remove");
        Assert.DoesNotContain("SUMMARY:", (await app.AsVisitor().GetAsync(links[0])).Body, StringComparison.Ordinal);
    }

    // The addresses of a calendar, an invitation and a reset, all in the name of one owner.
    static async Task<(Client Person, string[] Links)> WithLinksAsync(ScreeningsApp app)
    {
        var person = await app.AsOrganiserAsync();
        await person.FillAsync("/organise/calendar");
        var calendar = (await person.GetAsync("/organise/calendar")).Text("code")!.Replace(ScreeningsApp.BaseUrl, "",
            StringComparison.Ordinal);
        await person.FillAsync("/organise/organisations/homs-campaign/members", ("Input.Email", "talal@example.org"));
        var invitation = await app.LinkInNewestMailAsync();
        await app.AskForNewPasswordAsync(person.Email!);
        return (person, [calendar, invitation, await app.LinkInNewestMailAsync()]);
    }

    // Whether a link to a new password holds is told when one is sent; a refused password leaves it as it was.
    static async Task<(int Calendar, int Invitation, int Reset)> StatusesAsync(ScreeningsApp app, string[] links)
    {
        var reset = await app.AsVisitor().FillAsync(links[2], ("Input.Password", "short"), ("Input.Again", "short"));
        var isAboutThePassword = reset.Text("main .problems li")!.StartsWith("A password has at least", StringComparison.Ordinal);
        return ((await app.AsVisitor().GetAsync(links[0])).Status, (await app.AsVisitor().GetAsync(links[1])).Status,
            isAboutThePassword ? 200 : reset.Status);
    }
}
