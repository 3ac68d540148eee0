using System.Text;
using HomsScreenings.Mail;
using MimeKit;
using MimeKit.Text;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Puts a letter into the form that a mail server takes (RFC 5322, RFC 2045): plain text and HTML, and the file that goes
/// with it.
/// </summary>
static class Envelope
{
    /// <param name="sender">As it is set.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="pending">The letter; it has a recipient.</param>
    /// <param name="site">Who sends it.</param>
    /// <param name="secret">The secret of its token.</param>
    /// <param name="at">When it is worded.</param>
    public static MimeMessage Of(string sender, string messageId, PendingLetter pending, MailSite site, string secret, DateTimeOffset at)
    {
        var letter = pending.Write(site, secret);
        var body = Body(letter, pending.Attachment(site));
        var message = new MimeMessage { MessageId = messageId, Subject = letter.Subject, Date = at, Body = body };
        message.From.Add(MailboxAddress.Parse(sender));
        message.To.Add(new MailboxAddress("", pending.Recipient!));
        if (MailboxAddress.TryParse(pending.ReplyTo, out var answers)) message.ReplyTo.Add(answers);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies, please
        if (pending.ListId(site) is { } list)
        {
            message.Headers.Add("List-Id", $"<{list}>"); // RFC 2919: by which readers sort it
            message.Headers.Add("Precedence", "bulk");
        }
        if (pending.UnsubscribeAddress(site, secret) is { } where) OfferToStop(message, where);
        return message;
    }

    // RFC 8058: one click in the mail program, without a page in between. On one line, for not every program unfolds it.
    static void OfferToStop(MimeMessage message, string where)
    {
        var address = new Header("List-Unsubscribe", "");
        address.SetRawValue(Encoding.UTF8.GetBytes($" <{where}>\r\n"));
        message.Headers.Add(address);
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    static Multipart Body(Letter letter, LetterAttachment? attachment)
    {
        var (text, html) = (Words(TextFormat.Plain, LetterText.Write(letter)), Words(TextFormat.Html, LetterHtml.Write(letter)));
        Multipart body = new MultipartAlternative(text, html);
        if (attachment is not null) body = new Multipart("mixed") { body, File(attachment) };
        body.Headers.Add(HeaderId.ContentLanguage, letter.Language.Tag);
        return body;
    }

    // No line is longer than 76 octets and none has one beyond ASCII, so that no server on the way has to change anything.
    static TextPart Words(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    static MimePart File(LetterAttachment attachment)
    {
        var part = new MimePart("text", attachment.Subtype)
        {
            Content = new MimeContent(new MemoryStream(attachment.Bytes)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            FileName = attachment.FileName,
        };
        part.ContentType.Charset = "utf-8";
        part.ContentType.Parameters.Add("method", attachment.Method);
        return part;
    }
}
