using HomsScreenings.Mail;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Mail;

public sealed class OutboxTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 12, 0);
    static readonly Outbox Outbox = new("Homs Screenings", "https://screenings.test");

    [Fact]
    public void An_invitation_says_to_what_as_what_and_until_when()
    {
        var invitation = new Invitation
        {
            TokenHash = "",
            OrganisationId = 1,
            Role = MemberRole.Owner,
            Email = "talal@example.org",
            InvitedById = 1,
            ExpiresAt = Now + Duration.FromDays(14)
        };
        var mail = Outbox.Invitation(invitation, "Homs Campaign", "/account/invitation?token=T", Now);
        Assert.Equal("Invitation to Homs Campaign at Homs Screenings", mail.Subject);
        Assert.Equal(
            """
            Homs Campaign invites you to look after its programme and its members at Homs Screenings
            (https://screenings.test). Accept here:

            https://screenings.test/account/invitation?token=T

            The link works once, until 15 June 2026. If you do not want this, do nothing.

            """, mail.Body);
        Assert.EndsWith("@screenings.test>", mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_line_break_cannot_add_a_header()
    {
        var invitation = new Invitation
        {
            TokenHash = "",
            OrganisationId = 1,
            Role = MemberRole.Editor,
            Email = "talal@example.org",
            InvitedById = 1,
            ExpiresAt = Now
        };
        Assert.Equal("Invitation to Homs Bcc: all@example.org at Homs Screenings",
            Outbox.Invitation(invitation, "Homs\r\nBcc: all@example.org", "/x", Now).Subject);
    }
}
