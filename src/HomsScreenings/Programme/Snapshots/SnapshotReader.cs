using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>Reads snapshots from the database, whole or what a save has changed: in one statement either way.</summary>
static class SnapshotReader
{
    const int MaxFollowed = 20_000;

    /// <summary>The programme as it is now.</summary>
    public static async Task<ProgrammeSnapshot> ReadAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        // With the version in the same statement: so it is the one that these rows make up. They come as they lie on the
        // disk and are put in order here: to jump from row to row takes a database many times as long.
        var all = db.Programme()
            .SelectMany(v => db.Screenings.Published().DefaultIfEmpty(),
                (v, s) => new Found { Version = v.Number, Changed = null, Screening = s, Words = null });
        var (version, names, rows) = (0L, new SnapshotNames(), new List<SnapshotRow>());
        await foreach (var read in Read(all).WithCancellation(cancellationToken))
        {
            version = read.Version;
            if (read.Id is not null) rows.Add(read.Row(names));
        }
        rows.Sort((one, other) => one.IsBefore(other) ? -1 : other.IsBefore(one) ? 1 : 0);
        return ProgrammeSnapshot.Of(version, rows, names);
    }

    /// <summary>The programme as it is now, from an earlier snapshot and what was noted since.</summary>
    /// <returns>Null where too much has changed, or where the notes do not reach back so far.</returns>
    public static async Task<ProgrammeSnapshot?> FollowAsync(ScreeningsDb db, ProgrammeSnapshot last, CancellationToken cancellationToken)
    {
        var changed = db.Set<ChangedScreening>().Where(c => c.Version > last.Version).Select(c => (int?)c.ScreeningId).Distinct()
            .OrderBy(id => id).Take(MaxFollowed + 1);
        var found = db.Programme().SelectMany(v => changed.DefaultIfEmpty(), (v, id) => new { Value = v.Number, Id = id })
            .LeftJoin(db.Screenings.Published(), c => c.Id, s => (int?)s.Id, (c, s) => new { c.Value, c.Id, Screening = s })
            .LeftJoin(db.Indexed, c => c.Id, w => (int?)w.ScreeningId,
                (c, w) => new Found { Version = c.Value, Changed = c.Id, Screening = c.Screening, Words = w!.Words });
        var (names, rows, words) = (new SnapshotNames(last), new List<SnapshotRow>(), new Dictionary<int, string>());
        var version = last.Version;
        await foreach (var read in Read(found).WithCancellation(cancellationToken))
        {
            version = read.Version;
            if (read.Changed is { } id) words[id] = read.Words ?? "";
            if (read.Id is not null) rows.Add(read.Row(names));
        }
        if (version - last.Version >= ChangeNotes.KeptVersions || words.Count > MaxFollowed || words.ContainsKey(ChangeNotes.All))
            return null;
        return last.With(version, new IdSet(words.Keys), rows, names, last.Hits.After(words));
    }

    sealed class Found
    {
        public required long Version { get; init; }
        public int? Changed { get; init; }
        public required Screening? Screening { get; init; }
        public string? Words { get; init; }
    }

    sealed record Columns(long Version, int? Changed, string? Words,
        int? Id, long? Order, NodaTime.Instant? OverAt, int? Series, int? Organisation, int? Venue,
        string? Town, string? TownKey, string? Country, double? Latitude, double? Longitude, string? TimeZone,
        string? Languages, Provisions? Provisions)
    {
        public SnapshotRow Row(SnapshotNames names) =>
            new(Order!.Value, OverAt!.Value.ToUnixTimeTicks(), Id!.Value, Series ?? 0, Organisation ?? 0,
            names.NumberOf(new SnapshotPlace(Venue ?? 0, Town, TownKey!, Country, Latitude, Longitude, TimeZone)),
            names.NumberOf(Languages!), (byte)Provisions!.Value);
    }

    static IAsyncEnumerable<Columns> Read(IQueryable<Found> found) => found.Select(f => new Columns(f.Version, f.Changed, f.Words,
        f.Screening!.Id, f.Screening.ProgrammeOrder, f.Screening.OverAt,
        f.Screening.SeriesId, f.Screening.OrganisationId, f.Screening.VenueId,
        f.Screening.Town, f.Screening.TownKey, f.Screening.TownCountry,
        f.Screening.Latitude, f.Screening.Longitude, f.Screening.TimeZone,
        f.Screening.AllLanguages, f.Screening.Provisions)).AsAsyncEnumerable();
}
