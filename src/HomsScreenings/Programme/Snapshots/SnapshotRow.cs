using System.Runtime.InteropServices;
using HomsScreenings.Model;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>One public screening in memory: what a filter asks of it, and no more, in forty bytes.</summary>
/// <param name="Order">Its place in the order of the programme.</param>
/// <param name="OverAt">From when it is over, in ticks of Unix time.</param>
/// <param name="Id">Its number in the database.</param>
/// <param name="Series">The number of its series; 0 for none.</param>
/// <param name="Organisation">The number of who presents it; 0 for nobody.</param>
/// <param name="Place">Where it is, as a number in <see cref="ProgrammeSnapshot.Places"/>.</param>
/// <param name="Languages">All its languages, as a number in <see cref="ProgrammeSnapshot.Languages"/>.</param>
/// <param name="Provisions">What it provisions, as <see cref="Model.Provisions"/>.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct SnapshotRow(long Order, long OverAt, int Id, int Series, int Organisation, int Place, int Languages, byte Provisions)
{
    /// <summary>Whether it stands before another in the order of the programme.</summary>
    public bool IsBefore(in SnapshotRow other) => Order != other.Order ? Order < other.Order : Id < other.Id;
}

/// <summary>Where screenings are: a venue, or a town without one. There are far fewer places than screenings.</summary>
/// <param name="Venue">The number of the venue; 0 for none.</param>
/// <param name="TimeZone">Of the screenings there; null where it is not known.</param>
sealed record SnapshotPlace(
    int Venue, string? Town, string TownKey, string? Country, double? Latitude, double? Longitude, string? TimeZone);
