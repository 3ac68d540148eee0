using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Tests.Subscriptions.SubscriptionSteps;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>What subscribers are told, and when; from the form to the mail.</summary>
public sealed class DigestTests
{
    // Without the marks that keep names in their order.
    static string Plain(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory, OnEachDatabase]
    public async Task A_tour_that_is_published_screening_by_screening_is_one_mail_and_what_was_told_is_not_told_again(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2026-06-20 20:30"); // before anybody follows
        var page = await app.FollowAsync("?film=return-to-homs");
        await app.GoOnAsync(60);
        await app.Programme.AddScreening(when: "2026-06-27 20:30");
        await app.GoOnAsync();
        await app.Programme.AddScreening(when: "2026-06-28 20:30", at: "Hyde Park", and: s => s.Cancel("The hall is closed."));
        await app.Programme.AddScreening("Another film");
        await app.GoOnAsync();
        Assert.Empty(await app.MailsAsync());
        await app.GoOnAsync(14);

        var mail = await app.TheDigestAsync();
        Assert.Null(mail.WhyNot);
        Assert.Equal("What is new: Return to Homs", mail.Subject);
        Assert.Equal("""
            == Newly announced

            * Return to Homs
              Saturday 27 June 2026, 20:30 to 22:00 BST (Europe/London), ICA,
              London, United Kingdom
              https://screenings.test/screenings/return-to-homs-ica-2

            * Cancelled: Return to Homs
              This screening is cancelled. The hall is closed.
              Sunday 28 June 2026, 20:30 to 22:00 BST (Europe/London), Hyde Park,
              London, United Kingdom
              https://screenings.test/screenings/return-to-homs-hyde-park

            -- 
            You get this email because you asked Homs Screenings to write to you
            about: Return to Homs.

            Change or pause these emails
            https://screenings.test/subscriptions/SECRET

            Unsubscribe
            https://screenings.test/subscriptions/SECRET/unsubscribe

            Nothing is tracked: nobody learns whether you open this email or follow
            a link in it.

            """, mail.Text);
        await app.GoOnAsync(60);
        Assert.Empty(await app.MailsAsync());

        await app.AsVisitor().SendAsync(HttpMethod.Post, page + "/unsubscribe", null);
        await app.Programme.AddScreening(when: "2026-06-29 20:30");
        await app.GatherAsync();
        Assert.Empty(await app.MailsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task What_is_moved_cancelled_or_goes_online_is_told_and_a_corrected_word_is_not(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var moved = await app.Programme.AddScreening(when: "2026-06-27 20:30");
        var online = await app.Programme.AddScreening(when: "2026-06-28 20:30", at: "Hyde Park");
        var reworded = await app.Programme.AddScreening(when: "2026-06-29 20:30", at: "Phoenix");
        await app.FollowAsync();
        await app.Programme.Change(reworded, s => s.Description = "In other words.");
        await app.GatherAsync();
        Assert.Empty(await app.MailsAsync());

        await app.Programme.Change(moved, s => s.Reschedule(new LocalDate(2026, 7, 4), new LocalTime(18, 0), false, null, null));
        await app.Programme.Change(online, s => s.MoveOnline("https://example.org/watch", null));
        await app.GatherAsync();
        var mail = await app.TheDigestAsync();
        Assert.Equal("What is new: Homs Screenings", mail.Subject);
        var text = Flat(mail.Text);
        Assert.StartsWith("== Changed * Moved online: Return to Homs This screening takes place online. Sunday 28 June 2026", text,
            StringComparison.Ordinal);
        Assert.Contains("* Rescheduled: Return to Homs This screening has been moved; it was to be on Saturday 27 June 2026, 20:30. "
            + "Saturday 4 July 2026, 18:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("phoenix", text, StringComparison.Ordinal);

        await app.Programme.Change(moved, s => s.Cancel(null));
        await app.GatherAsync();
        Assert.Equal("Cancelled: Return to Homs, Saturday 4 July 2026", (await app.TheDigestAsync()).Subject);
    }

    [Theory, OnEachDatabase]
    public async Task Entries_come_with_a_film_an_organisation_and_everything_and_say_where_the_film_is_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "20"));
        await app.Programme.AddScreening(organisation: "Homs Campaign");
        var (film, campaign) = (await app.Programme.AddFilm("Return to Homs"), await app.Programme.AddOrganisation("Homs Campaign"));
        var slug = await app.InDbAsync(db => db.Organisations.Select(o => o.Slug).SingleAsync());
        foreach (var query in new[] { "", "?film=return-to-homs", $"?organisation={slug}", "?city=London" }) await app.FollowAsync(query);
        await app.Programme.AddEntry("A city sings", EntryKind.Review, and: e =>
        {
            e.Byline = "Samar Yazbek";
            e.SetSubjects([new EntrySubject { FilmId = film }]);
        });
        await app.Programme.AddEntry("We are hiring", EntryKind.News, and: e => e.OrganisationId = campaign);
        await app.GatherAsync();
        var mails = await app.MailsAsync();
        Assert.Equal(["What is new: Homs Screenings", "New: A city sings", "New: We are hiring"], mails.Select(m => m.Subject));
        Assert.Contains("* A city sings Review, By Samar Yazbek Next screening: Return to Homs, Saturday 27 June 2026, 20:30 to 22:00 BST "
            + "(Europe/London), ICA, London, United Kingdom https://screenings.test/journal/a-city-sings", Flat(mails[1].Text),
            StringComparison.Ordinal);
        Assert.Contains("* We are hiring", mails[0].Text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_withdrawn_since_is_left_out_and_a_mail_without_anything_does_not_leave(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        await app.Programme.AddEntry("To be withdrawn");
        await app.Programme.AddEntry("To stay");
        await app.GatherAsync();
        await WithdrawAsync("To be withdrawn");
        var mail = Assert.Single(await app.MailsAsync());
        Assert.Equal((null, "New: To stay"), (mail.WhyNot, mail.Subject));
        Assert.DoesNotContain("To be withdrawn", mail.Text, StringComparison.Ordinal);
        await WithdrawAsync("To stay");
        Assert.Equal("Nothing is left of what was new.", (await app.TheDigestAsync()).WhyNot);

        Task WithdrawAsync(string title) => app.InDbAsync(async db =>
        {
            (await db.Journal.SingleAsync(e => e.Title == title)).Withdraw(null);
            await db.SaveChangesAsync();
        });
    }

    [Theory, OnEachDatabase]
    public async Task Weekly_is_Monday_and_monthly_the_first_and_nothing_comes_where_nothing_is_new(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database); // Monday, 1 June, noon
        await app.FollowAsync(rhythm: "weekly");
        await app.FollowAsync("?country=GB", "monthly");
        app.Clock.Now = Instant.FromUtc(2026, 6, 8, 8, 0);
        await app.GoOnAsync(0);
        Assert.Empty(await app.MailsAsync());
        await app.Programme.AddScreening(when: "2026-08-27 20:30");
        app.Clock.Now = Instant.FromUtc(2026, 6, 15, 7, 59);
        await app.GoOnAsync(0);
        Assert.Empty(await app.MailsAsync());
        await app.GoOnAsync(1);
        Assert.Equal("The whole programme and the journal", Followed(await app.TheDigestAsync()));
        app.Clock.Now = Instant.FromUtc(2026, 7, 1, 8, 0);
        await app.GoOnAsync(0);
        Assert.Equal("United Kingdom", Followed(await app.TheDigestAsync()));
        app.Clock.Now = Instant.FromUtc(2026, 8, 3, 8, 0);
        await app.GoOnAsync(0);
        Assert.Empty(await app.MailsAsync());

        static string Followed(WaitingMail mail) => Flat(mail.Text).Split("write to you about: ")[1].Split('.')[0];
    }

    [Theory, OnEachDatabase]
    public async Task A_pause_holds_back_what_waits_and_what_happens_and_ends_by_itself_or_by_hand(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.FollowAsync();
        await app.Programme.AddScreening(when: "2026-12-01 20:30");
        await app.GatherAsync();
        await app.ActAsync(page, "pause-1");
        Assert.Equal("The subscriber has paused.", (await app.TheDigestAsync()).WhyNot);
        Assert.Equal("Paused until Wednesday 1 July 2026.", (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        await app.Programme.AddScreening("In between", when: "2026-12-02 20:30");
        await app.GatherAsync();
        Assert.Empty(await app.MailsAsync());
        app.Clock.Now = Instant.FromUtc(2026, 7, 2, 12, 0);
        await app.Programme.AddScreening("Afterwards", when: "2026-12-03 20:30");
        await app.GatherAsync();
        Assert.Equal("New: Afterwards, Thursday 3 December 2026", (await app.TheDigestAsync()).Subject);

        await app.ActAsync(page, "pause-6");
        await app.GoOnAsync(60);
        await app.ActAsync(page, "resume");
        Assert.Equal("You get an email when there is something new.", (await app.AsVisitor().GetAsync(page)).Text(".lead"));
        await app.GoOnAsync();
        await app.Programme.AddScreening("Once more", when: "2026-12-04 20:30");
        await app.GatherAsync();
        Assert.Equal("New: Once more, Friday 4 December 2026", (await app.TheDigestAsync()).Subject);
    }

    [Theory, OnEachDatabase]
    public async Task Who_signed_up_in_Arabic_reads_Arabic(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs", and: f =>
            f.SetTranslations([new FilmTranslation { Language = "ar", Title = "العودة إلى حمص" }]));
        await app.FollowAsync("?film=return-to-homs", language: "/ar");
        await app.Programme.AddScreening();
        await app.GatherAsync();
        var mail = await app.TheDigestAsync();
        Assert.Equal("جديد: العودة إلى حمص، السبت ٢٧ حزيران ٢٠٢٦", Plain(mail.Subject));
        Assert.Contains("== أُعلن حديثًا", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://screenings.test/ar/screenings/return-to-homs-ica\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://screenings.test/ar/subscriptions/SECRET/unsubscribe\n", mail.Text, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_mail_holds_fifty_screenings_and_leads_to_the_others(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync("?city=London");
        for (var i = 0; i < 52; i++) await app.Programme.AddScreening(when: $"2026-07-{1 + i % 28:00} {10 + i / 28}:00");
        await app.GatherAsync();
        var text = (await app.TheDigestAsync()).Text;
        Assert.Equal(50, text.Split("\n* ").Length - 1);
        Assert.Contains("2 more screenings: see the programme\nhttps://screenings.test/screenings?city=London\n", text,
            StringComparison.Ordinal);
    }
}
