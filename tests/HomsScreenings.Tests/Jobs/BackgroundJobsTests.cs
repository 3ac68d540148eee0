using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Jobs;

public sealed class BackgroundJobsTests
{
    sealed class Job(string name, Action run) : IBackgroundJob
    {
        public string Name => name;
        public TimeSpan Every => TimeSpan.FromHours(1);

        public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
        {
            run();
            return Task.CompletedTask;
        }
    }

    static Task<bool> RunAsync(ScreeningsApp app, string name) =>
        app.Services.GetRequiredService<BackgroundJobs>().RunAsync(name, CancellationToken.None);

    [Theory, OnEachDatabase]
    public async Task What_goes_wrong_with_one_holds_up_no_other_and_does_not_end_the_program(Database database)
    {
        var (broke, ran) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await ScreeningsApp.StartAsync(database, services =>
        {
            services.AddSingleton<IBackgroundJob>(new Job("breaks", () =>
            {
                broke.TrySetResult();
                throw new InvalidOperationException("It cannot be done.");
            }));
            services.AddSingleton<IBackgroundJob>(new Job("goes on", () => ran.TrySetResult()));
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(app, "breaks"));
        Assert.True(await RunAsync(app, "goes on"));
        await Task.WhenAll(broke.Task, ran.Task);

        // The program meets it by itself too, says so, and goes on.
        for (var tries = 0; tries < 300 && !app.Log.Lines.Any(SaysSo); tries++) await Task.Delay(100);
        Assert.Single(app.Log.Lines, SaysSo);
        Assert.True(await RunAsync(app, "goes on"));
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/")).Status);

        static bool SaysSo(string line) => line.StartsWith(
            "Error HomsScreenings.Web.Jobs.BackgroundJobs: Something broke in the job 'breaks'", StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Each_job_has_a_lease_of_its_own_that_passes_on_when_its_process_ends_or_dies(Database database)
    {
        static void WithJobs(IServiceCollection services)
        {
            foreach (var job in new[] { "first", "second" }) services.AddSingleton<IBackgroundJob>(new Job(job, () => { }));
        }
        await using var shared = await FreshDatabase.CreateAsync(database);
        await using var one = await ScreeningsApp.StartAsync(shared, WithJobs);
        var two = await ScreeningsApp.StartAsync(shared, WithJobs);
        Assert.True(await RunAsync(one, "first"));
        Assert.True(await RunAsync(two, "second"));
        Assert.False(await RunAsync(two, "first"));
        Assert.False(await RunAsync(one, "second"));
        Assert.True(await RunAsync(one, "first"));

        await two.DisposeAsync(); // and hands over
        Assert.True(await RunAsync(one, "second"));

        // Whoever dies hands over nothing; the lease runs out, an hour and a little later.
        await using var three = await ScreeningsApp.StartAsync(shared, WithJobs);
        await three.InDbAsync(db => db.Leases.Where(l => l.Name == "first")
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, "who died")));
        three.Clock.Pass(Duration.FromHours(1));
        Assert.False(await RunAsync(three, "first"));
        three.Clock.Pass(Duration.FromMinutes(3));
        Assert.True(await RunAsync(three, "first"));
    }

    [Theory, OnEachDatabase]
    public async Task A_lease_taken_by_a_clock_that_ran_ahead_counts_for_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database,
            services => services.AddSingleton<IBackgroundJob>(new Job("goes on", () => { })));
        Assert.True(await RunAsync(app, "goes on"));
        await SetAsync(app.Clock.Now + Duration.FromHours(2)); // clocks may go a little differently
        app.Clock.Pass(Duration.FromHours(1) + Duration.FromMinutes(2));
        Assert.False(await RunAsync(app, "goes on"));
        await SetAsync(app.Clock.Now + Duration.FromDays(1));
        Assert.True(await RunAsync(app, "goes on"));

        Task SetAsync(Instant until) => app.InDbAsync(db => db.Leases.Where(l => l.Name == "goes on")
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, "who died").SetProperty(l => l.Until, until)));
    }

    [Theory, OnEachDatabase]
    public async Task Where_the_clock_was_set_back_two_processes_do_not_both_believe_to_have_the_lease(Database database)
    {
        static void WithJob(IServiceCollection services) => services.AddSingleton<IBackgroundJob>(new Job("goes on", () => { }));
        await using var shared = await FreshDatabase.CreateAsync(database);
        await using var one = await ScreeningsApp.StartAsync(shared, WithJob);
        await using var two = await ScreeningsApp.StartAsync(shared, WithJob);
        one.Clock.Pass(Duration.FromDays(1));
        Assert.True(await RunAsync(one, "goes on"));
        one.Clock.Pass(-Duration.FromDays(1));
        Assert.True(await RunAsync(two, "goes on"));
        Assert.False(await RunAsync(one, "goes on"));
    }

    [Theory, OnEachDatabase]
    public async Task A_lease_is_written_anew_when_half_of_it_is_over(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var taken = await UntilAsync();
        app.Clock.Pass(Duration.FromSeconds(90));
        Assert.Equal(taken, await UntilAsync());
        app.Clock.Pass(Duration.FromSeconds(10));
        Assert.Equal(taken + Duration.FromSeconds(100), await UntilAsync());

        async Task<Instant> UntilAsync()
        {
            Assert.True(await RunAsync(app, "mail"));
            return await app.InDbAsync(db => db.Leases.Where(l => l.Name == "mail").Select(l => l.Until).SingleAsync());
        }
    }

    [Theory, OnEachDatabase]
    public async Task Where_requests_took_all_the_time_for_ending_the_leases_are_handed_over_all_the_same(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        using var jobs = ActivatorUtilities.CreateInstance<BackgroundJobs>(
            app.Services, new List<IBackgroundJob> { new Job("goes on", () => { }) }.AsEnumerable());
        Assert.True(await jobs.RunAsync("goes on", CancellationToken.None));
        await jobs.StopAsync(new CancellationToken(canceled: true));
        Assert.False(await app.InDbAsync(db => db.Leases.AnyAsync(l => l.Name == "goes on" && l.Until > app.Clock.Now)));
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Warning HomsScreenings.Web.Jobs", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task The_program_has_a_lease_for_each_of_its_jobs_and_no_row_for_what_it_has_not_done(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        string[] names = [.. app.Services.GetServices<IBackgroundJob>().Select(j => j.Name)];
        Assert.Equal(
            ["account-tidying", "bounces", "comments", "guests", "interests", "mail", "mail-tidying",
                "picture-licences", "purging", "scheduled-entries", "stray-tokens",
                "subscriptions", "time-zone-rules",
                "unused-files"], names.Order());
        foreach (var name in names)
        {
            Assert.True(await RunAsync(app, name));
            Assert.True(await app.InDbAsync(db => db.Leases.AnyAsync(l => l.Name == name && l.Until > app.Clock.Now)));
        }
        Assert.Equal(names.Order(), await app.InDbAsync(db => db.Leases.Select(l => l.Name).Order().ToListAsync()));
    }
}
