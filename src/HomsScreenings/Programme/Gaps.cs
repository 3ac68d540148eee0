using HomsScreenings.Model;

namespace HomsScreenings.Programme;

/// <summary>What a visitor would ask next and is not told yet.</summary>
public enum Gap { Date, Time, Venue, Access, Admission }

/// <summary>What is missing on a screening; nothing of it keeps it from being published.</summary>
public static class Gaps
{
    extension(ScreeningCard card)
    {
        public IEnumerable<Gap> Missing
        {
            get
            {
                if (card.Date is null) yield return Gap.Date;
                if (card is { Date: not null, Time: null }) yield return Gap.Time;
                if (card.VenueSlug is null && card.Status != ScreeningStatus.MovedOnline) yield return Gap.Venue;
                if (card is
                    {
                        StepFree: Known.Unknown, HearingLoop: Known.Unknown,
                        Captions: false, AudioDescription: false, SignLanguage: false, Relaxed: false
                    }) yield return Gap.Access;
                if (card.Admission == Admission.Unknown) yield return Gap.Admission;
            }
        }
    }

    public static string Label(Gap gap) => gap switch
    {
        Gap.Date => "no date",
        Gap.Time => "no time",
        Gap.Venue => "no venue",
        Gap.Access => "nothing said of access",
        _ => "admission not said",
    };
}
