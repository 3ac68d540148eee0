using HomsScreenings.Desk;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>The form for a series, new or known, with the organisations to choose from.</summary>
public sealed record SeriesForm(SeriesInput Input, IReadOnlyList<SelectListItem> Own, IReadOnlyList<SelectListItem> All, bool IsNew)
{
    public static async Task<SeriesForm> LoadAsync(ScreeningsDb db,
        SeriesInput input, Organiser organiser, bool isNew, CancellationToken cancellationToken)
    {
        var all = await db.Organisations.OrderBy(o => o.NameKey).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name })
            .ToListAsync(cancellationToken);
        var items = all.Select(o => (o.Id, Item: new SelectListItem(o.Name, $"{o.Id}"))).ToList();
        var none = new SelectListItem("—", "");
        return new(
            input, [none, .. items.Where(o => organiser.EditsEverything || organiser.OrganisationIds.Contains(o.Id)).Select(o => o.Item)],
            [none, .. items.Select(o => o.Item)], isNew);
    }
}
