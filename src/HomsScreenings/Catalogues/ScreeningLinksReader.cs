using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Catalogues;

/// <summary>Reads the links of screenings from the database, all or those that saves have changed: in two statements either way.</summary>
static class ScreeningLinksReader
{
    const int MaxFollowed = 10_000;

    /// <summary>The links as they are now, from earlier ones where the notes of the saves reach back so far.</summary>
    public static async Task<ScreeningLinks> ReadAsync(ScreeningsDb db, ScreeningLinks last, CancellationToken cancellationToken)
    {
        var noted = db.Set<ChangedScreening>().Where(c => c.Version > last.Version).Select(c => (int?)c.ScreeningId).Distinct()
            .OrderBy(id => id).Take(MaxFollowed + 1);
        // Read before the rows: what is kept has every change of the version that it names, and may have later ones.
        var read = await db.Programme().SelectMany(v => noted.DefaultIfEmpty(), (v, id) => new { v.Number, Id = id })
            .ToListAsync(cancellationToken);
        var version = read.Count > 0 ? read[0].Number : 0;
        int[] changed = [.. read.Select(r => r.Id).OfType<int>()];
        var isFar = ReferenceEquals(last, ScreeningLinks.None) || version - last.Version >= ChangeNotes.KeptVersions
            || changed.Length > MaxFollowed || changed.Contains(ChangeNotes.All);
        if (isFar) return await WithAsync(new(version, new(), new(), new()), db.Screenings.Published(), cancellationToken);
        if (changed.Length == 0) return last with { Version = version };
        var links = new ScreeningLinks(version, last.On.Copy(), last.Films.Copy(), last.Speakers.Copy());
        foreach (var id in changed)
        {
            links.On.Set(id, false);
            links.Films.Clear(id);
            links.Speakers.Clear(id);
        }
        return await WithAsync(links, db.Screenings.Published().Where(s => changed.Contains(s.Id)), cancellationToken);
    }

    sealed class Link
    {
        public required int Kind { get; init; }
        public required int Screening { get; init; }
        public required int Record { get; init; }
    }

    static async Task<ScreeningLinks> WithAsync(ScreeningLinks links, IQueryable<Screening> screenings, CancellationToken cancellationToken)
    {
        var on = screenings.Where(s => s.IsOn);
        var rows = on.Select(s => new Link { Kind = 0, Screening = s.Id, Record = 0 })
            .Concat(on.SelectMany(s => s.Films, (s, f) => new Link { Kind = 1, Screening = s.Id, Record = f.FilmId }))
            .Concat(on.SelectMany(s => s.Speakers, (s, p) => new Link { Kind = 2, Screening = s.Id, Record = p.PersonId }));
        await foreach (var link in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            switch (link.Kind)
            {
                case 0: links.On.Set(link.Screening, true); break;
                case 1: links.Films.Add(link.Screening, link.Record); break;
                default: links.Speakers.Add(link.Screening, link.Record); break;
            }
        return links;
    }
}
