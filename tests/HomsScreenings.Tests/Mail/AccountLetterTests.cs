using HomsScreenings.Accounts;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Tests.Mail;

/// <summary>What people with an account, or soon with one, are written.</summary>
public sealed class AccountLetterTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 12, 0);
    static readonly MailSite Site = new("Homs Screenings", "https://screenings.test");

    static InvitationLetter Invitation(string organisation = "Homs Campaign",
        MemberRole role = MemberRole.Owner, string? language = null) => new()
        {
            Language = Language.WithTag(language),
            Recipient = "talal@example.org",
            Organisation = organisation,
            Invitation = new Invitation
            {
                Id = 7,
                OrganisationId = 1,
                Role = role,
                Email = "talal@example.org",
                InvitedById = 1,
                ExpiresAt = Now + Duration.FromDays(14),
            },
        };

    static PasswordResetLetter Reset(string? language = null) =>
        new() { Language = Language.WithTag(language), Recipient = "nadia@example.org", AccountId = 3, IsLocked = false };

    [Fact]
    public void An_invitation_says_to_what_as_what_and_until_when()
    {
        var letter = Invitation().Write(Site, "T");
        Assert.Equal("Invitation to Homs Campaign at Homs Screenings", letter.Subject);
        Assert.Equal(
            """
            Homs Campaign invites you to look after its programme and its members at
            Homs Screenings.

            Accept the invitation
            https://screenings.test/account/invitation?token=T

            The link works once, until 15 June 2026. If you do not want this, do
            nothing.

            -- 
            You get this email because somebody at Homs Campaign invited this
            address.

            The site
            https://screenings.test/

            """, LetterText.Write(letter));
        Assert.Equal((TokenPurpose.Invitation, 7, Now + Duration.FromDays(14)),
            (Invitation().Token.Purpose, Invitation().Token.Subject, Invitation().Token.EndOf(Now)));
    }

    [Fact]
    public void A_new_password_is_chosen_within_twelve_hours_from_when_the_mail_leaves()
    {
        Assert.Equal(
            """
            Somebody, probably you, asked for a new password for your account at
            Homs Screenings.

            Choose a new password
            https://screenings.test/account/reset-password?account=3&token=T

            The link works once, within 12 hours.

            If it was not you, do nothing: your password stays as it is, and nobody
            has learnt anything.

            -- 
            You get this email because this address has an account at Homs
            Screenings.

            The site
            https://screenings.test/

            """, LetterText.Write(Reset().Write(Site, "T")));
        Assert.Equal((TokenPurpose.PasswordReset, 3, Now + Duration.FromHours(12)),
            (Reset().Token.Purpose, Reset().Token.Subject, Reset().Token.EndOf(Now)));
    }

    [Fact]
    public void Both_are_written_in_the_language_of_their_reader_and_in_english_where_none_is_known()
    {
        PendingLetter[] letters = [Invitation(language: "ar"), Reset("ar")];
        foreach (var letter in letters.Select(l => l.Write(Site, "T")))
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(LetterHtml.Write(letter));
            Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
            Assert.Equal("https://screenings.test/ar", page.QuerySelector("footer a")!.GetAttribute("href"));
            Assert.DoesNotContain("link", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal("كلمة مرور جديدة في \u2068Homs Screenings\u2069", letters[1].Write(Site, "T").Subject);
        Assert.Contains("١٥ حزيران ٢٠٢٦", LetterText.Write(letters[0].Write(Site, "T")), StringComparison.Ordinal);
        Assert.Equal(Language.English, Reset("tlh").Write(Site, "T").Language);
    }

    [Fact]
    public void A_name_with_a_line_break_cannot_add_a_header() => Assert.Equal("Invitation to Homs Bcc: all@example.org at Homs Screenings",
        Invitation("Homs\r\nBcc: all@example.org", MemberRole.Editor).Write(Site, "T").Subject);

    [Fact]
    public void What_makes_no_sense_any_more_is_known()
    {
        Assert.Null(Invitation().WhyNot(Now));
        Assert.Equal("The invitation has expired.", Invitation().WhyNot(Now + Duration.FromDays(14)));
        var accepted = Invitation();
        accepted.Invitation.AcceptedAt = Now;
        Assert.Equal("The invitation has been accepted.", accepted.WhyNot(Now));
        Assert.Equal("The account is locked.", (Reset() with { IsLocked = true }).WhyNot(Now));
    }
}
