using HomsScreenings.Web.Mail;

namespace HomsScreenings.Web.Jobs;

/// <summary>Reads what came back of mail.</summary>
sealed class ReadBounces(MailOptions options) : IBackgroundJob
{
    public string Name => "bounces";
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!options.Bounces.IsConfigured) return;
        await using var mailbox = services.GetRequiredService<Func<IBounceMailbox>>()();
        await services.GetRequiredService<BounceReader>().RunAsync(mailbox, cancellationToken);
    }
}
