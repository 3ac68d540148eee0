using HomsScreenings.Maps;
using HomsScreenings.Programme;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A circle on a map: where, what it is called, where it leads.</summary>
/// <param name="Words">'London: 3 screenings'.</param>
/// <param name="Number">What is written in it: the number of a stop; null for nothing.</param>
public sealed record MapCircle(MapMark Mark, string Words, string Address, string? Number);

/// <summary>A map as a page shows it, with a title and a description for those who do not see it.</summary>
/// <param name="Id">What tells it from another one on the page.</param>
public sealed record MapView(string Id, string Title, string Description, MapDrawing Drawing, IReadOnlyList<MapCircle> Circles)
{
    // More names than that are not read to the end; the list beside the map has them all.
    const int MaxNames = 6;

    /// <summary>The region with most of it, closer; null where the whole is close enough.</summary>
    public MapView? Region { get; init; }

    /// <summary>The number of its stop for each screening of a tour, by slug.</summary>
    public IReadOnlyDictionary<string, int> StopNumbers { get; init; } = new Dictionary<string, int>();

    /// <summary>Towns by how much is on there; null where the place of none is known.</summary>
    /// <param name="address">Where the circle of some towns leads.</param>
    /// <param name="of">What it says of itself; that of screenings where it is null.</param>
    public static MapView? OfPlaces(ProgrammePlaces places, Func<IReadOnlyList<ProgrammePlace>, string> address,
        MapWords? of = null)
    {
        var words = of ?? MapWords.Screenings;
        var shown = places.OnTheMap;
        if (shown.Count == 0) return null;
        var all = shown.Select(Place).ToList();
        var region = MapRegion.Densest(all);
        return OfPlaces("map", words.Title, shown, all, address, words) with
        {
            Region = region.Count == 0 ? null
                : OfPlaces("region", words.RegionTitle, [.. region.Select(p => shown[all.IndexOf(p)])], region, address, words),
        };
    }

    static MapView OfPlaces(string id, string title, IReadOnlyList<ProgrammePlace> shown, IReadOnlyList<MapPlace> places,
        Func<IReadOnlyList<ProgrammePlace>, string> address, MapWords words)
    {
        var drawing = MapDrawing.Of(places, withOthers: WithOthers);
        return new(id, title, words.Description, drawing, [.. drawing.Marks.Select(mark => Circle(mark, shown, address, words))]);
    }

    /// <summary>The way of a tour; null where the place of no stop is known.</summary>
    /// <param name="isFlat">Whether the map has to be a good deal wider than high.</param>
    public static MapView? OfRoute(TourRoute route, Func<IReadOnlyList<ProgrammePlace>, string> address, bool isFlat)
    {
        if (route.Stops.Count == 0) return null;
        var drawing = MapDrawing.Of([.. route.Towns.Select(Place)], [.. route.Stops.Select(s => s.Town)], isFlat, WithOthers);
        return new("map", T("Map of the tour"),
            T("Each circle is a town, numbered in the order of the tour; the line joins them. The itinerary says the same in words."),
            drawing, [.. drawing.Marks.Select(mark => Stop(Circle(mark, route.Towns, address, MapWords.Screenings), route))])
        {
            StopNumbers = route.NumberOfScreening,
        };
    }

    static MapCircle Stop(MapCircle circle, TourRoute route)
    {
        var numbers = circle.Mark.Places.SelectMany(route.NumbersOf).Order().ToList();
        return circle with
        {
            Number = StopNumbers(numbers, 2),
            Words = numbers.Count == 1 ? T("Stop {0}, {1}", numbers[0], circle.Words)
                : T("Stops {0}, {1}", And(numbers.Select(Number)), circle.Words),
        };

        // More than that do not fit into a circle.
        static string StopNumbers(List<int> numbers, int most) =>
            string.Join(T(", "), numbers.Take(numbers.Count > most ? 1 : most).Select(Number)) + (numbers.Count > most ? "…" : "");
    }

    static MapPlace Place(ProgrammePlace place) => new(place.Called, place.At!.Value, place.Screenings);

    static MapCircle Circle(MapMark mark, IReadOnlyList<ProgrammePlace> shown, Func<IReadOnlyList<ProgrammePlace>, string> address,
        MapWords words)
    {
        var towns = mark.Places.Select(i => shown[i]).ToList();
        var names = towns.Count > MaxNames ? mark.Name : And(towns.Select(t => t.Called));
        return new(mark, words.Circle(towns.Sum(t => t.Screenings), names), address(towns), null);
    }

    /// <summary>'Leeds +2'.</summary>
    static string WithOthers(string name, int others) => T("{0} +{1}", name, others);
}
