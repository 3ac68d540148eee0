using HomsScreenings.Web.Mail;
using static HomsScreenings.Tests.Mail.SomeReports;

namespace HomsScreenings.Tests.Mail;

/// <summary>What a message in the mailbox of bounces is taken for.</summary>
public sealed class MailReportTests
{
    static void AssertFails(string report, string status, params string[] recipients)
    {
        var read = Read(report);
        Assert.Equal((MailReportKind.Failure, status), (read.Kind, read.Status));
        Assert.Equal([Id], read.MessageIds);
        Assert.Equal(recipients, read.Recipients);
    }

    [Fact]
    public void Reports_of_the_usual_servers_say_which_mail_failed_and_for_whom()
    {
        AssertFails(OfPostfix(), "5.1.1", Reader);
        AssertFails(OfExchange(), "5.1.10", Reader.ToUpperInvariant());
        AssertFails(OfGmail(), "5.1.1", Reader);
    }

    [Fact]
    public void The_identifier_of_the_envelope_and_the_original_recipient_count_too()
    {
        var report = OfPostfix("", "forwarded@example.net").Replace("Reporting-MTA: dns; mail.example.net",
            $"Original-Envelope-Id: {Id}\nReporting-MTA: dns; mail.example.net", StringComparison.Ordinal).Replace(
            "Final-Recipient", $"Original-Recipient: rfc822;{Reader}\nFinal-Recipient", StringComparison.Ordinal);
        AssertFails(report, "5.1.1", Reader, "forwarded@example.net");
    }

    [Theory]
    [InlineData("failed", "4.4.7")] // tried for days; tomorrow it may work
    [InlineData("delayed", "4.4.1")]
    [InlineData("delayed", "5.0.0")]
    [InlineData("delivered", "2.0.0")]
    [InlineData("relayed", "2.0.0")]
    [InlineData("expanded", "2.0.0")]
    [InlineData("failed", "5.7.1")] // a filter did not like the mail or its sender
    [InlineData("failed", "5.6.0")]
    [InlineData("failed", "5.5.2")]
    [InlineData("failed", "5.1.8")] // the sender's address
    [InlineData("failed", "unknown")]
    [InlineData("failed", "")]
    public void What_is_not_for_good_or_not_of_the_address_is_no_failure(string action, string status) =>
        Assert.Equal(MailReportKind.Notice, Read(OfPostfix(action: action, status: status)).Kind);

    [Theory]
    [InlineData("Failed", "5.1.1", "5.1.1")]
    [InlineData("failed (once and for all)", "5.2.1 (disabled)", "5.2.1")]
    [InlineData("failed", "5.0.0", "5.0.0")]
    [InlineData("failed", "5.4.4", "5.4.4")]
    public void Comments_and_capitals_do_not_hide_a_failure(string action, string status, string read) =>
        AssertFails(OfPostfix(action: action, status: status), read, Reader);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied (vacation)")]
    [InlineData("Auto-Submitted: auto-generated")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("X-Autorespond: Challenge")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("Return-Path: <>")]
    public void Answers_of_programs_are_never_failures_whatever_they_say(string headers) =>
        Assert.Equal(MailReportKind.Notice, Read(OfVacation(headers)).Kind);

    [Theory]
    [InlineData("X-Mailer: A program")]
    [InlineData("Auto-Submitted: no")]
    public void What_a_person_wrote_is_left_to_persons(string headers) =>
        Assert.Equal(MailReportKind.None, Read(OfVacation(headers)).Kind);

    [Theory]
    [InlineData("abuse", MailReportKind.Complaint)]
    [InlineData("Fraud", MailReportKind.Complaint)]
    [InlineData("opt-out", MailReportKind.Complaint)]
    [InlineData("not-spam", MailReportKind.Notice)]
    [InlineData("auth-failure", MailReportKind.Notice)]
    [InlineData("", MailReportKind.Notice)]
    public void A_feedback_report_is_a_complaint_where_a_reader_complains(string type, MailReportKind kind) =>
        Assert.Equal(kind, Read(OfFeedback(type: type)).Kind);

    [Fact]
    public void A_complaint_names_whom_the_report_names_else_to_whom_the_mail_says_it_went()
    {
        Assert.Equal([Id], Read(OfFeedback()).MessageIds);
        Assert.Equal([Reader], Read(OfFeedback(to: "somebody@example.net")).Recipients);
        Assert.Equal([Reader], Read(OfFeedback(named: "Reported-URI: https://example.org/")).Recipients);
        Assert.Empty(Read(OfFeedback(named: "Reported-URI: https://example.org/", to: "undisclosed-recipients:;")).Recipients);
    }

    [Fact]
    public void A_receipt_is_no_failure()
    {
        var receipt = OfPostfix().Replace("report-type=delivery-status", "report-type=disposition-notification", StringComparison.Ordinal);
        Assert.Equal(MailReportKind.Notice, Read(receipt).Kind);
    }

    [Fact]
    public void A_report_within_a_gateway_s_wrapping_is_read_and_one_that_a_person_forwarded_is_not()
    {
        Assert.Equal(MailReportKind.Failure, Read(Within("multipart/mixed", "", BodyOf(OfPostfix()))).Kind);
        Assert.Equal(MailReportKind.None, Read(Within("multipart/mixed", "Content-Type: message/rfc822\n\n", OfPostfix())).Kind);
        var deep = BodyOf(OfPostfix());
        for (var i = 0; i < 3; i++) deep = BodyOf(Within("multipart/mixed", "", deep, $"b{i}"));
        Assert.Equal(MailReportKind.None, Read("From: somebody@example.org\n" + deep).Kind);

        // From its type on, as a part of something else.
        static string BodyOf(string message) => message[message.IndexOf("Content-Type: multipart", StringComparison.Ordinal)..];

        static string Within(string type, string head, string part, string boundary = "outer") =>
            $"From: somebody@example.org\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: {type}; boundary=\"{boundary}\"\n\n"
                + $"--{boundary}\nContent-Type: text/plain\n\nSee below.\n\n--{boundary}\n{head}{part}\n--{boundary}--\n";
    }

    [Fact]
    public void What_is_cut_off_or_broken_names_nobody_else_and_is_refused_in_one_way()
    {
        foreach (var whole in new[] { OfPostfix(), OfExchange(), OfGmail(), OfFeedback() })
            for (var length = whole.IndexOf("\n\n", StringComparison.Ordinal) + 2; length < whole.Length; length += 97)
            {
                MailReport read;
                try { read = Read(whole[..length]); }
                catch (FormatException) { continue; }
                Assert.All(read.Recipients, r => Assert.StartsWith(r, Reader, StringComparison.OrdinalIgnoreCase));
            }
        Assert.Equal(MailReportKind.Notice, Read(OfPostfix().Replace("--4F1A.1", "--4F1A.2", StringComparison.Ordinal)).Kind);
        Assert.Empty(Read(OfPostfix(id: "")).MessageIds);
    }
}
