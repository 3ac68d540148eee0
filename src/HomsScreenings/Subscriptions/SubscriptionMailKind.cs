namespace HomsScreenings.Subscriptions;

/// <summary>The kinds of mail to subscribers, as the outbox names them; the subject is the subscription.</summary>
public static class SubscriptionMailKind
{
    /// <summary>Asks the owner of an address whether they want it.</summary>
    public const string Confirm = "subscription.confirm";

    /// <summary>Says that they have it already.</summary>
    public const string Again = "subscription.again";

    /// <summary>Says that the address follows as much as it may.</summary>
    public const string Full = "subscription.full";

    /// <summary>Tells what is new; the further number is the beginning of the <see cref="DigestInterval"/>.</summary>
    public const string Digest = "subscription.digest";

    /// <summary>Brings the newsletter of an organisation; the further number is that of the <see cref="Mailing"/>.</summary>
    public const string Newsletter = "subscription.newsletter";
}
