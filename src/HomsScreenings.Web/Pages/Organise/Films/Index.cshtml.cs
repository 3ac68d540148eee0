using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Films;

/// <summary>All films: one's own first, the others to look at.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public sealed record Row(string Slug, string Title, string? OriginalTitle,
        string? OriginalTitleLanguage, int? Year, string? Keeper, int Screenings, bool IsPublic, bool IsOwn);

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DeskSearch Search { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        IQueryable<Film> films = db.Films;
        foreach (var word in DeskSearch.Words(q)) films = films.Where(f => f.TitleKey.Contains(word));
        var (all, own) = (desk.Value.EditsEverything, desk.Value.OrganisationIds);
        Rows = await films.OrderByDescending(f => all || own.Contains(f.OrganisationId ?? 0)).ThenBy(f => f.Title).ThenBy(f => f.Id)
            .Skip(number.Skip(DeskSearch.PageSize)).Take(DeskSearch.PageSize)
            .Select(
                f => new Row(f.Slug, f.Title, f.OriginalTitle, f.OriginalTitleLanguage,
                    f.ReleaseYear, f.Organisation!.Name, f.Screenings.Count, f.IsPublic, all || own.Contains(f.OrganisationId ?? 0)))
            .ToListAsync(cancellationToken);
        Search = new DeskSearch("/organise/films", q, number, await films.CountAsync(cancellationToken), "film", "films");
        return Page();
    }
}
