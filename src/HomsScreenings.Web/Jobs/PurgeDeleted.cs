using HomsScreenings.Bookings;

namespace HomsScreenings.Web.Jobs;

/// <summary>Has the database let go of what was deleted: after a process was killed in between, and for what others delete.</summary>
sealed class PurgeDeleted : IBackgroundJob
{
    public string Name => "purging";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<GuestJobs>().PurgeAsync(cancellationToken);
}
