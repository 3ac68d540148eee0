using System.Text;
using HomsScreenings.Bookings.Letters;
using HomsScreenings.Mail;
using MimeKit;
using MimeKit.Text;

namespace HomsScreenings.Web.Mail;

/// <summary>Puts what a mail says into the form that a mail server takes (RFC 5322, RFC 2045).</summary>
static class Envelope
{
    /// <summary>A mail in plain text.</summary>
    /// <param name="from">The sender, as it is set.</param>
    /// <param name="recipient">One address.</param>
    /// <param name="messageId">With its angle brackets.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">What it says, with any line ends.</param>
    /// <param name="at">When it was worded.</param>
    public static MimeMessage Of(string from, string recipient, string messageId, string subject, string text, DateTimeOffset at) =>
        Of(from, recipient, messageId, subject, at, Body(TextFormat.Plain, text));

    /// <summary>A letter in plain text and in HTML, and the calendar entry that goes with it.</summary>
    public static MimeMessage Of(string from, string recipient, string messageId, Letter letter, byte[]? calendar, DateTimeOffset at)
    {
        var (text, html) = (Body(TextFormat.Plain, LetterText.Write(letter)), Body(TextFormat.Html, LetterHtml.Write(letter)));
        var words = new MultipartAlternative(text, html);
        MimeEntity body = calendar is null ? words : new Multipart("mixed") { words, Calendar(calendar) };
        body.Headers.Add(HeaderId.ContentLanguage, letter.Language.Tag);
        return Of(from, recipient, messageId, letter.Subject, at, body);
    }

    static MimeMessage Of(string from, string recipient, string messageId, string subject, DateTimeOffset at, MimeEntity body)
    {
        var message = new MimeMessage { MessageId = messageId.Trim('<', '>'), Subject = subject, Date = at, Body = body };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress("", recipient));
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies, please
        return message;
    }

    // No line is longer than 76 octets and none has one beyond ASCII, so that no server on the way has to change anything.
    static TextPart Body(TextFormat format, string text)
    {
        var body = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        body.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return body;
    }

    // With its method, without which programs take it for any file (RFC 6047, 2.4).
    static MimePart Calendar(byte[] calendar)
    {
        var attachment = new MimePart("text", "calendar")
        {
            Content = new MimeContent(new MemoryStream(calendar)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            FileName = GuestCalendar.FileName,
        };
        attachment.ContentType.Charset = "utf-8";
        attachment.ContentType.Parameters.Add("method", "PUBLISH");
        return attachment;
    }
}
