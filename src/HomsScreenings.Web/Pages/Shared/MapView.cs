using HomsScreenings.Maps;
using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A circle on a map: where, what it is called, where it leads.</summary>
/// <param name="Words">'London: 3 screenings'.</param>
/// <param name="Number">What is written in it: the number of a stop; null for nothing.</param>
public sealed record MapCircle(MapMark Mark, string Name, string Words, string Address, string? Number);

/// <summary>A map as a page shows it, with a title and a description for those who do not see it.</summary>
public sealed record MapView(string Title, string Description, MapDrawing Drawing, IReadOnlyList<MapCircle> Circles)
{
    // More numbers than that do not fit into a circle; the list beside the map has them all.
    const int MaxNumbers = 2;

    /// <summary>Towns by how much is on there; null where the place of none is known.</summary>
    /// <param name="address">Where the circle of a town leads.</param>
    public static MapView? OfPlaces(ProgrammePlaces places, Func<ProgrammePlace, string> address)
    {
        var shown = places.OnTheMap;
        if (shown.Count == 0) return null;
        var drawing = MapDrawing.Of([.. shown.Select(Place)]);
        return new(T("Map of the screenings"),
            T("Each circle is a town, the larger the more screenings there are. The list of places says the same in words."),
            drawing, [.. shown.Select((place, i) => new MapCircle(drawing.Marks[i], place.Name, Words(place), address(place), null))]);
    }

    /// <summary>The way of a tour; null where the place of no stop is known.</summary>
    public static MapView? OfRoute(TourRoute route, Func<ProgrammePlace, string> address)
    {
        if (route.Stops.Count == 0) return null;
        var drawing = MapDrawing.Of([.. route.Towns.Select(Place)], [.. route.Stops.Select(s => s.Town)]);
        return new(T("Map of the tour"),
            T("Each circle is a town, numbered in the order of the tour; the line joins them. The itinerary says the same in words."),
            drawing,
            [.. route.Towns.Select(
                (town, i) => new MapCircle(drawing.Marks[i], town.Name, Words(town), address(town), NumberOf(route, i)))]);
    }

    static MapPlace Place(ProgrammePlace place) => new(place.Name, place.At!.Value, place.Screenings);

    static string Words(ProgrammePlace place) => N(place.Screenings, "{1}: {0} screening", "{1}: {0} screenings", place.Name);

    static string NumberOf(TourRoute route, int town)
    {
        var numbers = route.NumbersOf(town).ToList();
        return string.Join(T(", "), numbers.Take(numbers.Count > MaxNumbers ? 1 : MaxNumbers).Select(Number))
            + (numbers.Count > MaxNumbers ? "…" : "");
    }
}
