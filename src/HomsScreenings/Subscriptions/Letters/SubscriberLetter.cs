using HomsScreenings.Mail;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>What all mails to a subscriber have in common. The desk is not told to whom they go.</summary>
abstract record SubscriberLetter : PendingLetter
{
    // Whoever keeps an old mail can still stop what came with it; the next one brings a new link.
    static readonly Duration LinksLast = Duration.FromDays(366);

    public required int SubscriptionId { get; init; }
    /// <summary>What is followed, in the language of the mail; null for everything.</summary>
    public required string? Words { get; init; }

    public string Followed => Words ?? SubscriptionWords.Everything;

    public override string ShownRecipient => "a subscriber";

    public override LetterToken Token => new(TokenPurpose.Subscription, SubscriptionId, LinksLast);

    public override DeskReference About => new("Subscribers", "all", "/organise/subscribers");

    protected string PageOf(MailSite site, string secret) => site.Address + Language.Path($"/subscriptions/{secret}");
}
