using HomsScreenings.Model;
using HomsScreenings.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Accounts;

/// <summary>Somebody who tries many passwords, from many addresses.</summary>
public sealed class TryLimitTests
{
    [Fact]
    public async Task A_network_has_a_limit_of_its_own_and_the_log_says_that_it_was_reached()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Accounts:TriesPerMinuteOfNetwork", "5"));
        var answers = new List<int>();
        for (var i = 1; i <= 7; i++) answers.Add(await TryFromAsync($"2001:db8:7:{i}::1"));
        Assert.Equal([400, 400, 400, 400, 400, 429, 429], answers);
        Assert.Equal(400, await TryFromAsync("2001:db8:8:1::1"));
        Assert.StartsWith("Warning HomsScreenings.Web.Site.RateLimits: "
            + "Somebody sends forms of accounts too often, and is refused for the rest of the minute (request ",
            Assert.Single(app.Log.Lines, line => line.Contains("too often", StringComparison.Ordinal)), StringComparison.Ordinal);

        // A clock that goes back does not silence the log until it has caught up.
        app.Clock.Now -= NodaTime.Duration.FromDays(1);
        for (var i = 1; i <= 6; i++) await TryFromAsync($"2001:db8:7:{i}::1");
        Assert.Equal(2, app.Log.Lines.Count(line => line.Contains("too often", StringComparison.Ordinal)));

        async Task<int> TryFromAsync(string address) => (await app.AsVisitor().SendAsync(
            HttpMethod.Post, "/account/sign-in", new FormUrlEncodedContent([]), ("X-Forwarded-For", address))).Status;
    }

    [Fact]
    public async Task The_log_says_which_account_was_refused_what_belongs_to_others()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var (stranger, visitor) = (await app.AsOrganiserAsync(), app.AsVisitor());
        Assert.Equal(404, (await stranger.GetAsync("/organise/accounts/1")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/films/no-such-film")).Status);
        Assert.StartsWith(
            $"Information HomsScreenings.Web.Hosting.RefusalLog: Account {stranger.UserId} was refused /Organise/Accounts/Edit (request ",
            Assert.Single(app.Log.Lines, line => line.Contains("RefusalLog", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_passwords_are_hashed_at_a_time_and_others_wait_their_turn()
    {
        var hasher = new SlowHasher();
        await using var app = await ScreeningsApp.StartAsync(
            Database.Sqlite, services => services.AddSingleton<IPasswordHasher<User>>(hasher));
        var user = new User { PasswordHash = "hash", SecurityStamp = "stamp" };
        Task<bool>[] first = [Task.Run(CheckAsync), Task.Run(CheckAsync)];
        hasher.BothAreAtIt.Wait(TimeSpan.FromSeconds(30));
        var (third, pretended) = (CheckAsync(), Users(app).PretendToCheckAsync("a password"));
        Assert.Equal((2, false, false), (hasher.Count, third.IsCompleted, pretended.IsCompleted));
        hasher.GoOn.Set();
        await Task.WhenAll([.. first, third, pretended]);
        Assert.InRange(hasher.Count, 4, 5); // what pretends may make a hash to check against first

        Task<bool> CheckAsync() => Users(app).CheckPasswordAsync(user, "a password");
    }

    static ClockedUsers Users(ScreeningsApp app) => app.Services.CreateScope().ServiceProvider.GetRequiredService<ClockedUsers>();

    sealed class SlowHasher : IPasswordHasher<User>
    {
        int _count;

        public int Count => _count;
        public CountdownEvent BothAreAtIt { get; } = new(2);
        public ManualResetEventSlim GoOn { get; } = new();

        public string HashPassword(User user, string password)
        {
            Hash();
            return "hash";
        }

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Hash();
            return PasswordVerificationResult.Success;
        }

        void Hash()
        {
            if (Interlocked.Increment(ref _count) > 2) return;
            BothAreAtIt.Signal();
            GoOn.Wait(TimeSpan.FromSeconds(60));
        }
    }
}
