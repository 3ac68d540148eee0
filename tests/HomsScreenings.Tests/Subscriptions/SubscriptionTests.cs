using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Tests.Subscriptions.SubscriptionSteps;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>Somebody signs up, confirms, changes and stops; nobody else learns of it.</summary>
public sealed class SubscriptionTests
{
    static Task<int> CountAsync(ScreeningsApp app) => app.InDbAsync(db => db.Subscriptions.CountAsync());

    [Theory, OnEachDatabase]
    public async Task The_page_of_calendars_offers_mail_about_the_same_and_the_form_says_what_that_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var offer = await app.AsVisitor().GetAsync("/subscribe?city=London&free=true");
        Assert.Equal(["/subscribe/email?city=London&free=true"], offer.Links("section[aria-labelledby=by-email] a"));
        var form = await app.AsVisitor().GetAsync("/subscribe/email?free=true&city=london&film=return-to-homs");
        Assert.Equal(("Return to Homs, London, free", "no-store, private"), (form.Text(".lead"), form.Header("Cache-Control")));
        Assert.Equal("/subscribe/email?film=return-to-homs&city=London&free=true",
            form.Html.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal("The whole programme and the journal", (await app.AsVisitor().GetAsync("/subscribe/email")).Text(".lead"));
        Assert.Empty(form.Message.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
        foreach (var wrong in new[] { "?film=unknown", "?what=ever", "?within=5" })
            Assert.Equal((wrong, 400), (wrong, (await app.AsVisitor().GetAsync("/subscribe/email" + wrong)).Status));
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_is_sent_before_the_owner_of_the_address_presses_a_button(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var answer = await app.SignUpAsync("?country=GB");
        Assert.Equal((303, "/subscribe/sent"), (answer.Status, answer.Location));
        var asked = Assert.Single(await app.MailsAsync(SubscriptionMailKind.Confirm));
        Assert.Equal("Please confirm: emails from Homs Screenings", asked.Subject);
        Assert.Contains("about: United Kingdom.", asked.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("https://screenings.test/subscriptions/SECRET\n", asked.Text, StringComparison.Ordinal);
        Assert.Equal((Email, "a subscriber"), (asked.Letter.Recipient, asked.Letter.ShownRecipient));

        var page = await app.LinkOfSubscriberAsync();
        var own = await app.AsVisitor().GetAsync(page);
        Assert.Equal((200, "Not confirmed yet: nothing is sent before you confirm."), (own.Status, own.Text(".lead")));
        Assert.Null(await app.InDbAsync(db => db.Subscriptions.Select(s => s.ConfirmedAt).SingleAsync()));
        await app.Programme.AddScreening();
        await app.GatherAsync();
        Assert.Empty(await app.MailsAsync());

        Assert.Equal(303, (await app.ActAsync(page, "confirm")).Status);
        own = await app.AsVisitor().GetAsync(page);
        Assert.Equal("You get an email when there is something new.", own.Text(".lead"));
        Assert.Equal(["United Kingdom", Email], own.Texts(".facts-table dd"));
        Assert.Equal("Weekly, on Monday morning", own.Text("option[selected]"));
        Assert.Equal(("no-store, private", "noindex, nofollow"), (own.Header("Cache-Control"), own.Header("X-Robots-Tag")));
        Assert.Equal("It is confirmed already.", Assert.Single(await app.MailsAsync(SubscriptionMailKind.Confirm)).WhyNot);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("unusual", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task A_mail_that_asks_says_nothing_that_somebody_typed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.SignUpAsync(
            "?city=visit-evil-example&city=Leeds&q=visit%20evil.example&language=en-x-evil-site&language=en-evilsite&language=ar-SY");
        var text = Assert.Single(await app.MailsAsync(SubscriptionMailKind.Confirm)).Text;
        Assert.Contains("about: A part of the programme: Leeds, Arabic (Syria).", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task However_its_domain_is_typed_an_address_follows_a_thing_once_and_gets_one_mail(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var typed in new[] { "ana@bücher.example", "ana@xn--bcher-kva.example", "ana@bücher\u3002example" })
            Assert.Equal(303, (await app.SignUpAsync(email: typed)).Status);
        for (var i = 0; i < 6; i++) await app.SignUpAsync(email: $"cy+{i}@example.org"); // all of it is one mailbox
        Assert.Equal(["ana@bücher.example"], await app.InDbAsync(
            db => db.Subscriptions.Where(s => !s.EmailKey.Contains("cy+")).Select(s => s.EmailKey).ToListAsync()));
        Assert.Equal(1 + 5, await app.InDbAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Providers_of_mail_unsubscribe_as_many_as_they_like(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(
            database, ("Guests:FormsPerMinute", "1"), ("Guests:FormsPerMinuteOfNetwork", "1"));
        var pages = new List<string>();
        foreach (var who in new[] { "ana", "ben", "cy" })
        {
            await app.InDbAsync(async db =>
            {
                db.Subscriptions.Add(new Subscription
                {
                    Email = $"{who}@example.org",
                    EmailKey = $"{who}@example.org",
                    Filter = "",
                    Language = "en",
                    Rhythm = SubscriptionRhythm.Weekly,
                    AskedAt = app.Clock.Now,
                    ToldUntil = app.Clock.Now,
                });
                await db.SaveChangesAsync();
            });
            pages.Add(await app.LinkOfSubscriberAsync());
        }
        foreach (var page in pages)
            Assert.Equal(200, (await app.AsVisitor().SendAsync(HttpMethod.Post, page + "/unsubscribe",
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).Status);
        Assert.Equal(0, await CountAsync(app));
        await app.SignUpAsync();
        Assert.Equal(429, (await app.SignUpAsync()).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Who_asks_again_changes_nothing_and_learns_nothing_and_the_owner_is_told_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        await app.FollowAsync("?country=GB", "monthly");
        var before = await app.InDbAsync(db => db.Subscriptions.AsNoTracking().SingleAsync());
        for (var i = 0; i < 2; i++)
            Assert.Equal((303, "/subscribe/sent"),
                await StatusAndPlaceAsync(app.SignUpAsync("?country=gb", Email.ToUpperInvariant(), "weekly")));
        Assert.Equivalent(before, await app.InDbAsync(db => db.Subscriptions.AsNoTracking().SingleAsync()));
        var mail = Assert.Single(await app.MailsAsync(SubscriptionMailKind.Again));
        Assert.Equal(("You are subscribed already: United Kingdom", null), (mail.Subject, mail.WhyNot));
        Assert.Contains("/subscriptions/SECRET\n", mail.Text, StringComparison.Ordinal);
        await app.SignUpAsync("?country=FR");
        await app.SignUpAsync("?country=FR");
        Assert.Equal(2, await CountAsync(app));
        Assert.Equal(2, (await app.MailsAsync(SubscriptionMailKind.Confirm)).Count);
    }

    [Theory, OnEachDatabase]
    public async Task An_address_has_ten_and_so_many_mails_a_day_and_neither_is_told_to_who_asks(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "12"));
        string[] countries = ["GB", "FR", "DE", "ES", "IT", "SY", "LB", "JO", "TR", "EG", "US", "CA", "MX"];
        foreach (var country in countries.Take(10)) await app.FollowAsync($"?country={country}");
        foreach (var country in countries.Skip(10))
            Assert.Equal((303, "/subscribe/sent"), await StatusAndPlaceAsync(app.SignUpAsync($"?country={country}")));
        Assert.Equal(10, await CountAsync(app));
        var mail = Assert.Single(await app.MailsAsync(SubscriptionMailKind.Full));
        Assert.Contains("at most 10 subscriptions", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var page = await app.LinkOfSubscriberAsync();
        app.Clock.Pass(Duration.FromDays(1));
        await app.ActAsync(page, "stop");
        foreach (var country in countries.Skip(10).Take(2)) await app.SignUpAsync($"?country={country}");
        Assert.Equal(11, await CountAsync(app));
        await app.ActAsync(await app.LinkOfSubscriberAsync(filter: "country=US"), "confirm");
        var refused = await app.ActAsync(await app.LinkOfSubscriberAsync(filter: "country=CA"), "confirm");
        Assert.Equal(422, refused.Status);
        Assert.Contains("Your address follows 10 things already", refused.Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_with_the_form_is_said_and_nothing_is_kept(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal(422, (await app.SignUpAsync(email: "nobody")).Status);
        Assert.Equal(422, (await app.SignUpAsync(rhythm: "hourly")).Status);
        var visitor = app.AsVisitor();
        var form = await visitor.GetAsync("/subscribe/email");
        Assert.Equal(422, (await visitor.SubmitAsync(form, "/subscribe/email", changes: [("Input.Email", Email)])).Status); // too fast
        app.Clock.Pass(AtTheForm.AWhile);
        Assert.Equal(422, (await visitor.SubmitAsync(form, "/subscribe/email",
            changes: [("Input.Email", Email), ("Input.LeaveEmpty", "x")])).Status);
        Assert.Equal(0, await CountAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task A_subscriber_changes_rhythm_and_filter_and_takes_what_is_stored(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await app.FollowAsync();
        Assert.Equal(303, (await app.ActAsync(page, "choose", ("Choice.Rhythm", "monthly"))).Status);
        Assert.Equal(422, (await app.ActAsync(page, "choose", ("Choice.Rhythm", "hourly"))).Status);
        Assert.Equal(Instant.FromUtc(2026, 7, 1, 8, 0), await app.InDbAsync(db => db.Subscriptions.Select(s => s.DueAt).SingleAsync()));
        var choose = await app.AsVisitor().GetAsync(page + "/filter?city=London");
        Assert.Equal((200, "London"), (choose.Status, choose.Text("#chosen")));
        Assert.Equal(page + "/filter", choose.Html.QuerySelector("form.filters")!.GetAttribute("action"));
        Assert.Equal((303, page), await StatusAndPlaceAsync(
            app.AsVisitor().SubmitAsync(choose, page, "form.filters")));
        Assert.Equal("London", (await app.AsVisitor().GetAsync(page)).Texts(".facts-table dd")[0]);

        var other = await app.FollowAsync("?country=GB");
        choose = await app.AsVisitor().GetAsync(other + "/filter?city=London");
        Assert.Equal(422, (await app.AsVisitor().SubmitAsync(choose, other, "form.filters")).Status);
        // What stands in the form counts, whether somebody looked at the result before or not.
        Assert.Equal("post", choose.Html.QuerySelectorAll("form.filters button")[^1].GetAttribute("formmethod"));
        Assert.Equal(303, (await app.AsVisitor().SubmitAsync(
            choose, other, "form.filters", changes: [("city", "London"), ("free", "true")])).Status);
        Assert.Equal("London, free", (await app.AsVisitor().GetAsync(other)).Texts(".facts-table dd")[0]);

        var file = await app.AsVisitor().GetAsync(page + "/export");
        Assert.Equal((200, "no-store, private"), (file.Status, file.Header("Cache-Control")));
        var stored = JsonDocument.Parse(file.Body).RootElement;
        Assert.Equal((Email, "city=London", "Monthly"), (stored.GetProperty("Email").GetString(), stored.GetProperty("Filter").GetString(),
            stored.GetProperty("Rhythm").GetString()));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/subscriptions/nobodys/export")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Who_follows_what_is_gone_can_choose_something_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await app.FollowAsync("?film=return-to-homs&country=GB");
        await app.InDbAsync(db => db.Films.ExecuteUpdateAsync(f => f.SetProperty(x => x.IsPublic, false)));
        var own = await app.AsVisitor().GetAsync(page);
        var choose = Assert.Single(own.Links($"a[href^='{page}/filter']"));
        Assert.Equal((page + "/filter?country=GB", 200), (choose, (await app.AsVisitor().GetAsync(choose)).Status));
    }

    [Theory, OnEachDatabase]
    public async Task One_request_stops_and_a_second_one_is_answered_as_the_first(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.FollowAsync();
        await app.Programme.AddScreening();
        await app.GatherAsync();
        Assert.Single(await app.MailsAsync());
        var asked = await app.AsVisitor().GetAsync(page + "/unsubscribe");
        Assert.Equal((200, "Unsubscribe"), (asked.Status, asked.Text("h1")));
        Assert.Equal(1, await CountAsync(app));
        for (var i = 0; i < 2; i++)
        {
            var answer = await app.AsVisitor().SendAsync(HttpMethod.Post, page + "/unsubscribe",
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
            Assert.Equal((200, "You are unsubscribed"), (answer.Status, answer.Text("h1")));
        }
        Assert.Equal((0, 0, 0), await app.InDbAsync(async db => (await db.Subscriptions.CountAsync(),
            await db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Subscription),
            await db.Outbox.CountAsync(m => m.Kind.StartsWith("subscription.")))));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(page)).Status);
        Assert.Equal(404, (await app.AsVisitor().SendAsync(HttpMethod.Post, page[..^5] + "/unsubscribe", null)).Status); // cut off
    }

    [Theory, OnEachDatabase]
    public async Task A_link_that_has_ended_shows_nothing_and_still_stops(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        var page = await app.LinkOfSubscriberAsync(Duration.FromDays(1));
        app.Clock.Pass(Duration.FromDays(2));
        var gone = await app.AsVisitor().GetAsync(page);
        Assert.Equal(404, gone.Status);
        Assert.Contains("Open the link from the latest email", gone.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("unusual", gone.Body, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(app));
        Assert.Equal(200, (await app.AsVisitor().SendAsync(HttpMethod.Post, page + "/unsubscribe", null)).Status);
        Assert.Equal(0, await CountAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task Who_does_not_confirm_within_a_week_is_forgotten(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync("?country=GB");
        await app.SignUpAsync("?country=FR");
        await app.LinkOfSubscriberAsync();
        await app.GoOnAsync(7 * 24 * 60 - 5);
        Assert.Equal(2, await CountAsync(app));
        await app.GoOnAsync(6);
        Assert.Equal(["country=GB"], await app.InDbAsync(db => db.Subscriptions.Select(s => s.Filter).ToListAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.Outbox.CountAsync(m => m.Kind == SubscriptionMailKind.Confirm)));
        Assert.Equal(1, await app.InDbAsync(db => db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Subscription)));
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_counts_and_shows_no_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        var (owner, editor) = (await app.AsOrganiserAsync(), await app.AsSiteEditorAsync());
        await app.Programme.AddScreening(organisation: "Homs Campaign");
        await app.Programme.AddScreening("Another", organisation: "Somebody Else");
        var campaign = await app.InDbAsync(db => db.Organisations.Where(o => o.Name == "Homs Campaign").Select(o => o.Slug).SingleAsync());
        await app.FollowAsync(rhythm: "weekly");
        await app.FollowAsync($"?organisation={campaign}", "monthly");
        await app.FollowAsync($"?organisation={campaign}", "weekly", "ben.unusual@example.org");
        await app.SignUpAsync($"?organisation={campaign}", "cy.unusual@example.org");
        var all = await editor.GetAsync("/organise/subscribers");
        Assert.Equal("Homs Campaign 0 1 1 0 2 Everything 0 1 0 0 1", CountsOf(all));
        await app.FollowAsync("?near=Leeds&within=5", email: "dee@example.org");
        await app.FollowAsync("?near=Leeds&within=5", email: "eva@example.org");
        Assert.DoesNotContain("Leeds", (await editor.GetAsync("/organise/subscribers")).Body, StringComparison.Ordinal);
        await app.FollowAsync("?near=Leeds&within=5", email: "fay@example.org");
        Assert.Contains("Leeds", (await editor.GetAsync("/organise/subscribers")).Body, StringComparison.Ordinal);
        await app.FollowAsync("?city=Gia%27s+garden", email: "gia@example.org");
        Assert.DoesNotContain("garden", (await editor.GetAsync("/organise/subscribers")).Body, StringComparison.Ordinal);
        Assert.Equal("Homs Campaign 0 1 1 0 2", CountsOf(await owner.GetAsync("/organise/subscribers")));
        var stranger = await (await app.AsOrganiserAsync("Somebody Else")).GetAsync("/organise/subscribers");
        Assert.Equal("Nobody yet.", stranger.Text(".empty"));
        var mails = await (await app.AsAdministratorAsync()).GetAsync("/organise/mail");
        Assert.Contains("a subscriber", mails.Body, StringComparison.Ordinal);
        foreach (var page in new[] { all, mails }) Assert.DoesNotContain("unusual", page.Body, StringComparison.Ordinal);

        static string CountsOf(Answer page) => string.Join(' ', page.Texts(".counts tbody tr > *"));
    }
}
