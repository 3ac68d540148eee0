using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>A filter with a list to choose from. The form chooses one; what a link names beyond the first is kept.</summary>
/// <param name="Name">The filter, as it stands in the address.</param>
/// <param name="Any">What choosing nothing is called.</param>
/// <param name="Say">What a value is called.</param>
public sealed record Choice(string Name, string Label, string Any,
    IReadOnlyList<string> Values, IReadOnlyList<string> Chosen, Func<string, string> Say)
{
    /// <summary>The values in the order of what they are called; they come in that of English.</summary>
    public IEnumerable<string> InOrder =>
        Language.Current == Language.English ? Values : Values.OrderBy(Say, StringComparer.Create(Language.Current.Culture, true));

    static readonly int[] Kilometres = [5, 10, ScreeningFilter.DefaultKm, 50, 100, 200];

    /// <summary>The distances to choose from, and the one that a link chose.</summary>
    public static IEnumerable<int> Distances(int chosen) => Kilometres.Append(chosen).Distinct().Order();
}
