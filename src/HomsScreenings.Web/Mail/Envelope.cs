using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using HomsScreenings.Bookings.Letters;
using HomsScreenings.Mail;

namespace HomsScreenings.Web.Mail;

/// <summary>Puts what a mail says into the form that a mail server takes (RFC 5322, RFC 2045).</summary>
static class Envelope
{
    // A line has at most 998 octets (RFC 5322, 2.1.1).
    const int MaxLineLength = 900;

    /// <summary>A mail in plain text.</summary>
    public static MailMessage Of(string from, string recipient, string messageId, string subject, string text)
    {
        var crlf = text.ReplaceLineEndings("\r\n");
        var message = new MailMessage(from, recipient, subject, crlf) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8, BodyTransferEncoding = EncodingOf(crlf) };
        message.Headers.Add("Message-ID", messageId);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies, please
        return message;
    }

    /// <summary>A letter in plain text and in HTML, and the calendar entry that goes with it.</summary>
    public static MailMessage Of(string from, string recipient, string messageId, Letter letter, byte[]? calendar)
    {
        var message = Of(from, recipient, messageId, letter.Subject, LetterText.Write(letter));
        message.Headers.Add("Content-Language", letter.Language.Tag);
        var html = LetterHtml.Write(letter).ReplaceLineEndings("\r\n");
        var view = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
        view.TransferEncoding = EncodingOf(html);
        message.AlternateViews.Add(view);
        if (calendar is not null) message.Attachments.Add(Calendar(calendar));
        return message;
    }

    // With its method, without which programs take it for any file (RFC 6047, 2.4).
    static Attachment Calendar(byte[] calendar)
    {
        var type = new ContentType("text/calendar") { CharSet = "utf-8", Name = GuestCalendar.FileName };
        type.Parameters.Add("method", "PUBLISH");
        var attachment = new Attachment(new MemoryStream(calendar), type) { TransferEncoding = TransferEncoding.Base64 };
        attachment.ContentDisposition!.FileName = GuestCalendar.FileName;
        return attachment;
    }

    // Not quoted-printable: SmtpClient would encode line ends too, which RFC 2045 (6.7) keeps as they are.
    static TransferEncoding EncodingOf(string text) =>
        Ascii.IsValid(text) && text.Split("\r\n").All(line => line.Length <= MaxLineLength) ? TransferEncoding.SevenBit : TransferEncoding.Base64;
}
