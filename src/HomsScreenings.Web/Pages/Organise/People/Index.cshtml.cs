using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.People;

/// <summary>All people: one's own first, the others to look at.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public sealed record Row(string Slug, string Name, string? OriginalName,
        string? OriginalNameLanguage, int Credits, int Talks, string? Keeper, bool IsPublic, bool IsOwn);

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DeskSearch Search { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        IQueryable<Person> people = db.People;
        foreach (var word in DeskSearch.Words(q))
            people = people.Where(p => p.NameKey.Contains(word) || p.Translations.Any(t => t.NameKey.Contains(word)));
        var (all, own) = (desk.Value.EditsEverything, desk.Value.OrganisationIds);
        Rows = await people.OrderByDescending(p => all || own.Contains(p.OrganisationId ?? 0)).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Skip(number.Skip(DeskSearch.PageSize)).Take(DeskSearch.PageSize)
            .Select(
                p => new Row(p.Slug, p.Name, p.OriginalName, p.OriginalNameLanguage, p.Credits.Count,
                    db.Set<Speaker>().Count(s => s.PersonId == p.Id), p.Organisation!.Name, p.IsPublic,
                    all || own.Contains(p.OrganisationId ?? 0)))
            .ToListAsync(cancellationToken);
        Search = new DeskSearch("/organise/people", q, number, await people.CountAsync(cancellationToken), "person", "people");
        return Page();
    }
}
