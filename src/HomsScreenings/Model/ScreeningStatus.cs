namespace HomsScreenings.Model;

/// <summary>
/// Where a screening stands. A draft is seen at the desk only; every other status has been public, and stays so.
/// </summary>
public enum ScreeningStatus { Draft, Published, Cancelled, Postponed, Rescheduled, MovedOnline }

public static class ScreeningStatusMeaning
{
    extension(ScreeningStatus status)
    {
        /// <summary>Whether what stands so takes place, as far as anybody knows.</summary>
        public bool IsOn => status is not (ScreeningStatus.Draft or ScreeningStatus.Cancelled or ScreeningStatus.Postponed);
    }
}

/// <summary>What it takes to get in.</summary>
public enum Admission { Unknown, Free, PayWhatYouCan, Ticketed, Invitation }

/// <summary>How one gets a place: nothing is said, one just comes, elsewhere, or here.</summary>
public enum BookingWay { None, WalkIn, External, Seats }
