using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Interests;

/// <summary>How towns and distances are told to those who register interest.</summary>
public static class InterestWords
{
    /// <summary>'Up to 25 km'.</summary>
    public static string Reach(int km) => T("Up to {0} km", km);

    /// <summary>'Leeds, up to 25 km'.</summary>
    public static string Where(Interest interest) =>
        T("{0}, up to {1} km", PlaceNames.Town(interest.Town, interest.Country), interest.Km);

    /// <summary>A town as it is told from others of its name: 'Portland, OR, United States'.</summary>
    public static string Full(Place place) => Listed(PlaceNames.Town(place.Name, place.Country),
        place.Part.All(char.IsAsciiLetter) && place.Part.Length > 0 ? place.Part : null, CountryCodes.Name(place.Country));
}
