using HomsScreenings.Model;
using HomsScreenings.Venues;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What is known of getting into a venue, and in one sentence what is not, and whom to ask for that.</summary>
/// <param name="Email">The public address of whoever knows best; null where there is none.</param>
/// <param name="IsPast">Whether it is about a day that is over: then nobody need ask any more.</param>
public sealed record VenueAccessTable(VenueAccess Access, string? Email, bool IsPast = false)
{
    /// <summary>What else is not known.</summary>
    public IReadOnlyList<string> AlsoUnknown { get; init; } = [];

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Unknown is null && Access.Notes is null && !Facts.Any();

    public IEnumerable<(string Thing, string Said)> Facts =>
        Things.Where(t => t.Known != Known.Unknown).Select(t => (t.Thing, t.Known == Known.Yes ? T("Yes") : T("No")))
            .Concat(Access.WheelchairPlaces is { } places ? [(T("Wheelchair spaces"), places == 0 ? T("None") : Number(places))] : []);

    /// <summary>'Not known: step-free access, hearing loop.'; null where there is nothing to ask for.</summary>
    public string? Unknown => IsPast || Missing.ToList() is not { Count: > 0 } missing ? null : T("Not known: {0}.", Listed(missing));

    IEnumerable<string> Missing => Things.Where(t => t.Known == Known.Unknown).Select(t => t.Name)
        .Concat(Access.WheelchairPlaces is null ? [T("wheelchair spaces")] : []).Concat(AlsoUnknown);

    IEnumerable<(string Thing, string Name, Known Known)> Things =>
        [(T("Step-free access"), T("step-free access"), Access.StepFree), (T("Hearing loop"), T("hearing loop"), Access.HearingLoop),
            (T("Accessible toilet"), T("accessible toilet"), Access.AccessibleToilet)];
}
