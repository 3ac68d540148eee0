using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using NodaTime;

namespace HomsScreenings.Web.Jobs;

/// <summary>One job in this process: whether it may do it, and one run at a time.</summary>
sealed class JobRun(IBackgroundJob job, string process, IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    // At the beginning of a run there is still that much left of the lease: longer than a batch of mails takes.
    static readonly Duration LongestRun = Duration.FromSeconds(90);

    // A lease is written anew that seldom: with a short pause, when half of it is over. Each time is a write to the disk.
    static readonly Duration Renewal = LongestRun;

    readonly SemaphoreSlim _oneAtATime = new(1);
    bool _hasRow;
    Instant _until = Instant.MinValue;

    public IBackgroundJob Job => job;

    /// <summary>Keeps what goes wrong with it every few seconds from filling the log.</summary>
    public LogThrottle Says { get; } = new(clock);

    /// <summary>Runs it once, unless another process does it.</summary>
    /// <returns>Whether this one did.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!await HasLeaseAsync(scope.ServiceProvider, cancellationToken)) return false;
            await job.RunAsync(scope.ServiceProvider, cancellationToken);
            return true;
        }
        finally { _oneAtATime.Release(); }
    }

    // What one has for long enough need not be asked for again.
    async Task<bool> HasLeaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var longest = now + Duration.FromTimeSpan(job.Every) + LongestRun + Renewal;
        // One that ends later was taken before the clock was set back: others count it for nothing, and so does this one.
        if (_until >= now + LongestRun && _until <= longest) return true;
        var db = services.GetRequiredService<ScreeningsDb>();
        if (!_hasRow) await db.MakeLeaseAsync(job.Name, cancellationToken);
        _hasRow = true;
        var isOurs = await db.Leases.AcquireAsync(job.Name, process, now, longest, cancellationToken);
        _until = isOurs ? longest : Instant.MinValue;
        return isOurs;
    }

    public void Dispose() => _oneAtATime.Dispose();
}
