using HomsScreenings.Model;
using HomsScreenings.Venues;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What is known of getting into a venue, and whom to ask for the rest.</summary>
/// <param name="Email">The public address of whoever knows best; null where there is none.</param>
/// <param name="IsPast">Whether it is about a day that is over: then nobody need ask any more.</param>
public sealed record VenueAccessTable(VenueAccess Access, string? Email, bool IsPast = false)
{
    /// <summary>What is said in place of what nobody has said.</summary>
    public string Unknown => IsPast ? T("Not recorded") : T("Not known");

    /// <summary>Whether there is something to ask for.</summary>
    public bool HasGaps => Access.WheelchairPlaces is null || Facts.Any(f => f.Known == Known.Unknown);

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsEmpty => Access is { WheelchairPlaces: null, Notes: null } && Facts.All(f => f.Known == Known.Unknown);

    public IEnumerable<(string Thing, Known Known)> Facts =>
        [(T("Step-free access"), Access.StepFree), (T("Hearing loop"), Access.HearingLoop),
            (T("Accessible toilet"), Access.AccessibleToilet)];
}
