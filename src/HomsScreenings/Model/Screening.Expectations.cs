namespace HomsScreenings.Model;

// What may be expected where it differs from the venue's rule.
public sealed partial class Screening : IHasExpectations
{
    public Known WithoutAdverts { get; set; }
    public Known StartsOnTime { get; set; }
    public Known NumberedSeats { get; set; }
    public Known AdmitsLatecomers { get; set; }
    public Known CafeOrBar { get; set; }
    public Known QuietSpace { get; set; }
    public int? MinimumAge { get; set; }
    public string? AskFor { get; set; }
    public string? ExpectationNotes { get; set; }
}
