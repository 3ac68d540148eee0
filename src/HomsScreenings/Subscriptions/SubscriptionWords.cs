using HomsScreenings.Model;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions;

/// <summary>How subscriptions by email are told.</summary>
public static class SubscriptionWords
{
    public static string Label(SubscriptionRhythm rhythm) => rhythm switch
    {
        SubscriptionRhythm.AtOnce => T("As soon as there is news, at most every 15 minutes"),
        SubscriptionRhythm.Weekly => T("Weekly, on Monday morning"),
        SubscriptionRhythm.Monthly => T("Monthly, on the first of the month"),
        _ => T("Never: newsletters only"),
    };

    /// <summary>What is followed, where that is not narrowed.</summary>
    public static string Everything => T("The whole programme and the journal");
}
