using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Reads delivery status notifications (RFC 3464) and feedback reports (RFC 5965), and tells them from all else that programs send.
/// Only what says it in the form of these is believed: words that a server or a person wrote are not interpreted.
/// </summary>
public static partial class MailReportReader
{
    // A gateway may put a report into a part of its own; what lies deeper, or in a message that somebody forwarded, is theirs.
    const int MaxDepth = 3;

    // 'not-spam' and 'auth-failure' (RFC 6591), for example, are no complaints of a reader.
    static readonly string[] Complaints = ["abuse", "fraud", "opt-out", "opt-out-list"];

    // Of the subjects of RFC 3463 (3) these are not about the mail, its sender or the conversation, but about where it was to go.
    static readonly string[] AboutRecipient = ["0", "1", "2", "3", "4"];

    // 'Bad sender's mailbox address'
    static readonly string[] AboutSender = ["5.1.7", "5.1.8"];

    /// <summary>What a message is, and of which mail it speaks.</summary>
    /// <exception cref="FormatException">It is a report that is cut off.</exception>
    public static MailReport Read(MimeMessage message)
    {
        var report = Find(message.Body, MaxDepth);
        var read = report?.ReportType?.ToLowerInvariant() switch
        {
            "delivery-status" => Failure(report),
            "feedback-report" => Complaint(report),
            _ => null,
        };
        return read ?? MailReport.Of(report is not null || IsAutomatic(message) ? MailReportKind.Notice : MailReportKind.None);
    }

    static MultipartReport? Find(MimeEntity? entity, int depth) => entity switch
    {
        MultipartReport report => report,
        Multipart parts when depth > 1 => parts.Select(part => Find(part, depth - 1)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    static MailReport? Failure(MultipartReport report)
    {
        if (report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } part) return null;
        var failed = part.StatusGroups.Where(g => FirstWord(g["Action"]) == "failed" && IsForGood(StatusOf(g))).ToList();
        if (failed.Count == 0) return null;
        var recipients = failed.SelectMany(g => new[] { g["Original-Recipient"], g["Final-Recipient"] }).Select(AddressOf);
        var ids = part.StatusGroups.Select(g => g["Original-Envelope-Id"]).Append(Original(report)?.MessageId);
        return new(MailReportKind.Failure, Given(ids.Select(Bare)), Given(recipients), StatusOf(failed[0]));
    }

    static MailReport? Complaint(MultipartReport report)
    {
        if (report.OfType<MessageFeedbackReport>().FirstOrDefault()?.Fields is not { } fields) return null;
        if (!Complaints.Contains(FirstWord(fields["Feedback-Type"]))) return null;
        var original = Original(report);
        var named = Given(fields.Where(f => f.Field.Equals("Original-Rcpt-To", StringComparison.OrdinalIgnoreCase))
            .Select(f => Bare(f.Value)));
        return new(MailReportKind.Complaint, Given([original?.MessageId]),
            named.Count > 0 ? named : Given(original?.To.Mailboxes.Select(m => m.Address) ?? []));
    }

    // The mail itself or its headers alone (RFC 3462); both are messages to the library.
    static MimeMessage? Original(MultipartReport report) => report.OfType<MessagePart>().FirstOrDefault()?.Message;

    static string StatusOf(HeaderList group) => Status().Match(group["Status"] ?? "").Value;

    static bool IsForGood(string status) => status.Split('.') is ["5", var subject, _]
        && AboutRecipient.Contains(subject) && !AboutSender.Contains(status);

    // 'rfc822; nadia@example.org' (RFC 3464, 2.3.1), or a type of RFC 6533
    static string? AddressOf(string? field) => field?.Split(';', 2) is [var type, var address]
        && type.Trim().ToLowerInvariant() is "rfc822" or "utf-8" ? Bare(address) : null;

    static string? Bare(string? text) => text?.Trim().Trim('<', '>');

    static string FirstWord(string? field) => Word().Match(field ?? "").Value.ToLowerInvariant();

    static IReadOnlyList<string> Given(IEnumerable<string?> texts) =>
        [.. texts.Where(t => !string.IsNullOrEmpty(t)).Select(t => t!).Distinct()];

    // RFC 3834 (5), and what programs from before it do.
    static bool IsAutomatic(MimeMessage message)
    {
        var headers = message.Headers;
        return (headers["Auto-Submitted"] is { } submitted && FirstWord(submitted) != "no")
            || headers.Contains("X-Autoreply") || headers.Contains("X-Autorespond") || headers.Contains("X-Auto-Response-Suppress")
            || FirstWord(headers["Precedence"]) is "auto_reply" or "bulk" or "junk"
            || headers["Return-Path"]?.Trim() == "<>"
            || message.From.Mailboxes.Any(m => m.LocalPart.Equals("mailer-daemon", StringComparison.OrdinalIgnoreCase));
    }

    const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<=^\s*)[245]\.\d{1,3}\.\d{1,3}(?![\d.])", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"(?<=^\s*)[A-Za-z_-]+", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
