using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Tests.Interests.InterestSteps;

namespace HomsScreenings.Tests.Interests;

/// <summary>A visitor asks for a film to be shown near them, confirms, waits and stops.</summary>
public sealed class InterestTests
{
    [Theory, OnEachDatabase]
    public async Task One_waits_once_the_link_was_followed_and_the_button_pressed_and_stops_with_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        Assert.Equal("/films/return-to-homs/near-me",
            (await app.AsVisitor().GetAsync(FilmPage)).Html.QuerySelector(".follow a[href$=near-me]")!.GetAttribute("href"));
        Assert.Equal(303, (await app.AskAsync()).Status);
        var mail = Assert.Single(await app.MailsAsync(InterestMailKind.Confirm));
        Assert.Equal("Please confirm: Return to Homs near you", mail.Subject);
        Assert.Contains("Leeds, up to 25 km", mail.Text, StringComparison.Ordinal);
        var page = await app.LinkOfInterestAsync();
        var own = await app.AsVisitor().GetAsync(page);
        Assert.Equal((200, "Not confirmed yet: nothing is sent before you confirm.", "no-store, private"),
            (own.Status, own.Text(".lead"), own.Header("Cache-Control")));
        Assert.False(await app.InDbAsync(db => db.Interests.AnyAsync(i => i.ConfirmedAt != null)));

        Assert.Equal(303, (await app.ActAsync(page, "confirm", ("Km", "50"))).Status);
        Assert.Equal("You get one email when it is announced near you.", (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        Assert.Equal(("Leeds", "GB", 50), await app.InDbAsync(async db =>
        {
            var one = await db.Interests.SingleAsync();
            return (one.Town, one.Country, one.Km);
        }));
        Assert.Equal(303, (await app.ActAsync(page, "stop")).Status);
        Assert.Equal((0, 0, 0), await app.InDbAsync(async db => (await db.Interests.CountAsync(),
            await db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Interest), await db.Outbox.CountAsync())));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(page)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_asks_is_told_the_same_whatever_the_address_waits_for(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "50"));
        await app.Programme.AddFilm("Return to Homs");
        await app.WaitAsync();
        for (var i = 0; i < 2; i++) Assert.Equal("/interests/sent", (await app.AskAsync()).Location);
        Assert.Single(await app.MailsAsync(InterestMailKind.Again));
        for (var i = 1; i < Interest.MaxPerAddress; i++)
        {
            await app.Programme.AddFilm($"Film {i}");
            await app.WaitAsync(path: $"/films/film-{i}");
        }
        await app.Programme.AddFilm("One more");
        Assert.Equal("/interests/sent", (await app.AskAsync(path: "/films/one-more")).Location);
        Assert.Single(await app.MailsAsync(InterestMailKind.Full));
        Assert.Equal(Interest.MaxPerAddress, await app.InDbAsync(db => db.Interests.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_town_that_is_not_known_or_of_which_there_are_several_is_asked_about_and_nothing_is_lost(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        var unknown = await app.AskAsync("Nowhereville", km: 50);
        Assert.Equal((422, "Nowhereville", "50"), (unknown.Status, unknown.Html.QuerySelector("#Input_Town")!.GetAttribute("value"),
            unknown.Html.QuerySelector("#Input_Km option[selected]")!.GetAttribute("value")));
        var several = await app.AskAsync("Portland");
        Assert.Equal(422, several.Status);
        var maine = several.Html.QuerySelectorAll("#Input_Which option")
            .First(o => o.TextContent.Contains("ME", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Equal("/interests/sent", (await app.AskAsync("Portland", more: ("Input.Which", maine))).Location);
        Assert.Equal("ME", await app.InDbAsync(db => db.Interests.Select(i => i.Part).SingleAsync()));
        Assert.Equal("/interests/sent", (await app.AskAsync("لندن", "other@example.org")).Location);
        Assert.True(await app.InDbAsync(db => db.Interests.AnyAsync(i => i.Town == "London" && i.Country == "GB")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_to_come_within_reach_is_said_before_and_after(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.AnnounceAsync("London");
        var answer = await app.AskAsync("London");
        Assert.Equal(200, answer.Status);
        Assert.Equal($"/screenings/{screening.Slug}", answer.Html.QuerySelector(".already a")!.GetAttribute("href"));
        Assert.Equal(0, await app.InDbAsync(db => db.Interests.CountAsync()));
        var again = await app.AsVisitor().SubmitAsync(answer, FilmPage + "/near-me");
        Assert.Equal("/interests/sent", again.Location);
        var page = await app.LinkOfInterestAsync();
        Assert.NotNull((await app.AsVisitor().GetAsync(page)).Html.QuerySelector($"a[href='/screenings/{screening.Slug}']"));
        await app.ActAsync(page, "confirm");
        await app.LookAsync(10);
        Assert.Empty(await app.ToldAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_mail_program_stops_it_with_one_request_and_twice_is_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        var page = await app.WaitAsync();
        Assert.Equal(200, (await app.AsVisitor().GetAsync(page + "/unsubscribe")).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Interests.CountAsync()));
        for (var i = 0; i < 2; i++)
            Assert.Equal(200, (await app.AsVisitor().SendAsync(HttpMethod.Post, page + "/unsubscribe",
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Interests.CountAsync()));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/interests/cut-off/unsubscribe")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Drafts_and_what_is_not_there_have_no_such_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("A draft", published: false);
        await app.Programme.AddSeries("A tour");
        foreach (var (path, status) in new[] { ("/films/a-draft", 404), ("/series/nothing", 404), ("/series/a-tour", 200) })
            Assert.Equal((path, status), (path, (await app.AsVisitor().GetAsync(path + "/near-me")).Status));
    }
}
