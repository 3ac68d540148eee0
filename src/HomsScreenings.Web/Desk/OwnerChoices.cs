using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>Which organisation a new record may belong to: one of the organiser's own; with the site's editors any, or none.</summary>
public sealed class OwnerChoices(ScreeningsDb db, CurrentOrganiser desk)
{
    /// <summary>The choices for a form; with one there is nothing to choose.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var own = await db.Organisations.EditableBy(desk.Value).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name })
            .ToListAsync(cancellationToken);
        var items = own.Select(o => new SelectListItem(o.Name, Value(o.Id)));
        return desk.Value.EditsEverything ? [new SelectListItem("None: the site's editors", ""), .. items] : [.. items];
    }

    /// <summary>What is meant by what was chosen, or left to the only choice; false for an organisation that is a stranger's.</summary>
    public bool TryChoose(int? chosen, out int? organisationId)
    {
        organisationId = chosen ?? (desk.Value.EditsEverything ? null : desk.Value.OrganisationIds.Order().FirstOrDefault());
        return organisationId is not { } id || desk.Value.EditsEverything || desk.Value.OrganisationIds.Contains(id);
    }

    static string Value(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
