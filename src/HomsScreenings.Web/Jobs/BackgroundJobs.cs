using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Mail;
using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Jobs;

/// <summary>
/// Does beside the requests what falls due: for guests, and the mail. Of all processes one at a time does it, as long
/// as it holds the lease; when it dies, another goes on once the lease has run out. Whatever goes wrong, it goes on: to
/// stop would end the program.
/// </summary>
public sealed partial class BackgroundJobs(IServiceScopeFactory scopes, MailSender mail, TimeProvider clock, ILogger<BackgroundJobs> log) : BackgroundService
{
    static readonly TimeSpan GoesEvery = TimeSpan.FromSeconds(5);

    // Longer than a mail server may take for one mail.
    static readonly Duration LeaseLength = Duration.FromMinutes(2);

    const int RoundsBetweenTidying = 720;

    readonly string _name = Guid.NewGuid().ToString("N");
    readonly LogThrottle _says = new(clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(GoesEvery, TimeProvider.System);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                if (!await RunAsync(stoppingToken)) continue;
                if (round % RoundsBetweenTidying == 0) await TidyAsync(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) { LogProblem(problem); }
        }
    }

    void LogProblem(Exception problem)
    {
        if (!_says.ShouldLog()) return;
        if (DatabaseFailure.Is(problem)) Log.BrokenOff(log, DatabaseFailure.Describe(problem));
        else Log.Broke(log, problem);
    }

    /// <summary>Goes round once, where no other process does.</summary>
    /// <returns>Whether this one did.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        if (!await db.Leases.AcquireAsync(_name, clock.Now(), LeaseLength, cancellationToken)) return false;
        try { await scope.ServiceProvider.GetRequiredService<GuestJobs>().RunAsync(cancellationToken); }
        finally { await mail.SendDueAsync(cancellationToken); }
        return true;
    }

    async Task TidyAsync(CancellationToken cancellationToken)
    {
        await mail.TidyAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GuestJobs>().PurgeAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await mail.EndAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Leases.ReleaseAsync(_name, clock.Now(), cancellationToken);
        }
        catch (Exception problem) when (DatabaseFailure.Is(problem) || problem is InvalidOperationException or OperationCanceledException) { Log.BrokenOff(log, DatabaseFailure.Describe(problem)); }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A round of mail and what falls due for guests was broken off: {Message}")]
        public static partial void BrokenOff(ILogger log, string message);

        [LoggerMessage(LogLevel.Error, "Something broke in a round of mail and what falls due for guests; all else was done, and it is tried again")]
        public static partial void Broke(ILogger log, Exception problem);
    }
}

static class BackgroundJobsSetup
{
    public static void AddBackgroundJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<GuestJobs>();
        builder.Services.AddSingleton<BackgroundJobs>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BackgroundJobs>());
    }
}
