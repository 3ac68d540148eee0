using System.Text.RegularExpressions;
using HomsScreenings.Records;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Says in a line why a mail did not leave, for the outbox and the log. Servers like to repeat whom they refuse, by the
/// whole address or by the name in it, and filters which link they did not like: none of it is passed on.
/// </summary>
static partial class MailFailure
{
    /// <param name="problem">What went wrong.</param>
    /// <param name="recipient">To whom the mail was to go; null where it did not come to that.</param>
    /// <param name="options">Holds the user name and the password, which are not named either.</param>
    public static string Describe(Exception problem, MailboxAddress? recipient, MailOptions options) =>
        Describe(problem, options.Password, options.User, recipient?.LocalPart);

    /// <summary>The same of a mailbox that could not be read.</summary>
    public static string Describe(Exception problem, BounceOptions options) => Describe(problem, options.Password, options.User);

    static string Describe(Exception problem, params IReadOnlyList<string?> names)
    {
        var text = WebAddress().Replace(Address().Replace(Words(problem).ReplaceLineEndings(" "), "(address)"), "(link)");
        foreach (var name in names)
            if (name is { Length: > 1 }) text = text.Replace(name, "(name)", StringComparison.OrdinalIgnoreCase);
        return text.Length <= Lengths.Line ? text : text[..(Lengths.Line - 1)] + '…';
    }

    // No such mailbox, no such host, no such form of an address, moved, no mail there at all, disabled (RFC 3463, 3.2 and 3.3; RFC 7505).
    static readonly string[] OfRecipient = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

    /// <summary>
    /// Whether the address takes no mail, now or later. A server that says more than 'no' says of whom: 5.7.1 is no fault of the reader.
    /// </summary>
    public static bool IsOfRecipient(Exception problem) => problem is SmtpCommandException refused && (int)refused.StatusCode >= 500
        && (EnhancedCode().Match(refused.Message) is { Success: true } code && !code.Value.StartsWith("5.0.", StringComparison.Ordinal)
            ? OfRecipient.Contains(code.Value) : refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted);

    static string Words(Exception problem) => problem switch
    {
        OperationCanceledException => "The mail server did not answer in time.",
        AuthenticationException refused => $"The mail server refused the login: {refused.Message}",
        SmtpCommandException refused => $"The mail server answered: {(int)refused.StatusCode} {refused.Message}",
        SslHandshakeException broken => $"There is no safe connection to the mail server: {Reason(broken)}",
        _ when problem.GetBaseException() is var inner && !ReferenceEquals(inner, problem) => $"{problem.Message} {inner.Message}",
        _ => problem.Message,
    };

    // The library says in a first paragraph that something went wrong, and in the next what.
    static string Reason(SslHandshakeException broken) => broken.Message.ReplaceLineEndings("\n").Split("\n\n", 2)[^1];

    const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[^\s<>:;,]+@[^\s<>:;,]+", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"https?:\S+|/(bookings|comments|subscriptions|interests)/\S+", Plain | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();
}
