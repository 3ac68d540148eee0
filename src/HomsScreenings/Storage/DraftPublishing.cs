using HomsScreenings.Model;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Storage;

/// <summary>
/// Publishes what something public names: the venue, the films and the speakers of a public screening, the people in
/// the credits of a public film, and the authors of public entries of the journal. So no page has to ask whether what it names is a draft.
/// </summary>
sealed class DraftPublishing : ISaveStep
{
    public async ValueTask AfterAsync(Save save, CancellationToken cancellationToken)
    {
        if (!save.Touched.Any(r => r.Entity is Screening or JournalEntry or IDraftable)
            && !save.Parts.Any(p => p.Entity is ScreeningFilm or Speaker or Credit)) return;
        var named = await NamedDraftsAsync(save.Db, cancellationToken);
        if (named.Count == 0) return;
        named.ForEach(draft => draft.Publish());
        await save.Db.SaveChangesAsync(cancellationToken); // which in turn publishes whom the films name
    }

    static async Task<List<IDraftable>> NamedDraftsAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
    [
        .. await db.Venues.Where(v => !v.IsPublic && v.Screenings.Any(s => s.IsPublic)).ToListAsync(cancellationToken),
        .. await db.Films.Where(f => !f.IsPublic && f.Screenings.Any(s => s.Screening.IsPublic)).ToListAsync(cancellationToken),
        .. await db.People.Where(p => !p.IsPublic && (p.Credits.Any(c => c.Film.IsPublic)
            || db.Journal.Any(e => e.AuthorId == p.Id && e.IsPublic)
            || db.Set<Speaker>().Any(s => s.PersonId == p.Id && s.Screening.IsPublic))).ToListAsync(cancellationToken),
    ];
}
