using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// Notes with each save which screenings it touched, so that every process knows what to read again. Only the notes of
/// the latest saves are kept: who has missed more reads everything.
/// </summary>
sealed class ChangeNotes : ISaveStep
{
    /// <summary>How many versions back the notes reach.</summary>
    public const int KeptVersions = 200;

    /// <summary>Stands for so many screenings that they are not noted one by one.</summary>
    public const int All = 0;

    const int MaxOfOneSave = 2_000;

    List<int> _deleted = [];

    ValueTask ISaveStep.BeforeAsync(Save save, CancellationToken cancellationToken)
    {
        _deleted = [.. save.Touched.Where(e => e.Entity is Screening && e.State is EntityState.Deleted).Select(e => e.Entity.Id)];
        return ValueTask.CompletedTask;
    }

    async ValueTask ISaveStep.AfterAsync(Save save, CancellationToken cancellationToken)
    {
        int[] touched = [.. save.Screenings.Union(_deleted).Where(id => id > 0).Order()]; // parts of what is new knew no number yet
        if (touched.Length > 0) await NoteAsync(save.Db, touched.Length > MaxOfOneSave ? [All] : touched, cancellationToken);
    }

    // Whoever holds the row of the version is the one to raise it next: so the number that the save will bring about is
    // known before it is there, and no other save can take it.
    static async Task NoteAsync(ScreeningsDb db, int[] screenings, CancellationToken cancellationToken)
    {
        await db.Programme().ExecuteUpdateAsync(s => s.SetProperty(v => v.Number, v => v.Number), cancellationToken);
        await db.WriteRowsAsync("""
            INSERT INTO "ChangedScreenings" ("Version", "ScreeningId")
            SELECT s."Number" + 1, v.column1 FROM "Versions" AS s, (VALUES {0}) AS v WHERE s."Area" = 'programme'
            ON CONFLICT DO NOTHING
            """, screenings.Select(id => new object?[] { id }), cancellationToken);
        var next = db.Programme().Select(v => v.Number + 1);
        await db.Set<ChangedScreening>().Where(c => c.Version <= next.First() - KeptVersions).ExecuteDeleteAsync(cancellationToken);
    }
}
