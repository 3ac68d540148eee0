using HomsScreenings.Interests;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Tests.Mail;
using HomsScreenings.Tests.Subscriptions;
using HomsScreenings.Web.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static HomsScreenings.Tests.Interests.InterestSteps;

namespace HomsScreenings.Tests.Interests;

/// <summary>Who waits is told of the first screening near them, once.</summary>
public sealed class InterestsToldTests
{
    const string Other = "other@example.org";

    // So that the program does not do it by itself meanwhile.
    static Instant Soon(ScreeningsApp app) => app.Clock.Now + Duration.FromMinutes(2);

    [Theory, OnEachDatabase]
    public async Task One_mail_tells_of_a_screening_within_reach_and_no_other_does(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        var page = await app.WaitAsync();
        await app.AnnounceAsync("Birmingham"); // some 150 km away
        await app.AnnounceAsync("Leeds", film: "Another film");
        await app.AnnounceAsync("Leeds", published: false);
        await app.LookAsync();
        Assert.Empty(await app.ToldAsync());

        var screening = await app.AnnounceAsync("Bradford");
        await app.LookAsync();
        var mail = Assert.Single(await app.ToldAsync());
        Assert.Null(mail.WhyNot);
        Assert.Equal("Near you: Return to Homs, Saturday 27 June 2026", mail.Subject);
        Assert.Contains($"/screenings/{screening.Slug}", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("/unsubscribe", mail.Letter.UnsubscribeAddress(new("Site", ScreeningsApp.BaseUrl), "S"), StringComparison.Ordinal);
        Assert.StartsWith("You were told on ", (await app.AsVisitor().GetAsync(page)).Text(".lead"), StringComparison.Ordinal);
        await app.AnnounceAsync("Leeds");
        await app.LookAsync();
        Assert.Single(await app.ToldAsync());

        Assert.Equal(303, (await app.ActAsync(page, "confirm")).Status);
        await app.LookAsync();
        Assert.Single(await app.ToldAsync());
        await app.AnnounceAsync("Wakefield");
        await app.LookAsync();
        Assert.Equal(2, (await app.ToldAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_announced_while_the_program_was_stopped_is_told_and_who_did_not_confirm_is_not(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddSeries("The tour");
        await app.WaitAsync(path: "/series/the-tour");
        Assert.Equal(303, (await app.AskAsync(path: "/series/the-tour", email: "silent@example.org")).Status);
        await app.AnnounceAsync("Leeds", series: "The tour");
        await app.LookAsync(3 * 24 * 60);
        Assert.Equal(Email, Assert.Single(await app.ToldAsync()).Letter.Recipient);

        // Who confirms late is told of what was announced since they asked.
        await app.ActAsync(await app.LinkOfInterestAsync(), "confirm");
        await app.LookAsync();
        Assert.Equal(2, (await app.ToldAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task Two_processes_tell_once_and_a_screening_that_is_off_before_the_mail_leaves_tells_nobody(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var film = await app.Programme.AddFilm("Return to Homs");
        await app.CrowdAsync(InterestsTold.BatchSize + 3, "Leeds", film);
        var screening = await app.AnnounceAsync("Leeds");
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.InDbAsync(async db =>
        {
            // What SQLite or PostgreSQL refuses of two at once is done in the next round.
            try { await new InterestsTold(db, Soon(app)).RunAsync(CancellationToken.None); }
            catch (Exception problem) when (problem is DbUpdateException or System.Data.Common.DbException) { }
        })));
        await app.LookAsync();
        Assert.Equal(InterestsTold.BatchSize + 3, await app.InDbAsync(db => db.Outbox.Select(m => m.SubjectId).Distinct().CountAsync()));
        Assert.Equal(InterestsTold.BatchSize + 3, await app.InDbAsync(db => db.Outbox.CountAsync()));

        await app.Programme.Change(screening, s => s.Cancel("Rain."));
        var first = (await app.ToldAsync())[0];
        Assert.Equal(InterestsTold.OffAgain, first.WhyNot);
        await app.InDbAsync(db => db.MarkNeedlessAsync(first.Message.Id, InterestsTold.OffAgain, app.Clock.Now, CancellationToken.None));
        await app.LookAsync();
        Assert.Equal(1, await app.InDbAsync(db => db.Interests.CountAsync(i => i.ToldAt == null)));
        await app.AnnounceAsync("Bradford");
        await app.LookAsync();
        Assert.Equal(0, await app.InDbAsync(db => db.Interests.CountAsync(i => i.ToldAt == null)));
    }

    [Theory, OnEachDatabase]
    public async Task An_address_told_to_guests_alone_is_in_no_mail(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        await app.WaitAsync("London");
        await app.Programme.AddScreening(at: null, and: s =>
        {
            s.Capacity = 20;
            s.GiveAwaySeats(r => r.PrivateAddress = "12 Hidden Lane");
        });
        await app.LookAsync();
        var mail = Assert.Single(await app.ToldAsync());
        Assert.Contains("London", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", mail.Text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_mail_that_comes_back_ends_it_and_one_that_is_unwanted_all_of_the_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        await app.Programme.AddSeries("The tour");
        await app.WaitAsync();
        await app.WaitAsync(path: "/series/the-tour");
        await app.ReadAsync(SomeReports.OfPostfix(await MailOfAsync(app), Email));
        Assert.Equal(1, await app.InDbAsync(db => db.Interests.CountAsync()));
        await app.WaitAsync("London");
        await app.WaitAsync("York, GB", Other);
        await app.WaitAsync("London", Other);
        await app.ReadAsync(SomeReports.OfFeedback(await MailOfAsync(app), named: $"Original-Rcpt-To: <{Other}>", to: Other));
        Assert.Equal([Email, Email], await app.InDbAsync(db => db.Interests.Select(i => i.Email).ToListAsync()));
        await app.FollowAsync();
        await app.ReadAsync(SomeReports.OfFeedback(await app.SendMailAsync()));
        Assert.Equal(0, await app.InDbAsync(db => db.Interests.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task An_address_that_the_mail_server_refuses_is_written_to_no_more(Database database)
    {
        using var server = new SmtpListener { Welcome = _ => "550 5.1.1 No such user here" };
        await using var app = await ScreeningsApp.StartAsync(database, ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"),
            ("Mail:From", "screenings@example.org"));
        await app.Programme.AddFilm("Return to Homs");
        await app.AskAsync();
        for (var i = 0; i < 100 && await app.InDbAsync(db => db.Interests.AnyAsync()); i++)
        {
            await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
            await Task.Delay(50);
        }
        Assert.Equal((0, 0), await app.InDbAsync(async db => (await db.Interests.CountAsync(), await db.Outbox.CountAsync())));
    }

    static Task<string> MailOfAsync(ScreeningsApp app) => app.InDbAsync(async db =>
    {
        var mail = await db.Outbox.Where(m => m.Kind == InterestMailKind.Confirm).OrderByDescending(m => m.Id).FirstAsync();
        (mail.Attempts, mail.SentAt) = (1, app.Clock.Now);
        await db.SaveChangesAsync();
        return $"{mail.MessageId}@screenings.test";
    });

    [Theory, OnEachDatabase]
    public async Task A_run_takes_as_many_statements_for_a_full_batch_as_for_two(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var film = await app.Programme.AddFilm("Return to Homs");
        var counts = new List<int>();
        foreach (var count in new[] { 1, 2, InterestsTold.BatchSize })
        {
            await app.CrowdAsync(count, "Leeds", film, $"of{count}-");
            await app.AnnounceAsync("Leeds");
            var accessor = new HttpContextAccessor { HttpContext = new DefaultHttpContext() };
            app.Statements.Reset();
            await app.InDbAsync(db => new InterestsTold(db, Soon(app)).RunAsync(CancellationToken.None));
            accessor.HttpContext = null;
            counts.Add(app.Statements.Statements.Count);
        }
        Assert.Equal(counts[1], counts[2]);
        Assert.Equal(InterestsTold.BatchSize + 3, await app.InDbAsync(db => db.Outbox.CountAsync()));
    }
}
