using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>The organisations that one works for; for the site's editors all.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public sealed record Row(string Slug, string Name, int Members, bool MayEdit, bool MayInvite);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool IsAdministrator => desk.Value.IsAdministrator;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Organisations.EditableBy(desk.Value).OrderBy(o => o.Name).ThenBy(o => o.Id)
            .Select(o => new { o.Id, o.Slug, o.Name, Members = o.Members.Count }).ToListAsync(cancellationToken);
        Rows = [.. rows.Select(o => new Row(o.Slug, o.Name, o.Members, desk.Value.CanDescribe(o.Id), desk.Value.IsOwnerOf(o.Id)))];
    }
}
