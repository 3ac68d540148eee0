using HomsScreenings.Model;
using HomsScreenings.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Endpoints;

public sealed class OrganiserCalendarTests
{
    static async Task<string> MakeLinkAsync(Client organiser)
    {
        var done = await organiser.FillAsync("/organise/calendar");
        Assert.Equal((302, "/organise/calendar"), (done.Status, done.Location));
        var page = await organiser.GetAsync("/organise/calendar");
        return page.Text("code")!.Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal);
    }

    static async Task<ReadCalendar> FollowAsync(ScreeningsApp app, string link)
    {
        var answer = await app.AsVisitor().GetAsync(link);
        Assert.Equal((200, "text/calendar; charset=utf-8", "no-cache, private"),
            (answer.Status, answer.Header("Content-Type"), answer.Header("Cache-Control")));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        return new ReadCalendar(answer.Bytes);
    }

    [Theory, OnEachDatabase]
    public async Task An_organiser_follows_their_own_screenings_and_drafts_are_marked(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var announced = await app.Programme.AddScreening(when: "2026-06-27 20:30", organisation: "Homs Campaign");
        var draft = await app.Programme.AddScreening(when: "2026-06-28 20:30", organisation: "Homs Campaign", published: false);
        await app.Programme.AddScreening(when: "2026-06-29 20:30", organisation: "Another", published: false);
        var link = await MakeLinkAsync(await app.AsOrganiserAsync("Homs Campaign"));
        var calendar = await FollowAsync(app, link);
        Assert.Equal([announced.Uid, draft.Uid], calendar.Events.Select(e => e["UID"]));
        Assert.Equal(
            ("Draft: Return to Homs", "TENTATIVE", "TRANSPARENT", $"https://screenings.test/organise/screenings/{draft.Slug}/edit"),
            (calendar.Event(draft.Uid).Summary, calendar.Event(draft.Uid).Status,
                calendar.Event(draft.Uid)["TRANSP"], calendar.Event(draft.Uid)["URL"]));
        Assert.Equal(("Return to Homs", "CONFIRMED"), (calendar.Event(announced.Uid).Summary, calendar.Event(announced.Uid).Status));
        Assert.Equal([draft.Uid], (await FollowAsync(app, link + "?from=2026-06-28")).Events.Select(e => e["UID"]));
    }

    [Theory, OnEachDatabase]
    public async Task Who_asks_again_is_told_whether_anything_has_changed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-06-27 20:30", organisation: "Homs Campaign");
        var link = await MakeLinkAsync(await app.AsOrganiserAsync("Homs Campaign"));
        var first = await app.AsVisitor().GetAsync(link);
        Assert.Equal("noindex", first.Header("X-Robots-Tag"));
        var again = await app.AsVisitor().GetAsync(link, ("If-None-Match", first.Header("ETag")!));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
        var packed = await app.AsVisitor().GetAsync(link, ("Accept-Encoding", "gzip"));
        Assert.Equal(("gzip", true), (packed.Header("Content-Encoding"), packed.Bytes.Length < first.Bytes.Length));
        await app.Programme.AddScreening(when: "2026-06-28 20:30", organisation: "Homs Campaign", published: false);
        Assert.Equal(200, (await app.AsVisitor().GetAsync(link, ("If-None-Match", first.Header("ETag")!))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Who_edits_everything_follows_everything(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(organisation: "Another", published: false);
        await app.Programme.AddScreening();
        var link = await MakeLinkAsync(await app.AsAdministratorAsync());
        Assert.Equal(2, (await FollowAsync(app, link)).Events.Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_is_shown_once_and_a_new_one_ends_the_former(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var first = await MakeLinkAsync(organiser);
        Assert.Null((await organiser.GetAsync("/organise/calendar")).Text("code"));
        await FollowAsync(app, first);
        var second = await MakeLinkAsync(organiser);
        Assert.Equal(404, (await app.AsVisitor().GetAsync(first)).Status);
        await FollowAsync(app, second);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_that_was_taken_back_opens_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (organiser, other) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        var (link, others) = (await MakeLinkAsync(organiser), await MakeLinkAsync(other));
        var done = await organiser.FillAsync("/organise/calendar", "form[action*=Revoke]", null);
        Assert.Equal((302, "/organise/calendar"), (done.Status, done.Location));
        var answer = await app.AsVisitor().GetAsync(link);
        Assert.Equal((404, "text/plain; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        await FollowAsync(app, others);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_sees_what_its_organiser_may_see_now(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(organisation: "Homs Campaign", published: false);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var link = await MakeLinkAsync(organiser);
        Assert.Single((await FollowAsync(app, link)).Events);
        await app.InDbAsync(async db =>
        {
            db.Members.Remove(db.Members.Single(m => m.UserId == organiser.UserId));
            await db.SaveChangesAsync();
        });
        Assert.Empty((await FollowAsync(app, link)).Events);
    }

    [Theory, OnEachDatabase]
    public async Task A_link_ends_with_the_password_under_which_it_was_made_and_with_a_lock(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.AddAccountAsync("nadia@example.org");
        var organiser = app.AsVisitor();
        await organiser.SignInAsync("nadia@example.org");
        var link = await MakeLinkAsync(organiser);
        await organiser.SignInAsync("nadia@example.org", "not the password");
        await FollowAsync(app, link); // a mistyped password ends nothing
        const string other = "a passage from house to house";
        await organiser.FillAsync("/account", ("Input.Present", SigningIn.Password), ("Input.Password", other), ("Input.Again", other));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(link)).Status);

        var next = await MakeLinkAsync(organiser);
        await FollowAsync(app, next);
        var id = await app.InDbAsync(db => db.Users.Where(u => u.Email == "nadia@example.org").Select(u => u.Id).SingleAsync());
        var administrator = await app.AsAdministratorAsync();
        foreach (var locked in new[] { "true", null })
        {
            Assert.Equal(302, (await administrator.FillAsync($"/organise/accounts/{id}", ("IsLocked", locked))).Status);
            Assert.Equal(404, (await app.AsVisitor().GetAsync(next)).Status); // being let in again does not bring it back
        }
    }

    [Fact]
    public async Task Only_the_right_token_opens_it_and_no_token_is_logged_or_stored()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var link = await MakeLinkAsync(await app.AsOrganiserAsync());
        await FollowAsync(app, link);
        var token = link.Split('/')[^1][..^4];
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/organise/calendar/{Token.HashOf(token)}.ics")).Status);
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/organise/calendar/{Token.NewSecret()}.ics")).Status);
        Assert.Equal(
            [Token.HashOf(token)],
            await app.InDbAsync(
                db => Task.FromResult(db.Tokens.Where(t => t.Purpose == TokenPurpose.Calendar).Select(t => t.Hash).ToList())));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
        Assert.NotEmpty(app.Log.Lines);
    }

    [Fact]
    public async Task The_page_that_makes_links_is_for_organisers()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var answer = await app.AsVisitor().GetAsync("/organise/calendar");
        Assert.Equal(302, answer.Status);
        Assert.Equal("/account/sign-in?returnUrl=%2Forganise%2Fcalendar", answer.Location);
    }
}
