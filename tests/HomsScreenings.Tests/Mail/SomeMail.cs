using MimeKit;

namespace HomsScreenings.Tests.Mail;

/// <summary>Mails for tests that are about how they travel.</summary>
static class SomeMail
{
    public static MimeMessage To(string recipient)
    {
        var body = new TextPart("plain") { Text = "Some words.\r\n" };
        return new([MailboxAddress.Parse("screenings@example.org")], [MailboxAddress.Parse(recipient)], "A subject", body);
    }
}
