using System.Text;
using HomsScreenings.Model;
using HomsScreenings.Tests.Subscriptions;
using HomsScreenings.Web.Guests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HomsScreenings.Tests.Interests.InterestSteps;

namespace HomsScreenings.Tests.Interests;

/// <summary>Who waits is forgotten: read from the bytes of the database, where whoever steals it would look.</summary>
public sealed class InterestRetentionTests
{
    static async Task<bool> HasAsync(ScreeningsApp app, string word) =>
        (await app.Database.BytesAsync()).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    static string Somebody() => $"layla-{Guid.NewGuid():N}@example.org";

    [Theory, OnEachDatabase]
    public async Task Nothing_is_left_of_who_did_not_confirm_stopped_was_told_or_waited_for_long(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Interests:KeepDays", "100"));
        await using var reader = app.Database.Open(app.Clock); // with somebody connected SQLite does not tidy up by itself
        await reader.Database.OpenConnectionAsync();
        await app.Programme.AddFilm("Return to Homs");
        var (silent, goes, told, waits) = (Somebody(), Somebody(), Somebody(), Somebody());
        await app.AskAsync(email: silent);
        var page = await app.WaitAsync(email: goes);
        await app.WaitAsync(email: told);
        await app.WaitAsync("London", waits);
        await app.AnnounceAsync("Leeds", film: "Return to Homs");
        var hash = Token.HashOf(page["/interests/".Length..]);
        Assert.True(await HasAsync(app, goes) && await HasAsync(app, hash));
        Assert.Equal(303, (await app.ActAsync(page, "stop")).Status);
        Assert.False(await HasAsync(app, goes) || await HasAsync(app, hash));

        await app.LookAsync();
        Assert.Single(await app.ToldAsync());
        await app.LookAsync(7 * 24 * 60);
        Assert.Equal((false, true, true), (await HasAsync(app, silent), await HasAsync(app, told), await HasAsync(app, waits)));
        await app.LookAsync(23 * 24 * 60);
        Assert.Equal((false, true), (await HasAsync(app, told), await HasAsync(app, waits)));
        await app.LookAsync(70 * 24 * 60);
        Assert.False(await HasAsync(app, waits));
    }

    [Theory, OnEachDatabase]
    public async Task An_address_is_forgotten_as_a_whole_and_a_film_that_is_deleted_takes_those_who_wait_with_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        await app.WaitAsync("London");
        await app.WaitAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<Unsubscribing>()
                .StopAllInterestsOfAsync(Email.ToUpperInvariant(), default));
        await app.WaitAsync("London");
        await app.InDbAsync(async db =>
        {
            db.Films.Remove(await db.Films.SingleAsync());
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<Web.Jobs.BackgroundJobs>().RunAsync("stray-tokens", CancellationToken.None);
        Assert.Equal((0, 0, 0), await app.InDbAsync(async db => (await db.Interests.CountAsync(),
            await db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.Interest), await db.Outbox.CountAsync())));
    }
}
