using HomsScreenings.Programme;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>The screenings of one film, venue, person …, and where the programme has them all.</summary>
/// <param name="Filter">The filter of the programme that finds them: 'film=return-to-homs'.</param>
/// <param name="ComingTitle">The heading over what comes.</param>
/// <param name="PastTitle">The heading over what was.</param>
public sealed record ScreeningLists(ComingAndPast Screenings, string Filter, string ComingTitle, string PastTitle);
