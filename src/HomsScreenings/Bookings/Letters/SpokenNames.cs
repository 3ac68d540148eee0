using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings.Letters;

/// <summary>
/// What the venues and people of announced facts are called in the language that is spoken: facts have the names as they were written, so
/// that all guests are told of the same changes.
/// </summary>
public sealed class SpokenNames
{
    readonly Dictionary<(bool IsVenue, int Id), (string Written, string Spoken)> _names;

    SpokenNames(Dictionary<(bool IsVenue, int Id), (string Written, string Spoken)> names) => _names = names;

    public static SpokenNames None { get; } = new([]);

    /// <summary>Finds them, in one statement, and in none where there are no facts.</summary>
    internal static async Task<SpokenNames> FindAsync(
        ScreeningsDb db, Language language, IReadOnlyCollection<AnnouncedDetails> facts, CancellationToken cancellationToken)
    {
        if (facts.Count == 0) return None;
        var venues = facts.Select(f => f.VenueId).OfType<int>().Distinct().ToList();
        var people = facts.SelectMany(f => f.SpeakerIds ?? []).Distinct().ToList();
        var names = await db.Venues.Where(v => venues.Contains(v.Id))
            .Select(v => new { IsVenue = true, v.Id, v.Name, Spoken = v.NameIn(language.Tag) })
            .Concat(db.People.Where(p => people.Contains(p.Id))
                .Select(p => new { IsVenue = false, p.Id, p.Name, Spoken = p.NameIn(language.Tag) }))
            .ToListAsync(cancellationToken);
        return new(names.ToDictionary(n => (n.IsVenue, n.Id), n => (n.Name, n.Spoken)));
    }

    /// <summary>The venue of some facts; a name that it does not have any more stays as it was announced.</summary>
    public string? Venue(AnnouncedDetails facts) => facts.Venue is { } name ? Of(isVenue: true, facts.VenueId, name) : null;

    /// <summary>Who speaks, by some facts.</summary>
    public IReadOnlyList<string> Speakers(AnnouncedDetails facts) => facts.SpeakerIds is { } ids && ids.Count == facts.Speakers.Count
        ? [.. facts.Speakers.Select((name, i) => Of(isVenue: false, ids[i], name))] : facts.Speakers;

    string Of(bool isVenue, int? id, string name) =>
        id is { } known && _names.TryGetValue((isVenue, known), out var found) && found.Written == name ? found.Spoken : name;
}
