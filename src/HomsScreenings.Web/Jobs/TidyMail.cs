using HomsScreenings.Web.Mail;

namespace HomsScreenings.Web.Jobs;

/// <summary>Forgets mails that are old, and links that lead to nobody.</summary>
sealed class TidyMail(MailSender mail) : IBackgroundJob
{
    public string Name => "mail-tidying";
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(IServiceProvider services, CancellationToken cancellationToken) => mail.TidyAsync(cancellationToken);
}
