using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Records;

/// <summary>What is said of a name in an address that leads nowhere, by what it would be the name of.</summary>
public static class SlugWords
{
    /// <summary>Nothing has this slug.</summary>
    /// <param name="kind">As filters have it: 'film'.</param>
    /// <param name="slug">As it was asked for.</param>
    public static string Missing(string kind, string slug) => kind switch
    {
        "film" => T("There is no film '{0}'.", slug),
        "series" => T("There is no series '{0}'.", slug),
        "venue" => T("There is no venue '{0}'.", slug),
        "organisation" => T("There is no organisation '{0}'.", slug),
        "entry" => T("There is no entry '{0}'.", slug),
        _ => T("There is no screening '{0}'.", slug),
    };

    /// <summary>What had this slug is deleted.</summary>
    /// <param name="kind">As filters have it: 'film'.</param>
    public static string Gone(string kind) => kind switch
    {
        "film" => T("This film has been removed for good, and its feed with it."),
        "series" => T("This series has been removed for good, and its feed with it."),
        "venue" => T("This venue has been removed for good, and its feed with it."),
        "organisation" => T("This organisation has been removed for good, and its feed with it."),
        "entry" => T("This entry has been removed for good."),
        _ => T("This screening has been removed for good, and its feed with it."),
    };

    /// <summary>It is no slug at all.</summary>
    /// <param name="kind">As filters have it: 'film'.</param>
    /// <param name="text">As it was typed.</param>
    public static string IsNone(string kind, string text) => kind switch
    {
        "film" => T("'{0}' is not the name of a film, as it stands in its address.", text),
        "series" => T("'{0}' is not the name of a series, as it stands in its address.", text),
        "venue" => T("'{0}' is not the name of a venue, as it stands in its address.", text),
        _ => T("'{0}' is not the name of an organisation, as it stands in its address.", text),
    };
}
