using System.Globalization;
using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Tests.Mail;
using HomsScreenings.Web.Jobs;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Bookings.Letters;

/// <summary>Mail to guests, from the box office to a real mail server and what its readers' programs make of it.</summary>
public sealed class GuestMailTests
{
    const string NoServer = "aiosmtpd and icalendar are not installed (Debian: apt-get install python3-aiosmtpd python3-icalendar)";

    static (string, string)[] SettingsFor(RealMailServer server, string host = "127.0.0.1") =>
        [("Mail:Host", host), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail:From", "Homs Screenings <screenings@example.org>")];

    static Task<Screening> HouseOf(ScreeningsApp app, int seats = 50) => app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
    {
        s.Capacity = seats;
        s.GiveAwaySeats(r => r.ReminderHours = null);
    });

    /// <summary>
    /// Goes round and waits until nothing is on its way; the program goes round by itself too, and each may meet the other.
    /// </summary>
    static async Task GoRoundAsync(params ScreeningsApp[] apps)
    {
        await Task.WhenAll(apps.Select(app => app.GoRoundAsync()));
        for (var i = 0; i < 600; i++)
        {
            var now = apps[0].Clock.Now;
            if (!await apps[0]
                .InDbAsync(db => db.Outbox.AnyAsync(m => m.Attempts != m.Tries.Count || (m.SentAt == null && m.DueAt <= now)))) return;
            await Task.Delay(50);
        }
        throw new TimeoutException("The mail did not get anywhere.");
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer), OnEachDatabase]
    public async Task Two_edits_are_one_mail_and_cancelling_is_one_more_and_the_calendar_follows(Database database)
    {
        await using var server = await RealMailServer.StartAsync();
        await using var app = await ScreeningsApp.StartAsync(database, SettingsFor(server));
        var screening = await HouseOf(app);
        await app.InDbAsync(db => db.Organisations.ExecuteUpdateAsync(s => s.SetProperty(o => o.PublicEmail, "campaign@example.org")));
        await app.BookAsync(screening, people: 2, email: "nadia@example.org");
        await app.BookAsync(screening, people: 2, email: "omar@example.org", language: "ar");
        await GoRoundAsync(app);

        await app.Programme.Change(screening, s => s.Reschedule(new(2026, 6, 27), new(21, 0), false, null, null));
        app.Clock.Pass(Duration.FromMinutes(20));
        var curzon = await app.Programme.AddVenue(
            "Curzon", and: v => v.SetTranslations([new VenueTranslation { Language = "ar", Name = "كرزون" }]));
        await app.InDbAsync(async db =>
        {
            var row = await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).Include(s => s.Venue).SingleAsync();
            row.PlaceAt(await db.Venues.Include(v => v.Rooms).SingleAsync(v => v.Id == curzon), null);
            await db.SaveChangesAsync();
        });
        app.Clock.Pass(Duration.FromMinutes(29));
        await GoRoundAsync(app);
        Assert.Equal(2, (await server.MailsAsync()).Count);
        app.Clock.Pass(Duration.FromMinutes(1));
        await GoRoundAsync(app);
        await app.Programme.Change(screening, s => s.Cancel("The hall is flooded."));
        await GoRoundAsync(app);
        await GoRoundAsync(app);

        var mails = await server.MailsAsync();
        Assert.All(mails, m => Assert.Empty(m.Faults));
        Assert.All(
            mails,
            m => Assert.Equal(("auto-generated", "campaign@example.org", "Homs Screenings <screenings@example.org>", null),
                (m.AutoSubmitted, m.ReplyTo, m.From.Replace("\"", "", StringComparison.Ordinal), m.ListUnsubscribe)));
        Assert.All(mails,
            m => Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"], m.Structure));
        Assert.Equal(6, mails.Select(m => m.MessageId).Distinct().Count());
        Assert.All(mails, m => Assert.EndsWith("@screenings.test>", m.MessageId, StringComparison.Ordinal));

        var hers = mails.Where(m => m.To == "nadia@example.org").ToList();
        Assert.Equal(
            ["Booked: Return to Homs, 27 June, 20:30", "Changed: Return to Homs, 27 June, 21:00",
                "Cancelled: Return to Homs, 27 June, 21:00"], hers.Select(m => m.Subject));
        Assert.Equal(
            ["When: Saturday 27 June 2026, 21:00 BST", "  Previously: Saturday 27 June 2026, 20:30 BST",
                "Where: Curzon, London", "  Previously: ICA, London", "What: Return to Homs"],
            hers[1].Text.Split('\n').Skip(2).Take(5));
        Assert.Contains("> The hall is flooded.", hers[2].Text.Split('\n'));
        var his = mails.Where(m => m.To == "omar@example.org").ToList();
        Assert.Equal(["تم الحجز", "تغيير", "إلغاء"], his.Select(m => m.Subject.Split(':')[0]));
        Assert.Contains("الموعد: السبت ٢٧ حزيران ٢٠٢٦، ٢١:٠٠ بتوقيت لندن", his[1].Text.Split('\n'));
        Assert.Equal(["المكان: كرزون، لندن", "  سابقًا: \u2068ICA\u2069، لندن"], his[1].Text.Split('\n').Skip(4).Take(2));
        Assert.Contains("dir=\"rtl\"", his[1].Html, StringComparison.Ordinal);

        var feed = new ReadCalendar((await app.AsVisitor().GetAsync("/calendar.ics")).Bytes).Event(screening.Uid);
        Assert.All(mails, m => Assert.Equal(("PUBLISH", feed["UID"], "screening.ics"), (m.Entry!.Method, m.Entry.Uid, m.Entry.FileName)));
        foreach (var each in new[] { hers, his })
        {
            Assert.Equal([(0, "CONFIRMED"), (2, "CONFIRMED"), (feed.Sequence, "CANCELLED")],
                each.Select(m => (m.Entry!.Sequence, m.Entry.Status)));
            Assert.Equal(["20260627T193000Z", "20260627T200000Z", "20260627T200000Z"], each.Select(m => m.Entry!.Start));
            Assert.Equal(each.Select(m => m.Entry!.Stamp).Order(StringComparer.Ordinal), each.Select(m => m.Entry!.Stamp));
        }
        Assert.Equal(3, feed.Sequence);
        Assert.DoesNotContain(
            app.Log.Lines, l => l.Contains("@example.org", StringComparison.Ordinal) || l.Contains("/bookings/", StringComparison.Ordinal));

        // The link in a mail opens the booking that it is about, and no token of it is kept.
        var token = hers[0].Text.Split('\n')
            .First(
                l => l.StartsWith($"{ScreeningsApp.BaseUrl}/bookings/",
                    StringComparison.Ordinal))[$"{ScreeningsApp.BaseUrl}/bookings/".Length..];
        Assert.Equal(
            "nadia@example.org", await app.InDbAsync(db => db.BookingsBehind(token, app.Clock.Now).Select(b => b.Email).SingleAsync()));
    }

    [Fact(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    public async Task A_mail_that_cannot_be_worded_delays_itself_alone()
    {
        await using var server = await RealMailServer.StartAsync();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, SettingsFor(server));
        var (broken, whole) = (await HouseOf(app), await HouseOf(app));
        await app.InDbAsync(
            db => db.Screenings.Where(s => s.Id == broken.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Nowhere/At_All")));
        await app.BookAsync(broken, email: "nadia@example.org");
        await app.BookAsync(whole, email: "omar@example.org");
        await GoRoundAsync(app);

        Assert.Equal(["omar@example.org"], (await server.MailsAsync()).Select(m => m.To));
        var kept = await app.InDbAsync(db => db.Outbox.SingleAsync(m => m.SentAt == null));
        Assert.Equal((1, true), (kept.Attempts, kept.LastError is not null));
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer), OnEachDatabase]
    public async Task A_server_that_stops_or_breaks_off_loses_nothing_and_doubles_nothing_that_the_number_does_not_tell(Database database)
    {
        await using var server = await RealMailServer.StartAsync();
        await using var app = await ScreeningsApp.StartAsync(database, SettingsFor(server));
        var screening = await HouseOf(app);
        await server.StopAsync();
        for (var i = 0; i < 5; i++) await app.BookAsync(screening);
        await GoRoundAsync(app);
        Assert.Equal(5, await app.InDbAsync(db => db.Outbox.CountAsync(m => m.SentAt == null && m.Attempts == 1 && m.LastError != null)));

        server.BreakOff(true);
        await server.StartAgainAsync();
        app.Clock.Pass(Duration.FromMinutes(1));
        await GoRoundAsync(app);
        Assert.Equal(5, (await server.MailsAsync()).Count);
        Assert.Equal(0, await app.InDbAsync(db => db.Outbox.CountAsync(m => m.SentAt != null)));

        server.BreakOff(false);
        app.Clock.Pass(Duration.FromMinutes(5));
        await GoRoundAsync(app);
        await GoRoundAsync(app);

        var twice = (await server.MailsAsync()).GroupBy(m => m.MessageId).ToList();
        Assert.Equal([2, 2, 2, 2, 2], twice.Select(m => m.Count()));
        Assert.All(twice, m => Assert.Single(m.Select(one => one.To).Distinct()));
        Assert.Equal(await app.InDbAsync(db => db.Bookings.Select(b => b.Email!).OrderBy(e => e).ToListAsync()),
            twice.Select(m => m.First().To).Order(StringComparer.Ordinal));
        var tries = await app.InDbAsync(
            db => db.Outbox.OrderBy(m => m.Id).Select(m => m.Tries.OrderBy(t => t.Id).Select(t => t.Error != null).ToList()).ToListAsync());
        Assert.All(tries, t => Assert.Equal([true, true, false], t));
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer), OnEachDatabase]
    public async Task A_refused_address_delays_its_own_mail_alone_and_a_slow_one_too(Database database)
    {
        await using var server = await RealMailServer.StartAsync();
        server.Refuse("refused@example.org");
        server.BeSlowWith("slow@example.org");
        await using var app = await ScreeningsApp.StartAsync(database, SettingsFor(server));
        var screening = await HouseOf(app);
        string[] guests = ["slow@example.org", "refused@example.org",
            "one@example.org", "two@example.org", "three@example.org", "four@example.org"];
        foreach (var guest in guests) await app.BookAsync(screening, email: guest);
        await GoRoundAsync(app);

        var first = (await server.MailsAsync()).Select(m => m.To).ToList();
        Assert.Equal(guests.Except(["refused@example.org"]).Order(StringComparer.Ordinal), first.Order(StringComparer.Ordinal));
        Assert.Equal("slow@example.org", first[^1]);
        var refused = await app.InDbAsync(db => db.Outbox.Include(m => m.Tries).SingleAsync(m => m.SentAt == null));
        Assert.Contains("(address)", refused.LastError!, StringComparison.Ordinal);
        Assert.DoesNotContain("refused@", refused.LastError! + refused.Tries.Single().Error, StringComparison.Ordinal);

        server.Refuse();
        app.Clock.Pass(Duration.FromMinutes(1));
        await GoRoundAsync(app);
        Assert.Equal("refused@example.org", (await server.MailsAsync())[^1].To);
        Assert.Equal(6, (await server.MailsAsync()).Count);
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer), OnEachDatabase]
    public async Task Two_processes_send_each_mail_once(Database database)
    {
        await using var server = await RealMailServer.StartAsync();
        await using var data = await FreshDatabase.CreateAsync(database);
        await using var one = await ScreeningsApp.StartAsync(data, SettingsFor(server));
        await using var two = await ScreeningsApp.StartAsync(data, SettingsFor(server));
        var screening = await HouseOf(one);
        for (var i = 0; i < 12; i++) await (i % 2 == 0 ? one : two).BookAsync(screening);

        // Without the lease, as where one process takes another for dead.
        await Task.WhenAll(
            new[] { one, two, one, two }.Select(app => app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None)));
        await GoRoundAsync(one, two);

        var mails = await server.MailsAsync();
        Assert.Equal((12, 12), (mails.Count, mails.Select(m => m.MessageId).Distinct().Count()));
        Assert.All(await one.InDbAsync(db => db.Outbox.Select(m => new { m.Attempts, Tries = m.Tries.Count }).ToListAsync()),
            m => Assert.Equal((1, 1), (m.Attempts, m.Tries)));
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer), OnEachDatabase]
    public async Task Reminders_and_thanks_can_be_stopped_and_what_needs_no_mail_any_more_gets_none(Database database)
    {
        await using var server = await RealMailServer.StartAsync();
        await using var app = await ScreeningsApp.StartAsync(database, SettingsFor(server));
        var screening = await app.Programme.AddScreening(when: "2026-06-03 20:30",
            and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); });
        await app.BookAsync(screening, email: "comes@example.org");
        var gone = await app.BookAsync(screening, email: "gone@example.org");
        await app.AtBoxOfficeAsync(o => o.CancelAsync(gone.Booking!.Id, byOrganiser: false, CancellationToken.None));
        await GoRoundAsync(app);
        Assert.Equal([("comes@example.org", "Booked"), ("gone@example.org", "Booking cancelled")],
            (await server.MailsAsync()).Select(m => (m.To, m.Subject.Split(':')[0])).Order());

        app.Clock.Pass(Duration.FromHours(33));
        await GoRoundAsync(app);
        var reminder = (await server.MailsAsync())[^1];
        Assert.Equal(("comes@example.org", "Reminder: Return to Homs, 3 June, 20:30", "List-Unsubscribe=One-Click"),
            (reminder.To, reminder.Subject, reminder.ListUnsubscribePost));
        Assert.Matches($"^<{ScreeningsApp.BaseUrl}/bookings/[^/]+/unsubscribe>$", reminder.ListUnsubscribe!);

        await app.InDbAsync(async db =>
        {
            var guest = await db.Bookings.SingleAsync(b => b.Email == "comes@example.org");
            var question = db.GuestQuestions.Add(
                new GuestQuestion
                {
                    BookingId = guest.Id,
                    Text = "Is there a lift?",
                    AskedAt = app.Clock.Now,
                    Answer = "There is."
                }).Entity;
            await db.SaveChangesAsync();
            db.Outbox.Add(OutboxMessage.ToGuest(GuestMailKind.Answer, guest, app.Clock.Now, detail: question.Id));
            await db.SaveChangesAsync();
        });
        await GoRoundAsync(app);
        app.Clock.Pass(Duration.FromHours(37));
        await GoRoundAsync(app);
        var mails = await server.MailsAsync();
        Assert.Equal(["An answer to your question: Return to Homs, 3 June, 20:30", "How was it? Return to Homs"],
            mails.TakeLast(2).Select(m => m.Subject));
        Assert.StartsWith("You asked:\n> Is there a lift?\n\nThe organisers answer:\n> There is.\n",
            mails[^2].Text, StringComparison.Ordinal);
        Assert.Equal([false, true], mails.TakeLast(2).Select(m => m.ListUnsubscribe is not null));

        var page = await (await app.AsAdministratorAsync()).GetAsync("/organise/mail?show=not-sent");
        Assert.Equal(["Booked: Return to Homs, 3 June, 20:30"], page.Texts("article h2"));
        Assert.Equal("Not sent, as was found on 1 June 2026, 12:00 UTC: The booking has ended since.", page.Texts("article dd")[2]);
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_server_the_outbox_shows_what_would_leave_with_a_link_that_opens_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app);
        var administrator = await app.AsAdministratorAsync();
        await app.BookAsync(screening, email: "nadia@example.org");
        Assert.Equal(200, (await administrator.GetAsync("/organise/mail")).Status);
        app.Statements.Reset();
        var one = await administrator.GetAsync("/organise/mail");
        var statements = app.Statements.Statements.Count;

        Assert.Equal(
            ["nadia@example.org", "1 June 2026, 12:00 UTC", "Kept here: no mail server is set", "Booking, in English", screening.Slug],
            one.Texts("article dd"));
        Assert.StartsWith("Your seat is booked.", one.Text("article pre"), StringComparison.Ordinal);
        Assert.Contains($" {ScreeningsApp.BaseUrl}/bookings/… ", one.Text("article pre"), StringComparison.Ordinal);
        // that of the booking itself
        Assert.Equal(1, await app.InDbAsync(db => db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Booking)));

        await app.BookAsync(screening, people: 3);
        await app.BookAsync(
            await app.Programme.AddScreening(film: "Silvered Water",
                and: s => { s.Capacity = 2; s.GiveAwaySeats(r => r.ConfirmByLink = true); }));
        app.Statements.Reset();
        Assert.Equal(
            ["Please confirm: Silvered Water, 27 June, 20:30",
                "Booked: Return to Homs, 27 June, 20:30", "Booked: Return to Homs, 27 June, 20:30"],
            (await administrator.GetAsync("/organise/mail?show=waiting")).Texts("article h2"));
        Assert.Equal(statements, app.Statements.Statements.Count);
        Assert.Empty((await administrator.GetAsync("/organise/mail?show=sent")).Texts("article h2"));
        Assert.Equal(400, (await administrator.GetAsync("/organise/mail?show=everything")).Status);
    }
}
