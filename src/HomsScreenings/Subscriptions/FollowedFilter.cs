using System.Text.RegularExpressions;
using HomsScreenings.Places;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Subscriptions;

/// <summary>What a subscription follows, with what that leads to in the database.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Targets">The records that it names; what is gone is not among them.</param>
/// <param name="TakesNewsletters">Whether newsletters of what is followed are sent, too, and so are no news.</param>
public sealed partial record FollowedFilter(ScreeningFilter Filter, FilterTargets Targets, bool TakesNewsletters = false)
{
    /// <summary>What it is in words, in the language that is spoken; null for everything.</summary>
    public string? Words => FilterWords.Heading(Filter, Targets);

    /// <summary>The filter without the records that are gone, or are not public any more: to choose anew from there.</summary>
    public ScreeningFilter StillThere => Filter with
    {
        Films = Present("film", Filter.Films),
        Series = Present("series", Filter.Series),
        Venues = Present("venue", Filter.Venues),
        Organisations = Present("organisation", Filter.Organisations),
    };

    IReadOnlyList<string> Present(string filter, IReadOnlyList<string> slugs) =>
        [.. slugs.Where(slug => Targets.Titles.ContainsKey((filter, slug)))];

    /// <summary>
    /// The same, without what can be typed freely, for a mail to somebody who may not have asked for it: nobody is to have this site
    /// send words of theirs to an address of others.
    /// </summary>
    public string WordsToStrangers
    {
        get
        {
            var known = Filter with
            {
                Query = null,
                Cities = [.. Filter.Cities.Where(c => Gazetteer.Read(c).Count > 0)],
                Languages = [.. Filter.Languages.Where(IsPlain)],
            };
            var words = FilterWords.Heading(known, Targets);
            return known.ToQuery() == Filter.ToQuery() ? words ?? SubscriptionWords.Everything
                : words is null ? T("A part of the programme") : T("{0}: {1}", T("A part of the programme"), words);
        }
    }

    /// <summary>Whether newsletters go with a filter: of all organisations with everything, else of those that are named.</summary>
    public static bool HasNewsletters(ScreeningFilter filter) => filter.IsEmpty || filter.Organisations.Count > 0;

    /// <summary>Whether the newsletters of this organisation go with it; nobody's do not.</summary>
    public bool HasNewslettersOf(int? organisationId) => organisationId is { } organisation
        && (Filter.IsEmpty || Targets.Of("organisation", Filter.Organisations).Contains(organisation));

    // Language, script and region have names; variants and what is for private use (RFC 5646, 2.2.5 to 2.2.7) are made up by anybody.
    static bool IsPlain(string tag) => PlainTag().IsMatch(tag);

    const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?$", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainTag();

    /// <summary>Reads the query that a subscription keeps.</summary>
    public static ScreeningFilter Read(string query) => ScreeningFilter.Read(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))), out _);

    public static async Task<FollowedFilter> FindAsync(
        ScreeningsDb db, string query, CancellationToken cancellationToken, bool takesNewsletters = false)
    {
        var filter = Read(query);
        return new(filter, (await FilterTargets.FindAsync(db, filter, cancellationToken)).Targets, takesNewsletters);
    }
}
