using HomsScreenings.Storage;

namespace HomsScreenings.Bookings;

/// <summary>How the site deals with what it knows of guests.</summary>
public sealed class GuestOptions
{
    public const int DefaultKeepDays = 30, MaxKeepDays = 3650;

    /// <summary>Days after the end of a screening until its guests are forgotten; 1 to <see cref="MaxKeepDays"/>.</summary>
    public int KeepDays { get; init; } = DefaultKeepDays;

    /// <summary>What the database needs so that deleted rows are gone from the disk too; null where nothing.</summary>
    public Func<ScreeningsDb, CancellationToken, Task>? AfterForgetting { get; init; }
}
