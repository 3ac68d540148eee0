using HomsScreenings.Mail;
using HomsScreenings.Model;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Interests.Letters;

/// <summary>What all mails to those who registered interest have in common. The desk is not told to whom they go.</summary>
abstract record InterestLetter : PendingLetter
{
    static readonly Duration LinksLast = Duration.FromDays(366);

    public required int InterestId { get; init; }
    /// <summary>The film or the series, in the language of the mail.</summary>
    public required string Title { get; init; }
    /// <summary>'Leeds, up to 25 km', in the language of the mail.</summary>
    public required string Where { get; init; }

    public override string ShownRecipient => "somebody who waits";

    public override LetterToken Token => new(TokenPurpose.Interest, InterestId, LinksLast);

    public override DeskReference About => new("Interest", "all", "/organise/interest");

    public override string? WhyNot(Instant now) => null;

    protected string PageOf(MailSite site, string secret) => site.Address + Language.Path($"/interests/{secret}");

    protected Link ToTheSite(MailSite site) => new(T("The site"), site.Address + Language.Path("/"));
}
