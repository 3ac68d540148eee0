using HomsScreenings.Records;

namespace HomsScreenings.Model;

/// <summary>
/// Where a screening stands. A draft is seen at the desk only; every other status has been public, and stays so.
/// </summary>
public enum ScreeningStatus { Draft, Published, Cancelled, Postponed, Rescheduled, MovedOnline }

public static class ScreeningStatusMeaning
{
    static readonly Rule<Func<ScreeningStatus, bool>> CalledOffRule = new(status =>
        status == ScreeningStatus.Cancelled || status == ScreeningStatus.Postponed);

    static readonly Rule<Func<ScreeningStatus, bool>> OnRule = new(status => status != ScreeningStatus.Draft && !status.IsCalledOff());

    /// <summary>Whether what stands so was announced and does not take place, at least not on its date.</summary>
    [Rule(nameof(CalledOffRule))]
    public static bool IsCalledOff(this ScreeningStatus status) => CalledOffRule.Run(status);

    /// <summary>Whether what stands so takes place, as far as anybody knows.</summary>
    [Rule(nameof(OnRule))]
    public static bool IsOn(this ScreeningStatus status) => OnRule.Run(status);
}

/// <summary>What it takes to get in.</summary>
public enum Admission { Unknown, Free, PayWhatYouCan, Ticketed, Invitation }

/// <summary>How one gets a place: nothing is said, one just comes, elsewhere, or here.</summary>
public enum BookingWay { None, WalkIn, External, Seats }
