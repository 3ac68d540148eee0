namespace HomsScreenings.Model;

/// <summary>What a screening offers that can be asked for. The numbers stand in the database.</summary>
[Flags]
public enum Provisions
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
