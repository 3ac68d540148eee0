using HomsScreenings.Interests;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>
/// Where people wait for which film or series. Every organiser sees all of it, for it says of nobody who they are, and whoever plans a
/// screening in a town wants to know.
/// </summary>
public sealed class InterestModel(ScreeningsDb db) : PageModel
{
    /// <summary>The path of the film or series that is looked at alone; null for all.</summary>
    public string? Of { get; private set; }
    public IReadOnlyList<InterestLine> All { get; private set; } = [];
    public IReadOnlyList<InterestLine> Shown { get; private set; } = [];
    public MapView? Map { get; private set; }

    public async Task OnGetAsync(string? of, CancellationToken cancellationToken)
    {
        All = await InterestCounts.AtDeskAsync(db, cancellationToken);
        Of = All.Any(l => l.Path == of) ? of : null;
        Shown = [.. All.Where(l => Of is null || l.Path == Of)];
        Map = MapView.OfPlaces(InterestCounts.Places(Shown), _ => "#towns", new MapWords("Map of where people wait",
            "Map of the region where most wait",
            "Each circle is a town, the larger the more people wait there. The table says the same in words.",
            (count, towns) => $"{towns}: {count} wait"));
    }
}
