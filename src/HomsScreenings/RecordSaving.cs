using HomsScreenings.Bookings;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Search;
using HomsScreenings.Storage;

namespace HomsScreenings;

/// <summary>
/// What saving a film, a person, a venue, a series, an organisation or a screening does: a new step is a file and a line here.
/// </summary>
public static class RecordSaving
{
    public static IReadOnlyList<Func<ISaveStep>> All { get; } =
    [
        () => new RecordKeeping(),
        () => new ProgrammeIndex(),
        () => new SeatKeeping(),
        () => new ChangeNotes(),
        () => new DraftPublishing(),
        () => new EntryRevisionKeeping(),
        () => new VersionRaising(),
    ];

    public static SaveSteps Steps { get; } = new(All);
}
