using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>When subscribers are written to: weekly on Monday at 8, monthly on the first at 8, by UTC, for they live anywhere.</summary>
public static class SubscriptionRhythms
{
    static readonly LocalTime Morning = new(8, 0);

    /// <summary>
    /// How long news are gathered before they are told at once: a tour is published screening by screening, and is one mail.
    /// </summary>
    public static readonly Duration GathersFor = Duration.FromMinutes(15);

    extension(SubscriptionRhythm rhythm)
    {
        /// <summary>When it is due for the first time after a moment; null for at once, which waits for news, and for never.</summary>
        public Instant? NextAfter(Instant moment)
        {
            if (rhythm is SubscriptionRhythm.AtOnce or SubscriptionRhythm.Never) return null;
            var today = moment.InUtc().Date;
            var first = rhythm == SubscriptionRhythm.Weekly ? today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday))
                : today.With(DateAdjusters.StartOfMonth);
            var due = (first + Morning).InUtc().ToInstant();
            if (due > moment) return due;
            var next = rhythm == SubscriptionRhythm.Weekly ? first.PlusWeeks(1) : first.PlusMonths(1);
            return (next + Morning).InUtc().ToInstant();
        }
    }
}
