using HomsScreenings.Places;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>A filter that is set: what it says, and the address of the programme without it.</summary>
public sealed record ActiveFilter(string Words, string AddressWithout)
{
    public static IEnumerable<ActiveFilter> Of(ProgrammeAddress address, FilterTargets targets)
    {
        var pairs = address.Filter.Pairs().ToList();
        foreach (var pair in pairs)
        {
            if (pair.Key == "within") continue; // said with 'near', and dropped with it
            var others = pairs.Where(p => (p.Key != pair.Key || p.Value != pair.Value) && !(pair.Key == "near" && p.Key == "within"));
            yield return new ActiveFilter(Label(pair.Key, pair.Value, address.Filter, targets), address.With(others));
        }
    }

    /// <summary>What a value of a filter is called.</summary>
    public static string Label(string key, string value, ScreeningFilter filter, FilterTargets targets) => key switch
    {
        "q" => T("‘{0}’", value),
        "film" or "series" or "venue" or "organisation" => targets.Titles.GetValueOrDefault((key, value), value),
        "city" => PlaceNames.Town(value, null),
        "country" => CountryCodes.Name(value),
        "language" => LanguageTags.Name(value),
        "from" => T("From {0}", ScreeningWords.FormatShort(filter.From!.Value)),
        "to" => T("Until {0}", ScreeningWords.FormatShort(filter.To!.Value)),
        "on" => ScreeningWords.Format(filter.On!.Value),
        "past" => T("Include past screenings"),
        "free" => T("Free"),
        "access" => ScreeningWords.Format(filter.Access.Single(need => ScreeningFilter.Name(need) == value)),
        "near" => T("Within {0} km of {1}", filter.Near!.WithinKm, filter.Near.Called),
        _ => value,
    };
}
