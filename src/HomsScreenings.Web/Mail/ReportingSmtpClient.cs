using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Asks servers that can (RFC 3461) for a report when a mail fails for good, not when it is late, with the headers of the mail alone
/// and the identifier that it has here.
/// </summary>
/// <param name="asks">Whether anybody reads reports.</param>
sealed class ReportingSmtpClient : SmtpClient
{
    readonly bool _asks;

    public ReportingSmtpClient(bool asks)
    {
        _asks = asks;
        if (asks) DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;
    }

    protected override string? GetEnvelopeId(MimeMessage message) => _asks ? message.MessageId : null;

    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        _asks ? DeliveryStatusNotification.Failure : null;
}
