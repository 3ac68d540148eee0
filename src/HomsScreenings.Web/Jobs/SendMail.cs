using HomsScreenings.Web.Mail;

namespace HomsScreenings.Web.Jobs;

/// <summary>Sends what lies in the outbox.</summary>
sealed class SendMail(MailSender mail) : IBackgroundJob
{
    public string Name => "mail";
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken) => mail.SendDueAsync(cancellationToken);

    public Task EndAsync() => mail.EndAsync();
}
