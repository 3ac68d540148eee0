using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Search;

/// <summary>
/// Keeps the words of the vocabulary in step within one save: those that a published screening has come in, and those that
/// none has any more go, so that nothing of a draft or of somebody who was taken out is told by a suggestion.
/// </summary>
sealed class PublicWords(ScreeningsDb db)
{
    readonly HashSet<string> _before = new(StringComparer.Ordinal), _after = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes the words that published screenings have, before they are written anew or deleted. A draft's words were never known, and
    /// nothing becomes a draft again.
    /// </summary>
    public async Task NoteAsync(int[] screenings, CancellationToken cancellationToken)
    {
        var written = await db.Indexed.Where(w => screenings.Contains(w.ScreeningId) && w.Screening.IsPublic).Select(w => w.Words)
            .ToListAsync(cancellationToken);
        foreach (var words in written) _before.UnionWith(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Adds the words that published screenings have now.</summary>
    public Task AddAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        // In one order, so that two saves at once wait for one another and not each for the other.
        var unseen = words.Where(_after.Add).Order(StringComparer.Ordinal);
        return db.WriteRowsAsync("""INSERT INTO "KnownWords" ("Word") VALUES {0} ON CONFLICT DO NOTHING""",
            unseen.Select(word => new object?[] { word }), cancellationToken);
    }

    /// <summary>Takes out those that were there and that no published screening has any more.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        _before.ExceptWith(_after);
        return db.WriteRowsAsync("""
            DELETE FROM "KnownWords" WHERE "Word" IN (SELECT v.column1 FROM (VALUES {0}) AS v) AND NOT EXISTS (
            SELECT 1 FROM "ScreeningSearch"("KnownWords"."Word") AS hit JOIN "Screenings" AS s ON s."Id" = hit.rowid
            WHERE s."PublishedAt" IS NOT NULL)
            """, _before.Order(StringComparer.Ordinal).Select(word => new object?[] { word }), cancellationToken);
    }
}
