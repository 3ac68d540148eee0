using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Venues;

/// <summary>All venues: one's own first, the others to look at.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public sealed record Row(string Slug, string Name, string? Area,
        string? City, string? Country, string? Keeper, int Screenings, bool IsSample, bool IsPublic, bool IsOwn)
    {
        public string Town => string.Join(", ", new[] { Area, City, Country is null ? null : CountryCodes.Name(Country) }.OfType<string>());
    }

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DeskSearch Search { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        IQueryable<Venue> venues = db.Venues;
        foreach (var word in DeskSearch.Words(q))
            venues = venues.Where(v => v.NameKey.Contains(word) || v.Translations.Any(t => t.NameKey.Contains(word)));
        var (all, own) = (desk.Value.EditsEverything, desk.Value.OrganisationIds);
        Rows = await venues.OrderByDescending(v => all || own.Contains(v.OrganisationId ?? 0)).ThenBy(v => v.Name).ThenBy(v => v.Id)
            .Skip(number.Skip(DeskSearch.PageSize)).Take(DeskSearch.PageSize)
            .Select(
                v => new Row(v.Slug, v.Name, v.Area, v.City,
                    v.Country, v.Organisation!.Name, v.Screenings.Count, v.IsSample, v.IsPublic,
                    all || own.Contains(v.OrganisationId ?? 0)))
            .ToListAsync(cancellationToken);
        Search = new DeskSearch("/organise/venues", q, number, await venues.CountAsync(cancellationToken), "venue", "venues");
        return Page();
    }
}
