using HomsScreenings.Catalogues;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organisations;

/// <summary>An organisation: who they are, the series they stand behind, and what they present.</summary>
public sealed class ShowModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    const int MaxSeries = 50;

    public OrganisationDetails Organisation { get; private set; } = null!;
    public IReadOnlyList<SeriesCard> Series { get; private set; } = [];
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.WithSlug(slug).Select(OrganisationDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (organisation is null) return await this.MissingAsync(db, db.Organisations, slug, s => $"/organisations/{s}", cancellationToken);
        Organisation = organisation;
        var (id, now) = (organisation.Id, clock.Now());
        Series = await db.Series.Published().Where(s => s.OrganisationId == id || s.Partners.Any(p => p.OrganisationId == id))
            .ByNextScreening(now).Take(MaxSeries).Select(SeriesCard.Of(now)).ToListAsync(cancellationToken);
        Written = await JournalCatalogue.OfOrganisationAsync(db, organisation.Slug, WrittenAboutView.Most, now, cancellationToken);
        Screenings = await ComingAndPast.FindAsync(db.Screenings.Published()
            .Where(s => s.OrganisationId == id || s.Series!.Partners.Any(p => p.OrganisationId == id)), now, cancellationToken);
        return Page();
    }
}
