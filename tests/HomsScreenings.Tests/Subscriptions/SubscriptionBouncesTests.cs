using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using HomsScreenings.Tests.Mail;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static HomsScreenings.Tests.Subscriptions.SubscriptionSteps;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>Whom mail does not reach, and who does not want it, gets none any more until they say so.</summary>
public sealed class SubscriptionBouncesTests
{
    const string Other = "ben.unusual@example.org";

    [Theory, OnEachDatabase]
    public async Task Three_hard_bounces_on_three_days_stop_all_that_an_address_follows_and_nobody_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        await app.FollowAsync();
        await app.FollowAsync("?country=GB", "weekly");
        await app.FollowAsync("?country=FR", email: Other);
        await app.BounceAsync(1);
        await app.BounceAsync(1, "country=GB");
        Assert.Equal([(2, false), (2, false), (0, false)], await app.BouncesAsync());
        await app.Programme.AddScreening();
        await app.GatherAsync();
        Assert.Null(Assert.Single(await app.MailsAsync()).WhyNot);

        await app.BounceAsync(1);
        Assert.Equal([(3, true), (3, true), (0, false)], await app.BouncesAsync());
        Assert.Equal("The subscription was stopped, for mail came back or was unwanted.", Assert.Single(await app.MailsAsync()).WhyNot);
        app.Clock.Now = Instant.FromUtc(2026, 6, 8, 8, 0); // Monday
        await app.Programme.AddScreening("Afterwards", when: "2026-07-27 20:30");
        await app.GatherAsync();
        Assert.Single(await app.MailsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Several_mails_of_a_day_and_several_reports_of_a_mail_are_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        var (one, two, three) = (await app.SendMailAsync(), await app.SendMailAsync(), await app.SendMailAsync());
        await app.ReadAsync(SomeReports.OfPostfix(one), SomeReports.OfExchange(two), SomeReports.OfGmail(three));
        Assert.Equal([(1, false)], await app.BouncesAsync());
        foreach (var _ in Enumerable.Range(0, 3))
        {
            app.Clock.Pass(Duration.FromDays(1));
            await app.ReadAsync(SomeReports.OfPostfix(one), SomeReports.OfGmail(two));
        }
        Assert.Equal([(1, false)], await app.BouncesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_later_mail_that_does_not_come_back_in_two_weeks_makes_up_for_those_that_did(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        await app.FollowAsync();
        await app.FollowAsync("?country=GB");
        var early = await app.SendMailAsync();
        await app.BounceAsync(2);
        await app.GoOnAsync(20 * 24 * 60);
        Assert.Equal([(2, false), (2, false)], await app.BouncesAsync()); // what left before says nothing
        await app.SendMailAsync("country=GB");
        await app.GoOnAsync(14 * 24 * 60 - 5);
        Assert.Equal([(2, false), (2, false)], await app.BouncesAsync());
        await app.GoOnAsync(10);
        Assert.Equal([(0, false), (0, false)], await app.BouncesAsync());
        await app.BounceAsync(2);
        Assert.Equal([(2, false), (2, false)], await app.BouncesAsync());
        Assert.NotEmpty(early);
    }

    [Theory, OnEachDatabase]
    public async Task Their_own_page_says_why_and_one_button_has_it_all_go_on_from_now(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        var page = await app.FollowAsync();
        await app.FollowAsync("?country=GB", "weekly");
        await app.BounceAsync(3);
        var own = await app.AsVisitor().GetAsync(page);
        Assert.Equal("Stopped, because several emails to this address came back. Nothing is sent unless you want it again; on Tuesday 1 "
            + "September 2026 your address is erased here.", own.Text(".lead"));
        Assert.StartsWith("أُوقف الإرسال لأن رسائل عدة", (await app.AsVisitor().GetAsync("/ar" + page)).Text(".lead"),
            StringComparison.Ordinal);
        Assert.Equal(["choose", "resume", "stop"], own.Html.QuerySelectorAll("button[name=act]").Select(b => b.GetAttribute("value")));
        await app.Programme.AddScreening("Meanwhile");
        await app.GoOnAsync(60);

        Assert.Equal(303, (await app.ActAsync(page, "resume")).Status);
        Assert.Equal([(0, false), (0, false)], await app.BouncesAsync());
        Assert.Equal("You get an email when there is something new.", (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        await app.GoOnAsync();
        await app.Programme.AddScreening("Afterwards", when: "2026-12-03 20:30");
        await app.GatherAsync();
        Assert.Equal("New: Afterwards, Thursday 3 December 2026", (await app.TheDigestAsync()).Subject);
        await app.BounceAsync(2);
        Assert.Equal([(2, false), (2, false)], await app.BouncesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Who_subscribes_again_is_asked_again_and_a_new_subscription_shows_that_mail_arrives(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        await app.FollowAsync();
        await app.BounceAsync(3);
        await app.SignUpAsync();
        Assert.Empty(await app.MailsAsync(SubscriptionMailKind.Again));
        var asks = (await app.MailsAsync(SubscriptionMailKind.Confirm))[^1];
        Assert.Equal((null, "Please confirm: emails from Homs Screenings"), (asks.WhyNot, asks.Subject));
        Assert.Equal([(3, true)], await app.BouncesAsync());
        Assert.Equal(303, (await app.ActAsync(await app.LinkOfSubscriberAsync(), "resume")).Status);
        Assert.Equal([(0, false)], await app.BouncesAsync());

        await app.BounceAsync(3);
        await app.SignUpAsync("?country=GB");
        Assert.Equal([(3, true), (0, false)], await app.BouncesAsync());
        await app.ActAsync(await app.LinkOfSubscriberAsync(), "confirm");
        Assert.Equal([(0, false), (0, false)], await app.BouncesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_complaint_stops_at_once_and_what_is_wanted_again_is_that_alone(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        var page = await app.FollowAsync();
        await app.FollowAsync("?country=GB");
        await app.FollowAsync("?country=FR", email: Other);
        var mail = await app.SendMailAsync();
        await app.ReadAsync(SomeReports.OfFeedback(mail));
        Assert.Equal([(0, true), (0, true), (0, false)], await app.BouncesAsync());
        Assert.StartsWith("Stopped, because an email to this address was reported as unwanted.",
            (await app.AsVisitor().GetAsync(page)).Text(".lead"), StringComparison.Ordinal);
        await app.ActAsync(page, "resume");
        Assert.Equal([(0, false), (0, true), (0, false)], await app.BouncesAsync());
        await app.ReadAsync(SomeReports.OfFeedback(mail)); // the same once more
        Assert.Equal([(0, false), (0, true), (0, false)], await app.BouncesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task An_address_that_the_mail_server_refuses_counts_as_one_from_which_mail_came_back(Database database)
    {
        using var server = new SmtpListener { Welcome = _ => "550 5.1.1 No such user here" };
        await using var app = await ScreeningsApp.StartAsync(database, ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"),
            ("Mail:From", "screenings@example.org"));
        await app.FollowAsync();
        await app.Programme.AddScreening();
        await app.GatherAsync();
        for (var i = 0; i < 100 && await app.InDbAsync(db => db.Outbox.AnyAsync(m => m.SentAt == null)); i++)
        {
            await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
            await Task.Delay(50);
        }
        Assert.Equal([(1, false)], await app.BouncesAsync());
        var digest = await app.InDbAsync(db => db.Outbox.SingleAsync(m => m.Kind == SubscriptionMailKind.Digest));
        app.Clock.Pass(Duration.FromDays(1));
        await app.ReadAsync(SomeReports.OfPostfix($"{digest.MessageId}@screenings.test"));
        Assert.Equal([(1, false)], await app.BouncesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_counts_those_who_were_stopped_apart(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        var (owner, editor) = (await app.AsOrganiserAsync(), await app.AsSiteEditorAsync());
        await app.Programme.AddScreening(organisation: "Homs Campaign");
        var campaign = await app.InDbAsync(db => db.Organisations.Select(o => o.Slug).SingleAsync());
        await app.FollowAsync();
        await app.FollowAsync($"?organisation={campaign}", email: Other);
        await app.FollowAsync("?country=GB", email: "cy.unusual@example.org");
        Assert.Null((await editor.GetAsync("/organise/subscribers")).Text(".stopped"));
        await app.BounceAsync(3);
        await app.ReadAsync(SomeReports.OfFeedback(await app.SendMailAsync($"organisation={campaign}"), named: "", to: Other));
        var all = await editor.GetAsync("/organise/subscribers");
        Assert.Equal("Not counted: stopped because mail came back, 1; stopped because an email was reported as unwanted, 1. They are "
            + "deleted after 90 days, unless whoever it is wants mail again.", all.Text(".stopped"));
        Assert.Equal(["United Kingdom", "1", "0", "0", "0", "1"], all.Texts(".counts tbody tr > *"));
        Assert.StartsWith("Not counted: stopped because mail came back, 0; stopped because an email was reported as unwanted, 1.",
            (await owner.GetAsync("/organise/subscribers")).Text(".stopped"), StringComparison.Ordinal);
        var mails = await (await app.AsAdministratorAsync()).GetAsync("/organise/mail");
        Assert.Contains("Sent, but as was found on 3 June 2026, 12:", mails.Body, StringComparison.Ordinal);
        foreach (var page in new[] { all, mails }) Assert.DoesNotContain("unusual", page.Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Who_was_stopped_and_does_not_want_it_again_is_forgotten_after_ninety_days(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        var page = await app.FollowAsync();
        await app.FollowAsync("?country=GB", email: Other);
        await app.BounceAsync(3);
        var file = (await app.AsVisitor().GetAsync(page + "/export")).Body;
        Assert.Contains("\"HardBounces\": 3", file, StringComparison.Ordinal);
        await app.GoOnAsync(88 * 24 * 60);
        Assert.Equal(2, (await app.BouncesAsync()).Count);
        await app.GoOnAsync(24 * 60);
        Assert.Equal([Other], await app.InDbAsync(db => db.Subscriptions.Select(s => s.Email).ToListAsync()));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(page)).Status);
    }
}
