using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Jobs;

/// <summary>
/// Does beside the requests what has to be done again and again: each job in its own rhythm, and of all processes in one
/// at a time, as long as it holds the lease of that job; when it dies, another goes on once the lease has run out.
/// Whatever goes wrong, it goes on: to stop would end the program.
/// </summary>
public sealed partial class BackgroundJobs : BackgroundService
{
    // So long after the start the first visitors have been served.
    static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(5);

    // Where requests took all the time that there was for ending, so long is left for handing over.
    static readonly TimeSpan HandOver = TimeSpan.FromSeconds(3);

    readonly string _process = Guid.NewGuid().ToString("N");
    readonly IReadOnlyList<JobRun> _jobs;
    readonly IServiceScopeFactory _scopes;
    readonly DatabaseFile _file;
    readonly TimeProvider _clock;
    readonly ILogger<BackgroundJobs> _log;

    public BackgroundJobs(IEnumerable<IBackgroundJob> jobs, IServiceScopeFactory scopes, DatabaseFile file, TimeProvider clock,
        ILogger<BackgroundJobs> log)
    {
        (_scopes, _file, _clock, _log) = (scopes, file, clock, log);
        _jobs = [.. jobs.Select(job => new JobRun(job, _process, scopes, clock))];
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_jobs.Select(job => RepeatAsync(job, stoppingToken)));

    async Task RepeatAsync(JobRun job, CancellationToken cancellationToken)
    {
        await Task.Delay(FirstAfter, TimeProvider.System, cancellationToken);
        using var timer = new PeriodicTimer(job.Job.Every, TimeProvider.System);
        do
        {
            try
            {
                if (!_file.IsGone) await job.RunAsync(cancellationToken); // what would be noted as done would not be kept
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested) { LogProblem(job, problem); }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    void LogProblem(JobRun job, Exception problem)
    {
        if (!job.Says.ShouldLog()) return;
        if (DatabaseFailure.Is(problem)) Log.BrokenOff(_log, job.Job.Name, DatabaseFailure.Describe(problem));
        else Log.Broke(_log, problem, job.Job.Name);
    }

    /// <summary>Runs a job once now, unless another process does it; what breaks is thrown.</summary>
    /// <returns>Whether this one did.</returns>
    public Task<bool> RunAsync(string name, CancellationToken cancellationToken) =>
        _jobs.Single(j => j.Job.Name == name).RunAsync(cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_jobs.Select(job => job.Job.EndAsync()));
        using var limit = new CancellationTokenSource(HandOver);
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Leases.ReleaseAsync(_process, _clock.Now(), limit.Token);
        }
        catch (Exception problem) when (DatabaseFailure.Is(problem) || problem is InvalidOperationException or OperationCanceledException)
        {
            Log.NotReleased(_log, DatabaseFailure.Describe(problem));
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var job in _jobs) job.Dispose();
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The job '{Job}' was broken off, and is tried again: {Message}")]
        public static partial void BrokenOff(ILogger log, string job, string message);

        [LoggerMessage(LogLevel.Error, "Something broke in the job '{Job}'; all else was done, and it is tried again")]
        public static partial void Broke(ILogger log, Exception problem, string job);

        [LoggerMessage(LogLevel.Warning, "The jobs could not be handed over, so another process waits some minutes: {Message}")]
        public static partial void NotReleased(ILogger log, string message);
    }
}
