using HomsScreenings.Bookings;
using HomsScreenings.Comments;
using HomsScreenings.Interests;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;

namespace HomsScreenings.Web.Jobs;

/// <summary>Deletes the tokens of mails that were worded while what they are about was being erased.</summary>
sealed class DeleteStrayTokens : IBackgroundJob
{
    public string Name => "stray-tokens";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<GuestJobs>().DeleteStrayTokensAsync(cancellationToken);
        await CommentErasure.DeleteStrayTokensAsync(services.GetRequiredService<ScreeningsDb>(), cancellationToken);
        await services.GetRequiredService<ScreeningsDb>().DeleteStraysOfSubscriptionsAsync(cancellationToken);
        await services.GetRequiredService<ScreeningsDb>().DeleteStraysOfInterestsAsync(cancellationToken);
    }
}
