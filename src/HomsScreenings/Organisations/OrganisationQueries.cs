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

        /// <summary>What belongs to an organisation or names it; it cannot be deleted while anything does.</summary>
        public Task<OrganisationUses> UsesOfAsync(int organisationId, CancellationToken cancellationToken) =>
            db.Organisations.Where(o => o.Id == organisationId).Select(o => new OrganisationUses
            {
                Films = db.Films.Count(f => f.OrganisationId == o.Id),
                People = db.People.Count(p => p.OrganisationId == o.Id),
                Venues = db.Venues.Count(v => v.OrganisationId == o.Id),
                Series = db.Series.Count(s => s.OrganisationId == o.Id),
                Partnerships = db.Series.Count(s => s.Partners.Any(p => p.OrganisationId == o.Id)),
                Screenings = db.Screenings.Count(s => s.OrganisationId == o.Id),
                Entries = db.Journal.Count(e => e.OrganisationId == o.Id),
            }).SingleAsync(cancellationToken);
    }
}

/// <summary>How much belongs to an organisation, of each kind.</summary>
public sealed record OrganisationUses
{
    public required int Films { get; init; }
    public required int People { get; init; }
    public required int Venues { get; init; }
    public required int Series { get; init; }
    /// <summary>Series of which it is a partner.</summary>
    public required int Partnerships { get; init; }
    public required int Screenings { get; init; }
    /// <summary>Entries of the journal, drafts too.</summary>
    public required int Entries { get; init; }
}
