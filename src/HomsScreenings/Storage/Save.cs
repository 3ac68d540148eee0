using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace HomsScreenings.Storage;

/// <summary>One save of records, as its steps see it: what is written, when, by whom, and what one step leaves for the next.</summary>
public sealed class Save
{
    readonly List<(Type Record, int Id)> _wholes;

    internal Save(ScreeningsDb db, Instant now)
    {
        (Db, Now) = (db, now);
        Records = [.. db.ChangeTracker.Entries<IRecord>()];
        Parts = [.. db.ChangeTracker.Entries<IPart>().Where(IsTouched)];
        _wholes = [.. Parts.Select(p => p.Entity.PartOf)];
        Touched = [.. Records.Where(IsTouched)];
    }

    public ScreeningsDb Db { get; }

    /// <summary>The moment of the save, the same for every row.</summary>
    public Instant Now { get; }

    /// <summary>Every record that the context knows, touched or not.</summary>
    public IReadOnlyList<EntityEntry<IRecord>> Records { get; }

    /// <summary>The records that are themselves about to be added, modified or deleted.</summary>
    public IReadOnlyList<EntityEntry<IRecord>> Touched { get; }

    /// <summary>The parts that are about to be added, modified or deleted.</summary>
    public IReadOnlyList<EntityEntry<IPart>> Parts { get; }

    /// <summary>The records to which the touched parts belonged before the rows were written.</summary>
    public IReadOnlyList<(Type Record, int Id)> Wholes => _wholes;

    /// <summary>The screenings that show something of what was saved; known once the programme index has been renewed.</summary>
    public IReadOnlyCollection<int> Screenings { get; set; } = [];

    /// <summary>Whether a record or a part of one is about to be saved; changes have been detected.</summary>
    internal static bool IsOfRecords(ChangeTracker tracker)
    {
        tracker.AutoDetectChangesEnabled = false; // to look is not to search again
        try { return tracker.Entries().Any(e => IsTouched(e) && e.Entity is IRecord or IPart); }
        finally { tracker.AutoDetectChangesEnabled = true; }
    }

    static bool IsTouched(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
