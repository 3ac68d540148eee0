using HomsScreenings.Bookings;

namespace HomsScreenings.Web.Jobs;

/// <summary>Deletes the tokens of mails that were worded while their guest was being erased.</summary>
sealed class DeleteStrayTokens : IBackgroundJob
{
    public string Name => "stray-tokens";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<GuestJobs>().DeleteStrayTokensAsync(cancellationToken);
}
