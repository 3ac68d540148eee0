using HomsScreenings.Model;
using HomsScreenings.Organisations;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>The entries of the journal that a record cannot be taken from.</summary>
public static class DependentEntries
{
    extension(IQueryable<JournalEntry> entries)
    {
        /// <summary>The newest of them, as far as the organiser may know of them.</summary>
        public async Task<IReadOnlyList<ScreeningUse>> NamedForAsync(Organiser organiser, CancellationToken cancellationToken)
        {
            var own = entries.EditableBy(organiser).Select(e => e.Id);
            var found = await entries.OrderByDescending(e => e.Id).Take(DependentScreenings.Max)
                .Select(e => new { e.Slug, e.Title, e.IsPublic, IsOwn = own.Contains(e.Id) }).ToListAsync(cancellationToken);
            return
            [
                .. found.Select(e => e.IsOwn ? new ScreeningUse(e.Title, $"/organise/journal/{e.Slug}/edit")
                    : e.IsPublic ? new ScreeningUse(e.Title, $"/journal/{e.Slug}")
                    : new ScreeningUse("A draft of another organisation", null)),
            ];
        }
    }
}
