namespace HomsScreenings.Screenings.Finding;

/// <summary>What a screening offers that can be asked for. The numbers stand in the database.</summary>
[Flags]
public enum Offers
{
    None = 0,
    StepFree = 1,
    HearingLoop = 2,
    Captions = 4,
    AudioDescription = 8,
    SignLanguage = 16,
    Relaxed = 32,
    Free = 64,
}

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
