using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Series;
using HomsScreenings.Web.Pages.Screenings;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>Where a series is: a tour on its way, anything else by its towns.</summary>
public static class SeriesMap
{
    /// <summary>Longer tours are drawn to here.</summary>
    public const int MaxStops = 200;

    /// <summary>Finds it, in one statement; null where there is nothing to be drawn, or but one town that it never leaves.</summary>
    /// <param name="screenings">Those of the series that the public may see.</param>
    /// <param name="isFlat">Whether the map of a tour has to be a good deal wider than high.</param>
    public static async Task<MapView?> FindAsync(SeriesDetails series,
        IQueryable<Screening> screenings, bool isFlat, CancellationToken cancellationToken)
    {
        var all = new ProgrammeAddress(ScreeningFilter.None with { Series = [series.Slug], Past = true });
        string Address(IReadOnlyList<ProgrammePlace> towns) => all.OfTowns(towns);
        if (series.Kind == SeriesKind.Tour)
            return MapView.OfRoute(await TourRoute.FindAsync(screenings, MaxStops, cancellationToken), Address, isFlat);
        var places = await ProgrammePlaces.FindAsync(screenings, cancellationToken);
        return places.OnTheMap.Count > 1 ? MapView.OfPlaces(places, Address) : null;
    }
}
