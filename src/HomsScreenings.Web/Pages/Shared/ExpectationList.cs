using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What may be expected somewhere, and what is told of it in somebody's own words.</summary>
public sealed record ExpectationList(Expectations Known, LocalizedText? AskFor, IReadOnlyList<LocalizedText> Notes)
{
    public bool IsEmpty => AskFor is null && Notes.Count == 0 && !Known.Sentences.Any();

    public static ExpectationList Of(VenueDetails venue) =>
        new(venue.Expectations, venue.AskForText, Told(venue.ExpectationNotesText));

    public static ExpectationList Of(ScreeningDetails screening) => new(screening.Expectations,
        screening.AskForText, Told(screening.ExpectationNotesText, screening.VenueExpectationNotesText));

    static List<LocalizedText> Told(params IEnumerable<LocalizedText?> texts) => [.. texts.OfType<LocalizedText>()];
}
