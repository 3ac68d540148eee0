namespace HomsScreenings.Bookings.Reports;

/// <summary>
/// What is counted of one screening or of several, and can be added up. What is known of some screenings only stands
/// beside the number of those, so that a sum never claims more than it has.
/// </summary>
public sealed record Figures
{
    public int Screenings { get; init; }
    /// <summary>All places, those for wheelchairs and beside them included, of the screenings whose number of places is known.</summary>
    public int Capacity { get; init; }
    public int CapacityKnown { get; init; }
    /// <summary>People who had places when it began.</summary>
    public int Booked { get; init; }
    /// <summary>People of bookings whom the door let in.</summary>
    public int Arrived { get; init; }
    /// <summary>People without a booking whom the door let in.</summary>
    public int WalkIns { get; init; }
    /// <summary>Screenings at whose door somebody counted.</summary>
    public int DoorKept { get; init; }

    /// <summary>How many came: what the organisers entered, else what the door counted.</summary>
    public int Attendance { get; init; }
    /// <summary>Screenings whose attendance was entered.</summary>
    public int Entered { get; init; }
    /// <summary>Screenings whose attendance is the door's.</summary>
    public int FromDoor { get; init; }
    /// <summary>One of the numbers entered says 'at least', so the sum does too.</summary>
    public bool IsAtLeast { get; init; }
    public int AttendanceKnown => Entered + FromDoor;

    /// <summary>People with places where the door ticked bookings off: only there it is known who did not come.</summary>
    public int Expected { get; init; }
    /// <summary>Those of them who did not come.</summary>
    public int NoShows { get; init; }
    /// <summary>In percent of those expected; null where nobody was.</summary>
    public decimal? NoShowPercent => Expected == 0 ? null : 100m * NoShows / Expected;

    /// <summary>Parties who were still on the waiting list at the end.</summary>
    public int NeverSeated { get; init; }
    public SurveyRatings Answers { get; init; } = SurveyRatings.None;

    public static Figures operator +(Figures some, Figures more) => new()
    {
        Screenings = some.Screenings + more.Screenings,
        Capacity = some.Capacity + more.Capacity,
        CapacityKnown = some.CapacityKnown + more.CapacityKnown,
        Booked = some.Booked + more.Booked,
        Arrived = some.Arrived + more.Arrived,
        WalkIns = some.WalkIns + more.WalkIns,
        DoorKept = some.DoorKept + more.DoorKept,
        Attendance = some.Attendance + more.Attendance,
        Entered = some.Entered + more.Entered,
        FromDoor = some.FromDoor + more.FromDoor,
        IsAtLeast = some.IsAtLeast || more.IsAtLeast,
        Expected = some.Expected + more.Expected,
        NoShows = some.NoShows + more.NoShows,
        NeverSeated = some.NeverSeated + more.NeverSeated,
        Answers = some.Answers + more.Answers,
    };

    public static Figures Sum(IEnumerable<Figures> all) => all.Aggregate(new Figures(), (sum, one) => sum + one);
}
