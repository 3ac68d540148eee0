using System.Text;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Storage;

/// <summary>A database of the version before, with every kind of link and of mail in it, and what the upgrade makes of it.</summary>
public sealed class TokensAndLettersUpgradeTests
{
    static readonly Instant Then = Instant.FromUtc(2026, 6, 1, 11, 0) + Duration.FromMilliseconds(123);

    [Theory, OnEachDatabase]
    public async Task Links_given_out_before_still_work_and_mails_that_waited_are_still_written(Database database)
    {
        await using var data = await FreshDatabase.CreateEmptyAsync(database);
        await using (var db = data.Open(new StoppedClock()))
        {
            await db.GetService<IMigrator>().MigrateAsync(VersionBefore(db));
            await FillAsync(db);
            await db.Database.MigrateAsync();
        }
        await using var app = await ScreeningsApp.StartAsync(data);

        var visitor = app.AsVisitor();
        Assert.Equal(200, (await visitor.GetAsync("/bookings/guest-link")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/bookings/calendar-link")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/organise/calendar/calendar-link.ics")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/account/invitation?token=open-invitation")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/account/invitation?token=accepted-invitation")).Status);
        var reset = await SignedResetLinkAsync(app);
        Assert.Equal(302, (await visitor.FillAsync(reset, ("Input.Password", NewPassword), ("Input.Again", NewPassword))).Status);
        Assert.Equal(404, (await visitor.GetAsync("/organise/calendar/calendar-link.ics")).Status); // another password has ended it

        var page = await (await app.AsAdministratorAsync()).GetAsync("/organise/mail");
        Assert.Equal(
        [
            ("Invitation to Homs Campaign at Homs Screenings", "talal@example.org"),
            ("A new password for Homs Screenings", "owner@example.org"),
            ("An answer to your question: Return to Homs", "nadia@example.org"), ("Booked: Return to Homs", "nadia@example.org"),
            ("Invitation", "nobody any more"),
        ], page.Texts("article h2").Zip(page.Html.QuerySelectorAll("article dd:first-of-type").Select(d => d.TextContent)));
        Assert.Contains("It has.", page.Texts("article pre")[^1], StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Every_row_finds_its_place(Database database)
    {
        await using var data = await FreshDatabase.CreateEmptyAsync(database);
        await using var db = data.Open(new StoppedClock());
        await db.GetService<IMigrator>().MigrateAsync(VersionBefore(db));
        await FillAsync(db);
        await db.Database.MigrateAsync();

        var (end, day) = (Then + Duration.FromDays(14), Duration.FromDays(1));
        Assert.Equal(
        [
            (TokenPurpose.Booking, 5, Token.HashOf("guest-link"), Then, null, null),
            (TokenPurpose.Setup, Token.TheSite, Token.HashOf("setup-link"), Then, null, null),
            (TokenPurpose.Calendar, 1, Token.HashOf("calendar-link"), Then, null, null),
            (TokenPurpose.Invitation, 7, Token.HashOf("open-invitation"), Then, end, null),
            (TokenPurpose.Invitation, 8, Token.HashOf("accepted-invitation"), Then - day, end - day, Then),
        ], (await db.Tokens.OrderBy(t => t.Id).ToListAsync())
            .Select(t => (t.Purpose, t.Subject, t.Hash, t.CreatedAt, t.ExpiresAt, t.UsedAt)));
        Assert.Equal(
        [
            (1, "one", "booking.booked", 5, null, Then, 1, "450 busy", 1),
            (2, "two", "booking.answer", 5, 9, null, 0, null, 0),
            (3, "three", "account.passwordreset", 1, null, null, 2, "450 busy", 0),
            (4, "four", "account.invitation", 7, null, null, 0, null, 0),
            (5, "five", "account.invitation", 0, (int?)null, (Instant?)null, 0, (string?)null, 0),
        ], (await db.Outbox.Include(m => m.Tries).OrderBy(m => m.Id).ToListAsync()).Select(m =>
            (m.Id, m.MessageId, m.Kind, m.SubjectId, m.Detail, m.SentAt, m.Attempts, m.LastError, m.Tries.Count)));

        // What is added from now on gets numbers of its own.
        db.Outbox.Add(OutboxMessage.New("booking.thanks", 5, Then));
        db.IssueToken(TokenPurpose.Booking, 5, Then);
        await db.SaveChangesAsync();
        Assert.Equal((6, 6), (await db.Outbox.MaxAsync(m => m.Id), await db.Tokens.CountAsync()));
    }

    const string NewPassword = "a passage from house to house";

    static string VersionBefore(ScreeningsDb db) =>
        db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_TokensAndLetters", StringComparison.Ordinal)).Last();

    // As the version before made them: signed, with nothing of them in the database.
    static async Task<string> SignedResetLinkAsync(ScreeningsApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<ClockedUsers>();
        var token = await users.GeneratePasswordResetTokenAsync((await users.FindByEmailAsync("owner@example.org"))!);
        return $"/account/reset-password?account=1&token={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";
    }

    static async Task FillAsync(ScreeningsDb db)
    {
        var (at, end) = (Then.ToDateTimeUtc(), (Then + Duration.FromDays(14)).ToDateTimeUtc());
        var (dayBefore, endBefore) = (at.AddDays(-1), end.AddDays(-1));
        var (guest, calendar, setup) = (Token.HashOf("guest-link"), Token.HashOf("calendar-link"), Token.HashOf("setup-link"));
        var (open, accepted) = (Token.HashOf("open-invitation"), Token.HashOf("accepted-invitation"));
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "AspNetUsers" ("UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "SecurityStamp",
                "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
            VALUES ('owner@example.org', 'OWNER@EXAMPLE.ORG', 'owner@example.org',
                'OWNER@EXAMPLE.ORG', TRUE, 'stamp', FALSE, FALSE, TRUE, 0)
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Organisations" ("Id", "Slug", "Name", "NameKey", "Version", "ChangedAt")
            VALUES (2, 'homs-campaign', 'Homs Campaign', '', 1, {at})
            """);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Members" ("OrganisationId", "UserId", "Role") VALUES (2, 1, 'Owner')""");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Screenings" ("Id", "Uid", "Slug", "OrganisationId", "Title", "CityKey", "Languages", "Subtitles", "Captions",
                "AudioDescription", "SignLanguage", "Relaxed", "Admission", "Capacity", "AttendanceIsMinimum", "IsSample", "Version",
                "CreatedAt", "ChangedAt", "LanguagesKey", "TitleKey", "Status", "PublishedAt", "Sequence",
                "SecondTime", "OverAt", "Booking")
            VALUES (3, 'uid', 'return-to-homs', 2, 'Return to Homs', '', '', '', FALSE, FALSE, FALSE, FALSE, 'Free', 9, FALSE, FALSE, 1,
                {at}, {at}, '', '', 'Published', {at}, 0, FALSE, {end}, 'Seats')
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "SeatRules" ("ScreeningId", "ClosesMinutes", "LargestParty", "WheelchairPlaces", "CompanionPlaces", "ConfirmByLink",
                "OfferHours", "OffersEndHours", "Revision", "Availability", "FactsNumber")
            VALUES (3, 0, 6, 0, 0, FALSE, 24, 2, 1, 'Open', 1)
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Bookings" ("Id", "ScreeningId", "Email", "Language", "People", "Wheelchairs", "Companions", "State", "CreatedAt",
                "ToldNumber", "WantsNoReminders")
            VALUES (5, 3, 'nadia@example.org', 'en', 2, 0, 0, 'Booked', {at}, 1, FALSE)
            """);
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "GuestLinks" ("BookingId", "TokenHash", "CreatedAt") VALUES (5, {guest}, {at})""");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "GuestQuestions" ("Id", "BookingId", "Text", "AskedAt", "Answer", "AnsweredAt")
            VALUES (9, 5, 'Has it a lift?', {at}, 'It has.', {at})
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "SecretLinks" ("Id", "Kind", "TokenHash", "UserId", "CreatedAt")
            VALUES (1, 'Setup', {setup}, NULL, {at}), (2, 'Calendar', {calendar}, 1, {at})
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Invitations" ("Id", "TokenHash", "OrganisationId", "Role", "Email", "InvitedById", "ExpiresAt", "AcceptedAt")
            VALUES (7, {open}, 2, 'Editor', 'talal@example.org', 1, {end}, NULL),
                (8, {accepted}, 2, 'Editor', 'talal@example.org', 1, {endBefore}, {at})
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Outbox" ("MessageId", "Recipient", "Subject", "Body", "CreatedAt", "DueAt",
                "Attempts", "SentAt", "LastError", "Kind",
                "BookingId", "QuestionId")
            VALUES ('one', '', '', '', {at}, {at}, 1, {at}, '450 busy', 'Booked', 5, NULL),
                ('two', '', '', '', {at}, {at}, 0, NULL, NULL, 'Answer', 5, 9)
            """);
        var (reset, invitation) = ("A new password for Homs Screenings", "Invitation to Homs Campaign at Homs Screenings");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Outbox" ("MessageId", "Recipient", "Subject", "Body", "CreatedAt", "DueAt", "Attempts", "LastError")
            VALUES ('<three@screenings.test>', 'owner@example.org', {reset}, 'https://screenings.test/a', {at}, {at}, 2, '450 busy'),
                ('<four@screenings.test>', 'talal@example.org', {invitation}, 'https://screenings.test/b', {at}, {at}, 0, NULL),
                ('<five@screenings.test>', 'gone@example.org', {invitation}, 'https://screenings.test/c', {dayBefore}, {at}, 0, NULL)
            """);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "OutboxAttempts" ("MessageId", "At", "Error") VALUES (1, {at}, '450 busy')""");
    }
}
