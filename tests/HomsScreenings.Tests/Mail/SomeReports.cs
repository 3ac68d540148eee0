using System.Text;
using HomsScreenings.Web.Mail;
using MimeKit;

namespace HomsScreenings.Tests.Mail;

/// <summary>Messages such as arrive where mail comes back to, in the forms in which mail servers write them.</summary>
static class SomeReports
{
    public const string Id = "0123456789abcdef0123456789abcdef@screenings.test", Reader = "ana.unusual@example.org";

    /// <summary>As the program reads it.</summary>
    public static MailReport Read(string text)
    {
        using var bytes = new MemoryStream(BytesOf(text));
        using var message = MimeMessage.Load(bytes);
        return MailReportReader.Read(message);
    }

    public static byte[] BytesOf(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    /// <summary>Postfix: the report says of itself that it is an automatic reply, and returns the headers.</summary>
    public static string OfPostfix(
        string id = Id, string recipient = Reader, string status = "5.1.1", string action = "failed", string more = "") => $"""
        Return-Path: <>
        Date: Mon, 01 Jun 2026 12:00:05 +0000 (UTC)
        From: MAILER-DAEMON@mail.example.net (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: bounces@screenings.test
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4F1A.1/mail.example.net"
        Message-Id: <20260601120005.4F1A@mail.example.net>

        This is a MIME-encapsulated message.

        --4F1A.1/mail.example.net
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients.

        <{recipient}>: host mx.example.org[192.0.2.25] said: 550 {status}
            <{recipient}>: Recipient address rejected: User unknown in virtual
            mailbox table (in reply to RCPT TO command)

        --4F1A.1/mail.example.net
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.net
        X-Postfix-Queue-ID: 4F1A
        X-Postfix-Sender: rfc822; bounces@screenings.test
        Arrival-Date: Mon,  1 Jun 2026 12:00:01 +0000 (UTC)
        {more}
        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mx.example.org
        Diagnostic-Code: smtp; 550 {status} <{recipient}>: Recipient address rejected

        --4F1A.1/mail.example.net
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Return-Path: <bounces@screenings.test>
        From: Homs Screenings <screenings@screenings.test>
        To: {recipient}
        Subject: New: Return to Homs
        Message-Id: <{id}>
        Date: Mon, 01 Jun 2026 12:00:00 +0000

        --4F1A.1/mail.example.net--

        """;

    /// <summary>Exchange Online: HTML beside the text, the whole mail returned, the recipient in capitals here and there.</summary>
    public static string OfExchange(string id = Id, string recipient = Reader) => $"""
        From: <postmaster@example.org>
        To: <bounces@screenings.test>
        Date: Mon, 1 Jun 2026 12:00:09 +0000
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="8e0c7d0f-dead-4b3d"
        MIME-Version: 1.0
        Message-ID: <8e0c7d0f@AM0PR01MB0001.eurprd01.prod.exchangelabs.com>
        In-Reply-To: <{id}>
        References: <{id}>
        Subject: Undeliverable: New: Return to Homs
        Auto-Submitted: auto-replied
        X-MS-Exchange-Message-Is-Ndr:

        --8e0c7d0f-dead-4b3d
        Content-Type: multipart/alternative; differences=Content-Type;
         boundary="inner-alternative"

        --inner-alternative
        Content-Type: text/plain; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        Your message to {recipient} couldn't be delivered.=20

        --inner-alternative
        Content-Type: text/html; charset="us-ascii"

        <html><body><p>Your message couldn't be delivered.</p></body></html>

        --inner-alternative--

        --8e0c7d0f-dead-4b3d
        Content-Type: message/delivery-status

        Reporting-MTA: dns;AM0PR01MB0001.eurprd01.prod.exchangelabs.com
        Received-From-MTA: dns;mail.example.net
        Arrival-Date: Mon, 1 Jun 2026 12:00:08 +0000

        Final-Recipient: rfc822;{recipient.ToUpperInvariant()}
        Action: failed
        Status: 5.1.10
        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

        --8e0c7d0f-dead-4b3d
        Content-Type: message/rfc822

        Received: from mail.example.net (192.0.2.1) by AM0PR01MB0001 with SMTP;
         Mon, 1 Jun 2026 12:00:08 +0000
        From: Homs Screenings <screenings@screenings.test>
        To: <{recipient}>
        Subject: New: Return to Homs
        Message-ID: <{id}>
        MIME-Version: 1.0
        Content-Type: text/plain

        Some words.

        --8e0c7d0f-dead-4b3d--

        """;

    /// <summary>Gmail: related parts with a picture first, and the headers as a whole message.</summary>
    public static string OfGmail(string id = Id, string recipient = Reader) => $"""
        Return-Path: <>
        From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
        To: bounces@screenings.test
        Auto-Submitted: auto-replied
        Subject: Delivery Status Notification (Failure)
        References: <{id}>
        In-Reply-To: <{id}>
        X-Failed-Recipients: {recipient}
        Message-ID: <6a1d.0.abc@mx.google.com>
        Date: Mon, 01 Jun 2026 05:00:10 -0700 (PDT)
        MIME-Version: 1.0
        Content-Type: multipart/report; boundary="00000000000abc"; report-type=delivery-status

        --00000000000abc
        Content-Type: multipart/related; boundary="00000000000abd"

        --00000000000abd
        Content-Type: text/plain; charset="UTF-8"

        ** Address not found **

        --00000000000abd
        Content-Type: image/png; name="icon.png"
        Content-Transfer-Encoding: base64
        Content-ID: <icon.png>

        iVBORw0KGgo=
        --00000000000abd--
        --00000000000abc
        Content-Type: message/delivery-status

        Reporting-MTA: dns; googlemail.com
        Received-From-MTA: dns; screenings@screenings.test
        Arrival-Date: Mon, 01 Jun 2026 05:00:09 -0700 (PDT)
        X-Original-Message-ID: <{id}>

        Final-Recipient: rfc822; {recipient}
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; gmail-smtp-in.l.google.com. (192.0.2.26, the server for the domain.)
        Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
         550 5.1.1 https://support.example.org/mail/?p=NoSuchUser
        Last-Attempt-Date: Mon, 01 Jun 2026 05:00:10 -0700 (PDT)

        --00000000000abc
        Content-Type: message/rfc822

        From: Homs Screenings <screenings@screenings.test>
        To: {recipient}
        Subject: New: Return to Homs
        Message-ID: <{id}>

        ----- Message truncated -----

        --00000000000abc--

        """;

    /// <summary>A feedback loop: a reader pressed 'this is spam' (RFC 5965).</summary>
    /// <param name="named">The fields that say to whom the mail went.</param>
    public static string OfFeedback(string id = Id, string type = "abuse", string named = "Original-Rcpt-To: <" + Reader + ">",
        string to = Reader) => $"""
        From: <feedback@example.org>
        To: <bounces@screenings.test>
        Date: Mon, 1 Jun 2026 12:30:00 +0000
        Subject: FW: New: Return to Homs
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d"

        --part1_13d
        Content-Type: text/plain; charset="US-ASCII"

        This is an email abuse report for an email message received from 192.0.2.1.

        --part1_13d
        Content-Type: message/feedback-report

        Feedback-Type: {type}
        User-Agent: SomeGenerator/1.0
        Version: 1
        {named}
        Reported-Domain: screenings.test

        --part1_13d
        Content-Type: message/rfc822
        Content-Disposition: inline

        From: Homs Screenings <screenings@screenings.test>
        To: {to}
        Subject: New: Return to Homs
        Message-ID: <{id}>

        Some words.

        --part1_13d--

        """;

    /// <summary>Somebody is away.</summary>
    /// <param name="headers">By which their program says that nobody wrote it.</param>
    public static string OfVacation(string headers) => $"""
        From: {Reader}
        To: screenings@screenings.test
        Subject: Out of office: New: Return to Homs
        In-Reply-To: <{Id}>
        {headers}
        Content-Type: text/plain

        I am away until Monday; mail to this address failed to be read.
        Status: 5.1.1

        """;
}
