using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What a map of towns says of itself.</summary>
/// <param name="Circle">What a circle is called, by how much is there and where: 'London: 3 screenings'.</param>
public sealed record MapWords(string Title, string RegionTitle, string Description, Func<int, string, string> Circle)
{
    public static MapWords Screenings => new(T("Map of the screenings"), T("Map of the region with most screenings"),
        T("Each circle is a town, the larger the more screenings there are. The list of places says the same in words."),
        (screenings, towns) => N(screenings, "{1}: {0} screening", "{1}: {0} screenings", towns));

    public static MapWords Venues => new(T("Map of the venues"), T("Map of the region with most venues"),
        T("Each circle is a town, the larger the more venues there are. The list of places says the same in words."),
        (venues, towns) => N(venues, "{1}: {0} venue", "{1}: {0} venues", towns));
}
