using System.Text;
using HomsScreenings.Model;
using HomsScreenings.Web.Guests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Subscriptions;

/// <summary>Subscribers are forgotten: read from the bytes of the database, where whoever steals it would look.</summary>
public sealed class SubscriptionRetentionTests
{
    static async Task<bool> HasAsync(ScreeningsApp app, string word) =>
        (await app.Database.BytesAsync()).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    static string Somebody() => $"layla-{Guid.NewGuid():N}@example.org";

    [Theory, OnEachDatabase]
    public async Task Nothing_of_who_stopped_is_left_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await using var reader = app.Database.Open(app.Clock); // with somebody connected SQLite does not tidy up by itself
        await reader.Database.OpenConnectionAsync();
        var (goes, stays) = (Somebody(), Somebody());
        await app.FollowAsync("?country=GB", email: stays);
        var page = await app.FollowAsync("?country=GB", email: goes);
        await app.Programme.AddScreening();
        await app.GatherAsync();
        var hash = Token.HashOf(page["/subscriptions/".Length..]);
        Assert.True(await HasAsync(app, goes) && await HasAsync(app, hash));
        Assert.Equal(303, (await app.ActAsync(page, "stop")).Status);
        Assert.False(await HasAsync(app, goes) || await HasAsync(app, hash));
        Assert.True(await HasAsync(app, stays));
        Assert.Equal(1, await app.InDbAsync(db => db.Outbox.CountAsync(m => m.IsBulk)));
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_is_left_of_who_did_not_confirm_and_of_an_address_that_is_to_be_forgotten(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await using var reader = app.Database.Open(app.Clock);
        await reader.Database.OpenConnectionAsync();
        var (silent, asks) = (Somebody(), Somebody());
        await app.SignUpAsync(email: silent);
        foreach (var query in new[] { "", "?country=GB" }) await app.FollowAsync(query, email: asks);
        Assert.True(await HasAsync(app, silent) && await HasAsync(app, asks));
        await app.GoOnAsync(7 * 24 * 60);
        Assert.False(await HasAsync(app, silent));
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<Unsubscribing>().StopAllOfAsync(asks.ToUpperInvariant(), default));
        Assert.False(await HasAsync(app, asks));
    }
}
