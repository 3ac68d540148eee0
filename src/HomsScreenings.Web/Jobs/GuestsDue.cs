using HomsScreenings.Bookings;

namespace HomsScreenings.Web.Jobs;

/// <summary>What falls due for guests: offers that lapse, changes to be told, reminders, thanks, and forgetting.</summary>
sealed class GuestsDue : IBackgroundJob
{
    public string Name => "guests";
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<GuestJobs>().RunAsync(cancellationToken);
}
