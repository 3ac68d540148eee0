using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>What is public and names a film, a person or a venue: while there is any, that cannot be taken back.</summary>
public static class PublicUses
{
    extension(ScreeningsDb db)
    {
        /// <summary>
        /// The latest public screenings that name the record, past ones too; of a person also the public films that credit them and the
        /// entries of the journal that they wrote.
        /// </summary>
        public async Task<IReadOnlyList<ScreeningUse>> PublicUsesOfAsync(
            IDraftable record, Organiser organiser, CancellationToken cancellationToken)
        {
            var all = db.Screenings.Published();
            return record switch
            {
                Film film => await all.Showing(film).NamedForAsync(organiser, cancellationToken),
                Venue venue => await all.At(venue).NamedForAsync(organiser, cancellationToken),
                Person person =>
                [
                    .. await db.Films.Published().Where(f => f.Credits.Any(c => c.PersonId == person.Id))
                        .OrderBy(f => f.Title).ThenBy(f => f.Id).Select(f => new ScreeningUse(f.Title, "/films/" + f.Slug))
                        .ToListAsync(cancellationToken),
                    .. await db.Journal.Where(e => e.IsPublic && e.AuthorId == person.Id).OrderBy(e => e.Title).ThenBy(e => e.Id)
                        .Select(e => new ScreeningUse(e.Title, "/journal/" + e.Slug)).ToListAsync(cancellationToken),
                    .. await all.Where(s => s.Speakers.Any(p => p.PersonId == person.Id)).NamedForAsync(organiser, cancellationToken),
                ],
                _ => [],
            };
        }
    }

    /// <summary>A record that may be meant; a draft has no page to look at.</summary>
    internal static PossibleDuplicate Duplicate(bool isPublic, string path, string words) =>
        isPublic ? new(path, words) : new(null, $"{words} (a draft)");
}
