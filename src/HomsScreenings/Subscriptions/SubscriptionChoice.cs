using HomsScreenings.Model;

namespace HomsScreenings.Subscriptions;

/// <summary>What a subscriber chooses beside what they follow.</summary>
/// <param name="Rhythm">How often they are told what is new.</param>
/// <param name="Newsletters">Whether newsletters come, too.</param>
/// <param name="SharesAddress">Whether the organisations that they follow may have the address.</param>
public sealed record SubscriptionChoice(SubscriptionRhythm Rhythm, bool Newsletters, bool SharesAddress);
