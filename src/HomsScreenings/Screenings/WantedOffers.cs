using HomsScreenings.Screenings.Finding;

namespace HomsScreenings.Screenings;

/// <summary>The offers that a filter asks for.</summary>
static class WantedOffers
{
    /// <summary>All of them at once.</summary>
    public static Offers Of(ScreeningFilter filter) => filter.Access.Aggregate(filter.Free ? Offers.Free : Offers.None, (wanted, need) => wanted | Of(need));

    static Offers Of(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => Offers.StepFree,
        AccessNeed.HearingLoop => Offers.HearingLoop,
        AccessNeed.Captions => Offers.Captions,
        AccessNeed.AudioDescription => Offers.AudioDescription,
        AccessNeed.SignLanguage => Offers.SignLanguage,
        _ => Offers.Relaxed,
    };
}
