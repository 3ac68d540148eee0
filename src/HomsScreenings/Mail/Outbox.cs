using System.Globalization;
using HomsScreenings.Model;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Mail;

/// <summary>
/// Writes the mails of this site: plain text, one purpose each. They are added to the database with what caused them
/// and sent afterwards. Links are given as paths, beginning with a slash.
/// </summary>
/// <param name="siteName">What the site is called.</param>
/// <param name="siteAddress">The address of the site, without a slash at the end.</param>
public sealed class Outbox(string siteName, string siteAddress)
{
    /// <summary>How long a mail is tried; what it holds is out of date afterwards.</summary>
    public static readonly Duration GivesUpAfter = Duration.FromDays(3);

    static readonly LocalDatePattern Day = LocalDatePattern.Create("d MMMM uuuu", CultureInfo.InvariantCulture);

    public string PasswordResetSubject => Letter.OneLine($"A new password for {siteName}");

    public OutboxMessage PasswordReset(string recipient, string path, Duration validFor, Instant now) =>
        Compose(recipient, PasswordResetSubject,
        $"""
        Somebody, probably you, asked for a new password for your account at {siteName}
        ({siteAddress}). Choose one here:

        {siteAddress}{path}

        The link works once, within {validFor.TotalHours:0} hours. If it was not you, do nothing: your password
        stays as it is, and nobody has learnt anything.
        """, now);

    public OutboxMessage Invitation(Invitation invitation, string organisation, string path, Instant now) => Compose(invitation.Email,
        Letter.OneLine($"Invitation to {organisation} at {siteName}"),
        $"""
        {Letter.OneLine(organisation)} invites you to {(invitation.Role == MemberRole.Owner
            ? "look after its programme and its members"
            : "look after its programme")} at {siteName}
        ({siteAddress}). Accept here:

        {siteAddress}{path}

        The link works once, until {Day.Format(invitation.ExpiresAt.InUtc().Date)}. If you do not want this, do nothing.
        """, now);

    OutboxMessage Compose(string recipient, string subject, string body, Instant now) => new()
    {
        MessageId = $"<{Guid.NewGuid():N}@{new Uri(siteAddress).IdnHost}>",
        Recipient = recipient,
        Subject = subject,
        Body = body.ReplaceLineEndings("\n") + "\n",
        CreatedAt = now,
        DueAt = now,
    };
}
