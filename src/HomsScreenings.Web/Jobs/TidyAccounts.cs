using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using NodaTime;

namespace HomsScreenings.Web.Jobs;

/// <summary>Forgets sessions that have ended, forms that were kept, and old events of accounts.</summary>
sealed class TidyAccounts(IConfiguration settings, TimeProvider clock) : IBackgroundJob
{
    readonly Duration _eventsKeptFor = Duration.FromDays(settings.SecurityEventDays());

    public string Name => "account-tidying";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ScreeningsDb>().ForgetOldOfAccountsAsync(clock.Now(), _eventsKeptFor, cancellationToken);
}
