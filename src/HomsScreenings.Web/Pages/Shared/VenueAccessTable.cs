using HomsScreenings.Model;
using HomsScreenings.Venues;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What is known of getting into a venue, and whom to ask for the rest.</summary>
/// <param name="Email">The public address of whoever knows best; null where there is none.</param>
public sealed record VenueAccessTable(VenueAccess Access, string? Email)
{
    public IEnumerable<(string Thing, Known Known)> Facts =>
        [(T("Step-free access"), Access.StepFree), (T("Hearing loop"), Access.HearingLoop),
            (T("Accessible toilet"), Access.AccessibleToilet)];
}
