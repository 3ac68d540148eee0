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
        new(venue.Expectations, Written(venue.Expectations.AskFor), Told(Written(venue.Expectations.Notes)));

    public static ExpectationList Of(ScreeningDetails screening) => new(screening.Expectations,
        screening.AskForText ?? Written(screening.VenueExpectations?.AskFor),
        Told(screening.ExpectationNotesText, Written(screening.VenueExpectations?.Notes)));

    static LocalizedText? Written(string? text) => text is null ? null : LocalizedText.Written(text);

    static List<LocalizedText> Told(params IEnumerable<LocalizedText?> texts) => [.. texts.OfType<LocalizedText>()];
}
