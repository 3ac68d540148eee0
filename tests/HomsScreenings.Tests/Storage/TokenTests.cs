using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Accounts;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Storage;

/// <summary>What a token opens, and how that ends.</summary>
public sealed class TokenTests
{
    [Theory, OnEachDatabase]
    public async Task A_token_opens_what_it_is_for_and_nothing_else_of_the_same_number(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var account = await app.AddAccountAsync("nadia@example.org");
        await app.BookAsync(await app.Programme.AddScreening(and: s => { s.Capacity = 5; s.GiveAwaySeats(_ => { }); }));
        await app.SignUpAsync();
        var secrets = await app.InDbAsync(async db =>
        {
            var made = Enum.GetValues<TokenPurpose>().ToDictionary(p => p, p => db.IssueToken(p, account, app.Clock.Now));
            await db.SaveChangesAsync();
            return made;
        });
        const string password = "a passage from house to house";
        foreach (var (purpose, secret) in secrets)
        {
            async Task<(TokenPurpose, int)> FollowAsync(string path) => (purpose, (await app.AsVisitor().GetAsync(path)).Status);
            Assert.Equal((purpose, purpose == TokenPurpose.Booking ? 200 : 404), await FollowAsync($"/bookings/{secret}"));
            Assert.Equal((purpose, purpose == TokenPurpose.Calendar ? 200 : 404), await FollowAsync($"/organise/calendar/{secret}.ics"));
            Assert.Equal((purpose, purpose == TokenPurpose.Subscription ? 200 : 404), await FollowAsync($"/subscriptions/{secret}"));
            Assert.Equal((purpose, 404), await FollowAsync($"/interests/{secret}")); // nobody waits
            Assert.Equal((purpose, 404), await FollowAsync($"/account/invitation?token={secret}")); // there is no invitation
            Assert.Equal((purpose, 404), await FollowAsync($"/setup?token={secret}")); // somebody has an account already
        }
        foreach (var (purpose, secret) in secrets.OrderBy(s => s.Key == TokenPurpose.PasswordReset))
        {
            var answer = await app.AsVisitor().FillAsync($"/account/reset-password?account={account}&token={secret}",
                ("Input.Password", password), ("Input.Again", password));
            Assert.Equal((purpose, purpose == TokenPurpose.PasswordReset ? 302 : 422), (purpose, answer.Status));
        }
    }

    [Theory, OnEachDatabase]
    public async Task One_that_works_once_takes_the_others_with_it_and_ends_by_itself(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var now = app.Clock.Now;
        await app.InDbAsync(async db =>
        {
            string Issue(int account, Instant? end = null) => db.IssueToken(TokenPurpose.PasswordReset, account, now, end);
            string[] mine = [Issue(1, now + Duration.FromHours(1)), Issue(1)];
            var (another, calendar) = (Issue(2), db.IssueToken(TokenPurpose.Calendar, 1, now));
            await db.SaveChangesAsync();
            Task<bool> Use(string secret, int account, Instant at) =>
                db.Tokens.UseAsync(secret, TokenPurpose.PasswordReset, account, at, CancellationToken.None);

            Assert.False(await Use(mine[0], 2, now));
            Assert.False(await Use(calendar, 1, now));
            Assert.False(await Use(mine[0], 1, now + Duration.FromHours(1)));
            Assert.True(await Use(mine[0], 1, now + Duration.FromMinutes(59)));
            Assert.False(await Use(mine[0], 1, now));
            Assert.False(await Use(mine[1], 1, now));
            Assert.True(await Use(another, 2, now));

            await db.Tokens.ForgetEndedAsync(now + Duration.FromDays(31), CancellationToken.None);
            var left = db.Tokens.Where(t => t.Subject != Token.TheSite);
            Assert.Equal([TokenPurpose.Calendar], await left.Select(t => t.Purpose).ToListAsync());
        });
    }

    [Theory, OnEachDatabase]
    public async Task All_of_one_subject_are_revoked_at_once_and_none_of_another_with_the_same_number(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.InDbAsync(async db =>
        {
            foreach (var subject in new[] { 1, 2 })
                foreach (var purpose in Enum.GetValues<TokenPurpose>()) db.IssueToken(purpose, subject, app.Clock.Now);
            await db.SaveChangesAsync();
            await db.Tokens.Of(TokenSubject.Account, 1).ExecuteDeleteAsync();
            var left = await db.Tokens.Where(t => t.Subject != Token.TheSite).ToListAsync();
            Assert.Equal(
                ["Booking 1", "Booking 2", "Calendar 2", "Comment 1", "Comment 2", "EntryPreview 1", "EntryPreview 2", "Interest 1", "Interest 2",
                    "Invitation 1", "Invitation 2", "PasswordReset 2", "Setup 1", "Setup 2", "Subscription 1", "Subscription 2"],
                left.Select(t => $"{t.Purpose} {t.Subject}").Order(StringComparer.Ordinal));
        });
        Assert.Equal(Enum.GetValues<TokenPurpose>().Order(), Enum.GetValues<TokenSubject>().SelectMany(TokenPurposes.Of).Order());
    }
}
