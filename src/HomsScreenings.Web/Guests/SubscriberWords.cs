using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Subscriptions;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>What subscribers read on their own pages.</summary>
static class SubscriberWords
{
    public static string NoSuchSubscription =>
        T("No subscription is behind this link. It may be cut off or mistyped, it works for a year, or the subscription was stopped, or not confirmed within a week. Open the link from the latest email, or subscribe again.");

    /// <summary>Whether mail comes, and if not, why.</summary>
    public static string State(Subscription subscription, Instant now) => subscription switch
    {
        { ConfirmedAt: null } => T("Not confirmed yet: nothing is sent before you confirm."),
        { StoppedAt: { } since, HasComplained: true } => T("Stopped, because an email to this address was reported as unwanted. Nothing is sent unless you want it again; on {0} your address is erased here.",
            Day(since + SubscriptionRetention.StoppedFor)),
        { StoppedAt: { } since } => T("Stopped, because several emails to this address came back. Nothing is sent unless you want it again; on {0} your address is erased here.",
            Day(since + SubscriptionRetention.StoppedFor)),
        { PausedUntil: { } end } when end > now => T("Paused until {0}.", Day(end)),
        { Rhythm: SubscriptionRhythm.Never } => T("You get the newsletter when there is one."),
        _ => T("You get an email when there is something new."),
    };

    /// <summary>'Tuesday 1 September 2026', as UTC counts days.</summary>
    public static string Day(Instant at) => ScreeningWords.Format(at.InUtc().Date);
}
