using HomsScreenings.Model;

namespace HomsScreenings.Programme;

/// <summary>The offers that a filter asks for.</summary>
static class WantedProvisions
{
    /// <summary>All of them at once.</summary>
    public static Provisions Of(ScreeningFilter filter) =>
        filter.Access.Aggregate(filter.Free ? Provisions.Free : Provisions.None, (wanted, need) => wanted | Of(need));

    static Provisions Of(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => Provisions.StepFree,
        AccessNeed.HearingLoop => Provisions.HearingLoop,
        AccessNeed.Captions => Provisions.Captions,
        AccessNeed.AudioDescription => Provisions.AudioDescription,
        AccessNeed.SignLanguage => Provisions.SignLanguage,
        _ => Provisions.Relaxed,
    };
}
