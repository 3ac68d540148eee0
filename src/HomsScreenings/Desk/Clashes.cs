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
                .. await AtTheSameTimeAsync(others, screening, cancellationToken),
                .. await ElsewhereThatEveningAsync(others, screening, cancellationToken)];
        }
    }

    // What has moved online needs no room. Where a room is not named, it may be any of the house; where a time is not, any of the day.
    static async Task<IEnumerable<Clash>> InTheSameRoomAsync(
        IQueryable<Screening> others, Screening screening, CancellationToken cancellationToken)
    {
        if (screening is not { VenueId: { } venue, Date: { } date } || screening.Status == ScreeningStatus.MovedOnline) return [];
        var (room, start, end) = (screening.RoomId, screening.StartsAt, screening.EndsAt);
        var found = await others.Where(s => s.VenueId == venue && s.Status != ScreeningStatus.MovedOnline
                && (s.RoomId == room || s.RoomId == null || room == null)
                && (s.StartsAt == null || start == null ? s.Date == date : s.StartsAt < end && s.EndsAt > start))
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return found.Select(s => new Clash(s.Slug, start is null || s.Time is null
            ? $"On the same day in the same place, perhaps at the same time: {s.Heading}, {s.When}, {s.Where}."
            : $"At the same time in the same place: {s.Heading}, {s.When}, {s.Where}."));
    }

    // By instants, for elsewhere it may be another day.
    static async Task<IEnumerable<Clash>> AtTheSameTimeAsync(
        IQueryable<Screening> others, Screening screening, CancellationToken cancellationToken)
    {
        if (screening is not { StartsAt: { } start, EndsAt: { } end }) return [];
        var found = await WithItsSpeakers(others, screening).Where(s => s.StartsAt < end && s.EndsAt > start)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return Each(found, screening, (name, s) => $"{name} speaks at the same time: {s.Heading}, {s.When}, {s.Where}.");
    }

    static async Task<IEnumerable<Clash>> ElsewhereThatEveningAsync(
        IQueryable<Screening> others, Screening screening, CancellationToken cancellationToken)
    {
        var city = screening.Venue?.CityKey ?? screening.CityKey;
        if (screening.ProgrammeDate is not { } day || city.Length == 0) return [];
        var (start, end) = (screening.StartsAt, screening.EndsAt);
        var found = await WithItsSpeakers(others, screening).Where(s => s.ProgrammeDate == day
                && !(s.StartsAt != null && start != null && s.StartsAt < end && s.EndsAt > start)
                && (s.Venue != null ? s.Venue.CityKey : s.CityKey) != city && (s.Venue != null ? s.Venue.CityKey : s.CityKey) != "")
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return Each(found, screening, (name, s) => $"{name} speaks in {s.City} that day: {s.Heading}, {s.When}.");
    }

    static IQueryable<Screening> WithItsSpeakers(IQueryable<Screening> others, Screening screening)
    {
        var ids = screening.Speakers.Select(s => s.PersonId).ToList();
        return others.Where(s => s.Speakers.Any(p => ids.Contains(p.PersonId)));
    }

    static IEnumerable<Clash> Each(IEnumerable<ScreeningCard> found, Screening screening, Func<string, ScreeningCard, string> say)
    {
        var names = screening.Speakers.ToDictionary(s => s.Person.Slug, s => s.Person.Name);
        return found.SelectMany(s => s.Speakers.Where(p => names.ContainsKey(p.Slug)).Select(p => new Clash(s.Slug, say(p.Name, s))));
    }
}
