using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Storage;

/// <summary>
/// What one save does to records: raises versions and times of change, keeps the slugs that were given up, and notes
/// what became what. A record whose parts were changed counts as changed itself.
/// </summary>
sealed class RecordKeeping : ISaveStep
{
    const int MaxQuoted = 100;

    readonly List<(EntityEntry<IRecord> Entry, string Action, string Changes)> _records = [];

    public async ValueTask BeforeAsync(Save save, CancellationToken cancellationToken)
    {
        var parts = save.Parts.ToLookup(p => p.Entity.PartOf, p => p.Metadata.ClrType.Name);
        var touched = save.Touched.Select(r => r.Entity).ToHashSet();
        foreach (var record in save.Records)
        {
            // What is new has no number yet, and of what is new nobody asks which parts were changed.
            var changedParts = record.State == EntityState.Added ? []
                : parts[(record.Metadata.ClrType, record.Entity.Id)].Distinct(StringComparer.Ordinal).ToList();
            if (!touched.Contains(record.Entity) && changedParts.Count == 0) continue;
            await PrepareAsync(save, record, changedParts, cancellationToken);
        }
    }

    async Task PrepareAsync(Save save, EntityEntry<IRecord> record, List<string> changedParts, CancellationToken cancellationToken)
    {
        var action = record.State == EntityState.Unchanged ? EntityState.Modified : record.State;
        var changes = action == EntityState.Modified ? Describe(record, changedParts) : "";
        if (action != EntityState.Added) await KeepSlugAsync(save.Db, record, cancellationToken);
        if (action != EntityState.Deleted)
        {
            record.Entity.Version++;
            record.Entity.ChangedAt = save.Now;
            if (action == EntityState.Modified && record.Entity is Screening screening
                && record.Property(nameof(Screening.Sequence)).IsModified) screening.RevisedAt = save.Now;
        }
        _records.Add((record, action.ToString(), changes));
    }

    static async Task KeepSlugAsync(ScreeningsDb db, EntityEntry<IRecord> record, CancellationToken cancellationToken)
    {
        var kind = record.Metadata.ClrType.Name;
        var slug = record.Property(r => r.Slug);
        if (record.State == EntityState.Deleted)
        {
            db.PastSlugs.Add(new PastSlug { Kind = kind, Slug = slug.OriginalValue, WasPublic = record.Entity.IsPublic });
            foreach (var past in await db.PastSlugs.Where(p => p.Kind == kind && p.TargetId == record.Entity.Id)
                .ToListAsync(cancellationToken)) past.TargetId = null;
        }
        else if (record.State == EntityState.Modified && slug.IsModified)
        {
            var takenBack = await db.PastSlugs.FindAsync([kind, slug.CurrentValue], cancellationToken);
            if (takenBack is not null) db.PastSlugs.Remove(takenBack);
            db.PastSlugs.Add(
                new PastSlug { Kind = kind, Slug = slug.OriginalValue, TargetId = record.Entity.Id, WasPublic = record.Entity.IsPublic });
        }
    }

    /// <summary>Writes the history, for the records have their numbers now.</summary>
    public async ValueTask AfterAsync(Save save, CancellationToken cancellationToken) => await save.Db.WriteRowsAsync("""
        INSERT INTO "Audit" ("At", "UserId", "Kind", "RecordId", "Slug", "Version", "Action", "Changes") VALUES {0}
        """, _records.Select(r => new object?[]
    {
        save.Now.ToDateTimeUtc(), save.Db.ActorId, r.Entry.Metadata.ClrType.Name, r.Entry.Entity.Id, r.Entry.Entity.Slug,
        r.Entry.Entity.Version, r.Action, r.Changes,
    }), cancellationToken);

    static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        nameof(IRecord.Version), nameof(IRecord.ChangedAt), "NameKey", "TitleKey", "CityKey", "LanguagesKey",
        "MainPicture", "StartsAt", "EndsAt", "ProgrammeDate", "PreviousStartsAt", "Sequence", "PublishedAt",
        "CorrectedAt", "RevisedAt",
    };

    static string Describe(EntityEntry record, List<string> changedParts)
    {
        var fields = record.Properties
            .Where(p => p.IsModified && !Silent.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))
            .Select(p => $"{Words(p.Metadata.Name)}: {Format(p.OriginalValue)} → {Format(p.CurrentValue)}");
        return string.Join('\n', fields.Concat(changedParts.Select(p => $"{Words(p)}: changed")));
    }

    // 'ReleaseYear' is said 'Release year', 'VenueId' 'Venue', 'IsPublic' 'Public'.
    static string Words(string name)
    {
        if (name.StartsWith("Is", StringComparison.Ordinal)) name = name[2..];
        if (name.EndsWith("Id", StringComparison.Ordinal)) name = name[..^2];
        var words = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
        return words;
    }

    static string Format(object? value) => value switch
    {
        null or "" => "nothing",
        bool flag => flag ? "yes" : "no",
        string text => text.CutWithEllipsis(MaxQuoted),
        LocalTime time => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        IEnumerable<object> list => string.Join(", ", list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
