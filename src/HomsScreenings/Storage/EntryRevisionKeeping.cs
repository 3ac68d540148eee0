using System.Text.Encodings.Web;
using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Storage;

/// <summary>Keeps the texts of the journal's entries as each save leaves them, where they are others than before.</summary>
sealed class EntryRevisionKeeping : ISaveStep
{
    public async ValueTask AfterAsync(Save save, CancellationToken cancellationToken)
    {
        var ids = save.Touched.Where(r => r.State != EntityState.Deleted).Select(r => r.Entity).OfType<JournalEntry>().Select(e => e.Id)
            .Concat(save.Wholes.Where(w => w.Record == typeof(JournalEntry)).Select(w => w.Id))
            .Distinct().ToList();
        if (ids.Count == 0) return;
        var entries = await save.Db.Journal.AsNoTracking().Include(e => e.Translations).Where(e => ids.Contains(e.Id))
            .ToListAsync(cancellationToken);
        var last = await save.Db.EntryRevisions.Where(r => ids.Contains(r.EntryId)).GroupBy(r => r.EntryId)
            .Select(all => all.OrderByDescending(r => r.Number).First()).ToDictionaryAsync(r => r.EntryId, cancellationToken);
        var changed = entries.Select(e => (Entry: e, Texts: EntryTexts.Of(e)))
            .Where(e => last.GetValueOrDefault(e.Entry.Id)?.Texts != e.Texts).ToList();
        await save.Db.WriteRowsAsync("""
            INSERT INTO "EntryRevisions" ("EntryId", "Number", "At", "UserId", "Texts") VALUES {0}
            """, changed.Select(e => new object?[]
        {
            e.Entry.Id, e.Entry.Version, save.Now.ToDateTimeUtc(), save.Db.ActorId, e.Texts,
        }), cancellationToken);
    }
}

/// <summary>The texts of an entry in each of its languages.</summary>
/// <param name="Language">That of the entry's own texts, first; then those of its translations.</param>
public sealed record EntryTexts(string Language, string? Title, string? Standfirst, string? Body)
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of them, as they are kept.</summary>
    public static string Of(JournalEntry entry) => JsonSerializer.Serialize<IEnumerable<EntryTexts>>(
        entry.Translations.OrderBy(t => t.Language, StringComparer.Ordinal)
            .Select(t => new EntryTexts(t.Language, t.Title, t.Standfirst, t.Body))
            .Prepend(new EntryTexts(entry.TextLanguage, entry.Title, entry.Standfirst, entry.Body)), Options);

    /// <summary>As they were kept.</summary>
    public static IReadOnlyList<EntryTexts> Read(EntryRevision revision) =>
        JsonSerializer.Deserialize<List<EntryTexts>>(revision.Texts, Options) ?? [];
}
