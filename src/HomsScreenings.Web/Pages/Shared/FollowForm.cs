using HomsScreenings.Programme;
using HomsScreenings.Web.Pages.Screenings;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>The form in which somebody chooses what to follow.</summary>
/// <param name="Action">Where it leads, with what was chosen as a filter.</param>
/// <param name="Button">What its button says.</param>
/// <param name="Filter">What is chosen now.</param>
/// <param name="Targets">What that leads to.</param>
/// <param name="Choices">What there is to choose from of what has no page of its own.</param>
/// <param name="Followed">And of what has.</param>
/// <param name="SaveButton">
/// What a second button says, which saves what is chosen in the form at that moment; null where there is none.
/// </param>
public sealed record FollowForm(string Action, string Button, ScreeningFilter Filter, FilterTargets Targets, FilterChoices Choices,
    FollowChoices Followed, string? SaveButton = null)
{
    /// <summary>A list of records to choose one of.</summary>
    internal Choice Of(string filter, string label, string any, IReadOnlyList<string> chosen) =>
        new(filter, label, any, Followed.Slugs(filter), chosen,
            slug => Targets.Titles.GetValueOrDefault((filter, slug), Followed.Name(filter, slug)));
}
