using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>A record whose form says whether it is public.</summary>
/// <param name="Kind">As addresses have it: 'films'.</param>
public sealed record Publication(string Kind, IDraftable Record);

/// <summary>The records that can be drafts, as the desk's addresses name them.</summary>
static class DraftDesk
{
    /// <summary>A film, a person or a venue that the organiser may edit; null where there is none.</summary>
    public static async Task<IDraftable?> FindDraftableAsync(
        this ScreeningsDb db, Organiser organiser, string kind, string slug, CancellationToken cancellationToken) => kind switch
        {
            "films" => await db.Films.EditableBy(organiser).WithSlug(slug).SingleOrDefaultAsync(cancellationToken),
            "people" => await db.People.EditableBy(organiser).WithSlug(slug).SingleOrDefaultAsync(cancellationToken),
            _ => await db.Venues.EditableBy(organiser).WithSlug(slug).SingleOrDefaultAsync(cancellationToken),
        };
}
