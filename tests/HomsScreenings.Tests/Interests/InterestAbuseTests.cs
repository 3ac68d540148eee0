using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Tests.Interests.InterestSteps;

namespace HomsScreenings.Tests.Interests;

/// <summary>What somebody gains who means no good: nothing.</summary>
public sealed class InterestAbuseTests
{
    [Theory, OnEachDatabase]
    public async Task What_is_typed_comes_back_as_text_and_makes_no_mail_but_to_one_whole_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        foreach (var email in new[] { "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "<a@example.org>", "a b@example.org" })
            Assert.Equal((email, 422), (email, (await app.AskAsync(email: email)).Status));
        var answer = await app.AskAsync("<img src=x onerror=alert(1)>\"'>", more: ("Input.SeenFor", "\"><script>alert(1)</script>"));
        Assert.Equal(422, answer.Status);
        Assert.Empty(answer.Html.QuerySelectorAll("main img, main script"));
        Assert.Equal(422, (await app.AskAsync(new string('x', 5000))).Status);
        Assert.Equal(422, (await app.AskAsync(km: 20_000)).Status);
        Assert.Equal(422, (await app.AskAsync("Portland", more: ("Input.Which", "GB 53.8 -1.55"))).Status);
        Assert.Equal((0, 0), await app.InDbAsync(async db => (await db.Interests.CountAsync(), await db.Outbox.CountAsync())));
    }

    [Theory, OnEachDatabase]
    public async Task A_link_opens_what_it_is_for_alone_as_long_as_it_works(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        var page = await app.WaitAsync();
        var subscription = await app.FollowAsync();
        var others = new[] { page.Replace("/interests/", "/subscriptions/", StringComparison.Ordinal),
            subscription.Replace("/subscriptions/", "/interests/", StringComparison.Ordinal), page[..^1] };
        foreach (var path in others) Assert.Equal((path, 404), (path, (await app.AsVisitor().GetAsync(path)).Status));

        // Nobody confirms, changes or stops by looking, as programs that check the links of mails do.
        foreach (var query in new[] { "?act=stop", "?act=choose&Km=100", "/unsubscribe" })
            Assert.Equal(200, (await app.AsVisitor().GetAsync(page + query)).Status);
        Assert.Equal(25, await app.InDbAsync(db => db.Interests.Select(i => i.Km).SingleAsync()));

        var passing = await app.InDbAsync(async db =>
        {
            var interest = await db.Interests.Select(i => i.Id).SingleAsync();
            var secret = db.IssueToken(TokenPurpose.Interest, interest, app.Clock.Now, app.Clock.Now + Duration.FromDays(1));
            await db.SaveChangesAsync();
            return $"/interests/{secret}";
        });
        Assert.Equal(200, (await app.AsVisitor().GetAsync(passing)).Status);
        app.Clock.Pass(Duration.FromDays(1));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(passing)).Status);
        Assert.Equal(404, (await app.ActAsync(passing, "choose", ("Km", "100"))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task To_an_address_that_does_not_answer_only_so_many_mails_go_for_however_many_towns(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "3"), ("Guests:FormsPerMinute", "100"));
        await app.Programme.AddFilm("Return to Homs");
        foreach (var town in new[] { "Leeds", "York, GB", "London", "Bradford, GB", "Manchester, GB" })
            Assert.Equal("/interests/sent", (await app.AskAsync(town)).Location);
        Assert.Equal((3, 3), await app.InDbAsync(async db => (await db.Interests.CountAsync(),
            await db.Outbox.CountAsync(m => m.Kind == InterestMailKind.Confirm))));
    }

    [Theory, OnEachDatabase]
    public async Task Two_who_wait_for_one_film_and_two_for_another_are_no_town_of_four(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (one, other) = (await app.Programme.AddFilm("Return to Homs"), await app.Programme.AddFilm("Another film"));
        await app.CrowdAsync(3, "Leeds", one);
        await app.CrowdAsync(2, "Leeds", other);
        await app.CrowdAsync(2, "York", one, "film");
        await app.CrowdAsync(2, "York", other, "another");
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var page = await organiser.GetAsync("/organise/interest");
        Assert.Equal(["Leeds: 3 wait"], page.Html.QuerySelectorAll("svg.map a").Select(a => a.GetAttribute("aria-label")));
        Assert.DoesNotContain("York", page.Body, StringComparison.Ordinal);
    }
}
