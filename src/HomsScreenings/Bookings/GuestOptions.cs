using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>How the site deals with what it knows of guests.</summary>
public sealed class GuestOptions
{
    public const int DefaultKeepDays = 30, MaxKeepDays = 3650;

    /// <summary>How long after the end of an evening it is the next morning, more or less.</summary>
    public static readonly Duration MorningAfter = Duration.FromHours(12);

    /// <summary>
    /// Days after the end of a screening until its guests are forgotten; up to <see cref="MaxKeepDays"/>, and 0 for the morning after.
    /// </summary>
    public int KeepDays { get; init; } = DefaultKeepDays;

    /// <summary>How long after the end of a screening its guests are known.</summary>
    public Duration KeepsFor => KeepDays == 0 ? MorningAfter : Duration.FromDays(KeepDays);

    /// <summary>Whether guests are still known when they would be thanked and asked how it was.</summary>
    public bool AsksAfterwards => KeepDays > 0;
}
