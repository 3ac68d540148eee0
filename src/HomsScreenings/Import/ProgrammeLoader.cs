using HomsScreenings.Storage;
using HomsScreenings.Time;

namespace HomsScreenings.Import;

/// <summary>
/// Loads a programme: adds what is new, and brings what is known to what the file says; records that the file does not
/// name stay as they are. Everything is checked before anything is changed, and all of it is one save. Loading the same
/// file again changes nothing.
/// </summary>
public sealed class ProgrammeLoader(ScreeningsDb db, TimeProvider clock)
{
    /// <summary>Whether the files of a picture are there; null where nobody can say.</summary>
    public Func<PictureEntry, Task<bool>>? HasPicture { get; init; }

    public async Task<LoadReport> LoadAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var file = ProgrammeReader.Read(json, problems);
        return file is null ? new LoadReport([], problems) : await LoadAsync(file, problems, cancellationToken);
    }

    public Task<LoadReport> LoadAsync(ProgrammeFile file, CancellationToken cancellationToken) => LoadAsync(file, [], cancellationToken);

    async Task<LoadReport> LoadAsync(ProgrammeFile file, List<string> problems, CancellationToken cancellationToken)
    {
        var known = await KnownRecords.FindAsync(db, file, cancellationToken);
        new ProgrammeChecks(file, known, problems).Run();
        await CheckPicturesAsync(file, problems);
        if (problems.Count > 0) return new LoadReport([], problems);

        var taken = new ProgrammeImporter(known, new PictureImporter(db, clock.Now().InUtc().Date), clock).Apply(file);
        var before = taken.Select(t => t.Record.Version).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return new LoadReport([.. taken.Select((t, i) => new LoadedRecord(t.List, t.Record.Slug, Outcome(before[i], t.Record.Version)))],
            [])
        {
            Notes = [
                .. file.Venues.Where(v => v is { TimeZoneIsTowns: true, TimeZone: not null })
                    .Select(v => $"The venue '{v.Slug}' has no time zone; its clocks are taken to go by {v.TimeZone}, as in {v.City}.")],
        };
    }

    async Task CheckPicturesAsync(ProgrammeFile file, List<string> problems)
    {
        if (HasPicture is not { } has) return;
        foreach (var (list, entries) in new (string, IReadOnlyList<IPicturedEntry>)[]
        {
            ("organisations", file.Organisations), ("people", file.People), ("films", file.Films), ("venues", file.Venues),
            ("series", file.Series), ("journal", file.Journal),
        })
            for (var i = 0; i < entries.Count; i++)
                for (var j = 0; j < (entries[i].Pictures?.Count ?? 0); j++)
                    if (!await has(entries[i].Pictures![j]))
                        problems.Add($"{list}[{i}].pictures[{j}].file: There are no files of this picture here.");
    }

    static LoadOutcome Outcome(int before, int after) =>
        before == 0 ? LoadOutcome.Added : before == after ? LoadOutcome.Unchanged : LoadOutcome.Changed;
}
