using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Mail;
using HomsScreenings.Web.Setup;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Rounds;

/// <summary>
/// Does beside the requests what falls due: for guests, and the mail. Of all processes one at a time does it, as long
/// as it holds the lease; when it dies, another goes on once the lease has run out. Whatever goes wrong, it goes on: to
/// stop would end the program.
/// </summary>
public sealed partial class RoundsWorker(IServiceScopeFactory scopes, MailSender mail, TimeProvider clock, ILogger<RoundsWorker> log) : BackgroundService
{
    static readonly TimeSpan GoesEvery = TimeSpan.FromSeconds(5);

    // Longer than a mail server may take for one mail.
    static readonly Duration LeaseLength = Duration.FromMinutes(2);

    const int RoundsBetweenTidying = 720;

    readonly string _name = Guid.NewGuid().ToString("N");
    readonly OnceAMinute _says = new(clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(GoesEvery, TimeProvider.System);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                if (!await GoAsync(stoppingToken)) continue;
                if (round % RoundsBetweenTidying == 0) await TidyAsync(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) { Say(problem); }
        }
    }

    void Say(Exception problem)
    {
        if (!_says.IsTime()) return;
        if (DatabaseTrouble.Is(problem)) Log.BrokenOff(log, DatabaseTrouble.Said(problem));
        else Log.Broke(log, problem);
    }

    /// <summary>Goes round once, where no other process does.</summary>
    /// <returns>Whether this one did.</returns>
    public async Task<bool> GoAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        if (!await db.Leases.TakeAsync(_name, clock.Now(), LeaseLength, cancel)) return false;
        try { await scope.ServiceProvider.GetRequiredService<GuestRounds>().GoAsync(cancel); }
        finally { await mail.SendDueAsync(cancel); }
        return true;
    }

    async Task TidyAsync(CancellationToken cancel)
    {
        await mail.TidyAsync(cancel);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GuestRounds>().LetGoAsync(cancel);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await mail.EndAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Leases.GiveBackAsync(_name, clock.Now(), cancellationToken);
        }
        catch (Exception problem) when (DatabaseTrouble.Is(problem) || problem is InvalidOperationException or OperationCanceledException) { Log.BrokenOff(log, DatabaseTrouble.Said(problem)); }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A round of mail and what falls due for guests was broken off: {Message}")]
        public static partial void BrokenOff(ILogger log, string message);

        [LoggerMessage(LogLevel.Error, "Something broke in a round of mail and what falls due for guests; all else was done, and it is tried again")]
        public static partial void Broke(ILogger log, Exception problem);
    }
}

static class RoundsSetup
{
    public static void AddRounds(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<GuestRounds>();
        builder.Services.AddSingleton<RoundsWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RoundsWorker>());
    }
}
