using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>Something else that does not go together with a screening, said as a sentence.</summary>
public sealed record Clash(string Slug, string Sentence);

/// <summary>What is worth a second look before publishing: a room that is taken, somebody who would be in two cities.</summary>
public static class Clashes
{
    const int Max = 10;

    extension(ScreeningsDb db)
    {
        /// <summary>The clashes of a screening with what is public, and with what the organiser may see.</summary>
        public async Task<IReadOnlyList<Clash>> ClashesOfAsync(
            Screening screening, Organiser organiser, CancellationToken cancellationToken)
        {
            var own = db.Screenings.EditableBy(organiser).Select(s => s.Id);
            var others = db.Screenings.Where(s => s.Id != screening.Id && !s.IsCalledOff && (s.IsPublic || own.Contains(s.Id)));
            return [.. await InTheSameRoomAsync(others, screening, cancellationToken),
                .. await ElsewhereThatEveningAsync(others, screening, cancellationToken)];
        }
    }

    static async Task<IEnumerable<Clash>> InTheSameRoomAsync(
        IQueryable<Screening> others, Screening screening, CancellationToken cancellationToken)
    {
        if (screening is not { VenueId: not null, StartsAt: { } start, EndsAt: { } end }) return [];
        var found = await others.Where(
            s => s.VenueId == screening.VenueId && s.RoomId == screening.RoomId && s.StartsAt < end && s.EndsAt > start)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return found.Select(s => new Clash(s.Slug, $"At the same time in the same place: {s.Heading}, {s.When}, {s.Where}."));
    }

    static async Task<IEnumerable<Clash>> ElsewhereThatEveningAsync(
        IQueryable<Screening> others, Screening screening, CancellationToken cancellationToken)
    {
        var city = screening.Venue?.CityKey ?? screening.CityKey;
        var speakers = screening.Speakers.ToDictionary(s => s.Person.Slug, s => s.Person.Name);
        var ids = screening.Speakers.Select(s => s.PersonId).ToList();
        if (screening.ProgrammeDate is not { } day || city.Length == 0 || ids.Count == 0) return [];
        var found = await others.Where(s => s.ProgrammeDate == day && s.Speakers.Any(p => ids.Contains(p.PersonId))
                && (s.Venue != null ? s.Venue.CityKey : s.CityKey) != city && (s.Venue != null ? s.Venue.CityKey : s.CityKey) != "")
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return found.SelectMany(s => s.Speakers.Where(p => speakers.ContainsKey(p.Slug))
            .Select(p => new Clash(s.Slug, $"{p.Name} speaks in {s.City} that day: {s.Heading}, {s.When}.")));
    }
}
