using HomsScreenings.Bookings;

namespace HomsScreenings.Web.Jobs;

static class BackgroundJobsSetup
{
    /// <summary>All there is to be done beside the requests.</summary>
    public static void AddBackgroundJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<GuestJobs>();
        builder.Services.AddSingleton<IBackgroundJob, GuestsDue>();
        builder.Services.AddSingleton<IBackgroundJob, SendMail>();
        builder.Services.AddSingleton<IBackgroundJob, TidyMail>();
        builder.Services.AddSingleton<IBackgroundJob, ReadBounces>();
        builder.Services.AddSingleton<IBackgroundJob, TidyAccounts>();
        builder.Services.AddSingleton<IBackgroundJob, DeleteStrayTokens>();
        builder.Services.AddSingleton<IBackgroundJob, PurgeDeleted>();
        builder.Services.AddSingleton<IBackgroundJob, FollowTimeZoneRules>();
        builder.Services.AddSingleton<IBackgroundJob, TakeDownPictures>();
        builder.Services.AddSingleton<IBackgroundJob, DeleteUnusedFiles>();
        builder.Services.AddSingleton<IBackgroundJob, PublishScheduledEntries>();
        builder.Services.AddSingleton<IBackgroundJob, CommentsDue>();
        builder.Services.AddSingleton<IBackgroundJob, SubscriptionsDue>();
        builder.Services.AddSingleton<IBackgroundJob, InterestsDue>();
        builder.Services.AddSingleton<BackgroundJobs>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BackgroundJobs>());
    }
}
