using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace HomsScreenings.Storage;

/// <summary>
/// One save of what the public is shown, as its steps see it: what is written, when, by whom, and what one step leaves for
/// the next.
/// </summary>
public sealed class Save
{
    readonly List<(Type Record, int Id)> _wholes;

    internal Save(ScreeningsDb db, Instant now)
    {
        (Db, Now) = (db, now);
        var tracker = db.ChangeTracker;
        tracker.AutoDetectChangesEnabled = false; // to look is not to search again
        Records = [.. tracker.Entries<IRecord>()];
        Parts = [.. tracker.Entries<IPart>().Where(IsTouched)];
        tracker.AutoDetectChangesEnabled = true;
        _wholes = [.. Parts.Select(p => p.Entity.PartOf)];
        Touched = [.. Records.Where(IsTouched)];
        Areas = [.. db.ChangeTracker.Entries<IShown>().Where(IsTouched).Select(e => e.Entity.ShownIn)];
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

    /// <summary>The areas that the save changes; a step may add others.</summary>
    public HashSet<Area> Areas { get; }

    /// <summary>The screenings that show something of what was saved; known once the programme index has been renewed.</summary>
    public IReadOnlyCollection<int> Screenings { get; set; } = [];

    /// <summary>Whether something that the public is shown is about to be saved; changes have been detected.</summary>
    internal static bool IsShown(ChangeTracker tracker)
    {
        tracker.AutoDetectChangesEnabled = false; // to look is not to search again
        try { return tracker.Entries().Any(e => IsTouched(e) && e.Entity is IShown); }
        finally { tracker.AutoDetectChangesEnabled = true; }
    }

    static bool IsTouched(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
