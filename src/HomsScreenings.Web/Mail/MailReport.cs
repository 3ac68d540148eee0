namespace HomsScreenings.Web.Mail;

/// <summary>What a message in the mailbox of bounces is.</summary>
public enum MailReportKind
{
    /// <summary>Something else, such as the reply of a person.</summary>
    None,
    /// <summary>What a program sent and nothing follows from: a delay, a receipt, an answer while somebody is away.</summary>
    Notice,
    /// <summary>A mail could not be delivered and never will be (a hard bounce).</summary>
    Failure,
    /// <summary>A reader reported a mail as unwanted.</summary>
    Complaint,
}

/// <summary>What a message says of a mail that this site may have sent. Anybody can have written it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="MessageIds">Of which mail it says that it speaks, without angle brackets; the first that is one of ours counts.</param>
/// <param name="Recipients">To whom that was to go, as far as it says.</param>
/// <param name="Status">Why it could not, as RFC 3463 numbers it: '5.1.1'.</param>
public sealed record MailReport(
    MailReportKind Kind, IReadOnlyList<string> MessageIds, IReadOnlyList<string> Recipients, string Status = "")
{
    public static MailReport Of(MailReportKind kind) => new(kind, [], []);
}
