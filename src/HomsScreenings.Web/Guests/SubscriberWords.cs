using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>What subscribers read on their own pages.</summary>
static class SubscriberWords
{
    public static string NoSuchSubscription =>
        T("No subscription is behind this link. It may be cut off or mistyped, it works for a year, or the subscription was stopped, or not confirmed within a week. Open the link from the latest email, or subscribe again.");

    /// <summary>How a subscription stands.</summary>
    public static string State(Subscription subscription, Instant now) =>
        subscription.ConfirmedAt is null ? T("Not confirmed yet: nothing is sent before you confirm.")
        : subscription.PausedUntil > now ? T("Paused until {0}.", Day(subscription.PausedUntil.Value))
        : subscription.Rhythm == SubscriptionRhythm.Never ? T("You get the newsletter when there is one.")
        : T("You get an email when there is something new.");

    /// <summary>'Tuesday 1 September 2026', as UTC counts days.</summary>
    public static string Day(Instant at) => ScreeningWords.Format(at.InUtc().Date);
}
