using HomsScreenings.Drafts;
using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Text;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Venues;

/// <summary>What the database says to the draft of a venue, and how a corrected venue reaches its screenings.</summary>
public static class VenueChecks
{
    extension(ScreeningsDb db)
    {
        /// <param name="venue">The venue that is edited, with its rooms; null for a new one.</param>
        public async Task<Checked> CheckAsync(VenueDraft draft, Venue? venue, Organiser organiser, CancellationToken cancel)
        {
            var problems = new List<Problem>();
            if (await db.ProblemOfSlugAsync<Venue>(draft.Slug, venue?.Id, cancel) is { } taken) problems.Add(taken);
            if (venue is not null)
            {
                problems.AddRange(await db.ProblemsOfRoomsAsync(draft, venue, organiser, cancel));
                problems.AddRange(await db.ProblemsOfTimeZoneAsync(draft, venue, cancel));
            }
            return new Checked(problems, draft.IsAnother ? [] : await db.TwinsOfAsync(draft, venue, cancel));
        }

        /// <summary>Writes the draft into the venue; when its clocks were corrected, its screenings follow.</summary>
        public async Task ApplyAsync(VenueDraft draft, Venue venue, CancellationToken cancel)
        {
            var screenings = draft.EffectiveTimeZone == venue.TimeZone ? [] : await db.Screenings.At(venue).WithWhatItsTimesRestOn().ToListAsync(cancel);
            draft.ApplyTo(venue);
            foreach (var screening in screenings) screening.FollowVenue();
        }

        async Task<IEnumerable<Problem>> ProblemsOfRoomsAsync(VenueDraft draft, Venue venue, Organiser organiser, CancellationToken cancel)
        {
            var problems = new List<Problem>();
            foreach (var room in venue.RoomsNotIn(draft.WantedRooms()))
            {
                var uses = await db.Screenings.Where(s => s.RoomId == room.Id).NamedForAsync(organiser, cancel);
                if (uses.Count > 0) problems.Add(new(nameof(draft.Rooms), $"The room '{room.Name}' cannot go: it is used by {Texts.And(uses.Select(u => u.Words))}."));
            }
            return problems;
        }

        async Task<IEnumerable<Problem>> ProblemsOfTimeZoneAsync(VenueDraft draft, Venue venue, CancellationToken cancel)
        {
            if (draft.EffectiveTimeZone is not { } zone || zone == venue.TimeZone || !Zones.IsKnown(zone)) return [];
            var times = await db.Screenings.At(venue).Where(s => s.Time != null).Select(s => new { s.Date, s.Time }).Distinct().ToListAsync(cancel);
            return times.Where(t => WallTime.KindOf(t.Date!.Value + t.Time!.Value, Zones.Get(zone)) == WallTimeKind.Skipped)
                .Select(t => new Problem(nameof(draft.TimeZone), $"There is a screening here on {ScreeningWords.Say(t.Date!.Value, t.Time)}, and the clocks of {zone} skip that time. Move it first."));
        }

        async Task<IReadOnlyList<Twin>> TwinsOfAsync(VenueDraft draft, Venue? venue, CancellationToken cancel)
        {
            if (draft.Name is not { } name || draft.City is not { } city) return [];
            if (venue is not null && venue.Name == name && venue.City == city) return [];
            var (ownId, cityKey, country) = (venue?.Id, SearchKey.Of(city), draft.Country?.ToUpperInvariant());
            var there = await db.Venues.Where(v => v.Id != ownId && (v.CityKey == cityKey || v.CityKey == "") && (v.Country == null || country == null || v.Country == country))
                .OrderBy(v => v.Name).ThenBy(v => v.Id).Select(v => new { v.Slug, v.Name, v.Area, v.City }).ToListAsync(cancel);
            return [.. there.Where(v => VenueNames.NearlySame(name, v.Name, city, SearchKey.Of(v.Area) == SearchKey.Of(draft.Area) ? v.Area : null))
                .Select(v => new Twin($"/venues/{v.Slug}", string.Join(", ", new[] { v.Name, v.Area, v.City }.Where(part => part is not null))))];
        }
    }
}
