using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HomsScreenings.Search;

/// <summary>
/// Keeps what screenings are found by in step with the records that it rests on: notes before a save what is about to
/// change, and writes the index of every screening concerned anew after it, in the same transaction.
/// </summary>
public sealed class ProgrammeIndex : ISaveStep
{
    const int BatchSize = 250;

    List<EntityEntry<IRecord>> _records = [];
    PublicWords? _words;

    async ValueTask ISaveStep.BeforeAsync(Save save, CancellationToken cancellationToken)
    {
        _records = [.. save.Touched.Where(e => e.State is EntityState.Added or EntityState.Modified)];
        DerivedColumns.SetOnNew(save.Touched.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<Screening>());
        var deleted = save.Touched.Where(e => e.State == EntityState.Deleted).Select(e => e.Entity).OfType<Screening>().ToList();
        _words = new PublicWords(save.Db);
        if (deleted.Count > 0) await _words.NoteAsync([.. deleted.Select(s => s.Id)], cancellationToken);
    }

    async ValueTask ISaveStep.AfterAsync(Save save, CancellationToken cancellationToken)
    {
        var saved = _records.Select(r => (r.Metadata.ClrType, r.Entity.Id)).Concat(save.Wholes).Distinct();
        save.Screenings = await RenewAsync(save.Db, saved, _words!, cancellationToken);
    }

    /// <summary>Writes the index of the screenings that rest on what was saved.</summary>
    /// <returns>Which those are.</returns>
    static async Task<IReadOnlyCollection<int>> RenewAsync(ScreeningsDb db,
        IEnumerable<(Type Record, int Id)> records, PublicWords known, CancellationToken cancellationToken)
    {
        var saved = records.ToLookup(r => r.Record, r => r.Id);
        var screenings = new HashSet<int>(saved[typeof(Screening)]);
        await AddAsync(saved[typeof(Film)], ids => db.Set<ScreeningFilm>().Where(f => ids.Contains(f.FilmId)).Select(f => f.ScreeningId));
        await AddAsync(saved[typeof(Person)],
            ids => db.Set<ScreeningFilm>().Where(f => f.Film.Credits.Any(c => ids.Contains(c.PersonId))).Select(f => f.ScreeningId));
        await AddAsync(saved[typeof(Person)], ids => db.Set<Speaker>().Where(s => ids.Contains(s.PersonId)).Select(s => s.ScreeningId));
        await AddAsync(saved[typeof(Venue)], ids => db.Screenings.Where(s => ids.Contains(s.VenueId!.Value)).Select(s => s.Id));
        await AddAsync(saved[typeof(ScreeningSeries)], ids => db.Screenings.Where(s => ids.Contains(s.SeriesId!.Value)).Select(s => s.Id));
        await AddAsync(saved[typeof(Organisation)], ids => db.Screenings
            .Where(s => ids.Contains(s.OrganisationId!.Value) || s.Series!.Partners.Any(p => ids.Contains(p.OrganisationId)))
            .Select(s => s.Id));
        await WriteAsync(db, screenings, known, cancellationToken);
        return screenings;

        async Task AddAsync(IEnumerable<int> records, Func<int[], IQueryable<int>> screeningsOf)
        {
            foreach (var some in records.Chunk(BatchSize)) screenings.UnionWith(await screeningsOf(some).ToListAsync(cancellationToken));
        }
    }

    /// <summary>Indexes the screenings that no index knows of: those of a database from before there was one.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> CompleteAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var unknown = await db.Screenings.Where(s => !db.Indexed.Any(w => w.ScreeningId == s.Id)).Select(s => s.Id)
            .ToListAsync(cancellationToken);
        if (unknown.Count == 0) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await WriteAsync(db, unknown, new PublicWords(db), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return unknown.Count;
    }

    static async Task WriteAsync(
        ScreeningsDb db, IEnumerable<int> screenings, PublicWords known, CancellationToken cancellationToken)
    {
        var texts = new ScreeningTexts(db);
        foreach (var some in screenings.Order().Chunk(BatchSize))
        {
            await DerivedColumns.WriteAsync(db, some, cancellationToken);
            await known.NoteAsync(some, cancellationToken);
            var (words, open) = await texts.WordsAsync(some, cancellationToken);
            await db.WriteRowsAsync("""
                INSERT INTO "ScreeningWords" ("ScreeningId", "Words") VALUES {0}
                ON CONFLICT ("ScreeningId") DO UPDATE SET "Words" = excluded."Words" WHERE "ScreeningWords"."Words" <> excluded."Words"
                """, words.OrderBy(w => w.Key)
                .Select(w => new object?[] { w.Key, string.Join(' ', w.Value.Order(StringComparer.Ordinal)) }), cancellationToken);
            await known.AddAsync(words.Where(w => open.Contains(w.Key)).SelectMany(w => w.Value), cancellationToken);
        }
        await known.ForgetAsync(cancellationToken);
    }
}
