using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Organisations;

public static class OrganisationQueries
{
    extension(ScreeningsDb db)
    {
        /// <summary>The organisation whose members this organiser may change; null for everybody else, a mere editor included.</summary>
        public async Task<Organisation?> OrganisationOwnedByAsync(Organiser organiser, string slug, CancellationToken cancellationToken)
        {
            var organisation = await db.Organisations.AsNoTracking().EditableBy(organiser).WithSlug(slug)
                .SingleOrDefaultAsync(cancellationToken);
            return organisation is not null && organiser.IsOwnerOf(organisation.Id) ? organisation : null;
        }

        /// <summary>Whether anything of the programme belongs to an organisation or names it.</summary>
        public Task<bool> IsInUseAsync(int organisationId, CancellationToken cancellationToken) =>
            db.Organisations.Where(o => o.Id == organisationId).AnyAsync(o =>
            db.Films.Any(f => f.OrganisationId == o.Id) || db.People.Any(p => p.OrganisationId == o.Id)
            || db.Venues.Any(v => v.OrganisationId == o.Id)
            || db.Screenings.Any(s => s.OrganisationId == o.Id)
            || db.Series.Any(s => s.OrganisationId == o.Id || s.Partners.Any(p => p.OrganisationId == o.Id)), cancellationToken);
    }
}
