using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>Very many subscribers cost as much as few.</summary>
public sealed class DueDigestsTests
{
    static Instant Soon(ScreeningsApp app) => app.Clock.Now + Duration.FromMinutes(1);

    static Task SubscribeAsync(ScreeningsApp app, int count, Func<int, string> filter) => app.InDbAsync(async db =>
    {
        await db.Subscriptions.ExecuteDeleteAsync();
        await db.Outbox.ExecuteDeleteAsync();
        db.Subscriptions.AddRange(Enumerable.Range(0, count).Select(i => new Subscription
        {
            Email = $"person{i}@example.org",
            EmailKey = $"person{i}@example.org",
            Filter = filter(i),
            Language = "en",
            Rhythm = i % 2 == 0 ? SubscriptionRhythm.AtOnce : SubscriptionRhythm.Weekly,
            AskedAt = app.Clock.Now,
            ConfirmedAt = app.Clock.Now,
            ToldUntil = app.Clock.Now - Duration.FromHours(1),
            DueAt = Soon(app), // so that the program does not do it by itself meanwhile
        }));
        await db.SaveChangesAsync();
    });

    // The counter counts what requests ask for; so this one is as good as a request.
    static async Task<int> StatementsAsync(ScreeningsApp app)
    {
        var accessor = new HttpContextAccessor { HttpContext = new DefaultHttpContext() };
        app.Statements.Reset();
        await app.InDbAsync(db => new DueDigests(db, Soon(app)).RunAsync(CancellationToken.None));
        accessor.HttpContext = null;
        return app.Statements.Statements.Count;
    }

    [Theory, OnEachDatabase]
    public async Task A_run_takes_as_many_statements_for_a_full_batch_as_for_two_and_asks_each_filter_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        app.Clock.Pass(Duration.FromMinutes(5));
        await SubscribeAsync(app, 2, i => i % 2 == 0 ? "city=London" : "country=GB");
        var forTwo = await StatementsAsync(app);
        Assert.Equal(2, await app.InDbAsync(db => db.Outbox.CountAsync()));
        await SubscribeAsync(app, DueDigests.BatchSize, i => i % 2 == 0 ? "city=London" : "country=GB");
        Assert.Equal(forTwo, await StatementsAsync(app));
        Assert.Equal(DueDigests.BatchSize, await app.InDbAsync(db => db.Outbox.CountAsync()));

        await SubscribeAsync(app, 2, i => i % 2 == 0 ? "country=FR" : "country=DE");
        await StatementsAsync(app);
        Assert.Equal((0, 0), await app.InDbAsync(async db => (await db.Outbox.CountAsync(),
            await db.Subscriptions.CountAsync(s => s.DueAt <= Soon(app)))));
    }

    [Theory, OnEachDatabase]
    public async Task More_than_a_batch_are_all_told_and_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        app.Clock.Pass(Duration.FromMinutes(5));
        await SubscribeAsync(app, DueDigests.BatchSize * 2 + 1, _ => "");
        for (var i = 0; i < 2; i++) await StatementsAsync(app);
        Assert.Equal((DueDigests.BatchSize * 2) + 1, await app.InDbAsync(db => db.Outbox.Select(m => m.SubjectId).Distinct().CountAsync()));
        Assert.Equal((DueDigests.BatchSize * 2) + 1, await app.InDbAsync(db => db.Outbox.CountAsync(m => m.IsBulk)));
    }

    [Theory]
    [InlineData(SubscriptionRhythm.Weekly, "2026-06-01T07:59:59Z", "2026-06-01T08:00:00Z")]
    [InlineData(SubscriptionRhythm.Weekly, "2026-06-01T08:00:00Z", "2026-06-08T08:00:00Z")]
    [InlineData(SubscriptionRhythm.Weekly, "2026-06-07T23:00:00Z", "2026-06-08T08:00:00Z")]
    [InlineData(SubscriptionRhythm.Monthly, "2026-06-01T07:59:59Z", "2026-06-01T08:00:00Z")]
    [InlineData(SubscriptionRhythm.Monthly, "2026-12-31T08:00:00Z", "2027-01-01T08:00:00Z")]
    [InlineData(SubscriptionRhythm.AtOnce, "2026-06-01T08:00:00Z", null)]
    public void Rhythms_have_their_days(SubscriptionRhythm rhythm, string after, string? next) =>
        Assert.Equal(next, rhythm.NextAfter(NodaTime.Text.InstantPattern.General.Parse(after).Value) is { } at
            ? NodaTime.Text.InstantPattern.General.Format(at) : null);
}
