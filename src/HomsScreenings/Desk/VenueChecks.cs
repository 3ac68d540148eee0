using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>What the database says to the draft of a venue, and how a corrected venue reaches its screenings.</summary>
public static class VenueChecks
{
    extension(IQueryable<Venue> venues)
    {
        /// <summary>With all that a venue's form shows.</summary>
        public IQueryable<Venue> WithParts() => venues.Include(v => v.Rooms).Include(v => v.Translations).AsSplitQuery();
    }

    extension(ScreeningsDb db)
    {
        /// <param name="venue">The venue that is edited, with its rooms; null for a new one.</param>
        public async Task<CheckResult> CheckAsync(VenueInput draft, Venue? venue, Organiser organiser, CancellationToken cancellationToken)
        {
            var problems = new List<ValidationResult>();
            if (await db.ProblemOfSlugAsync<Venue>(draft.Slug, venue?.Id, cancellationToken) is { } taken) problems.Add(taken);
            if (venue is not null)
            {
                problems.AddRange(await db.ProblemsOfRoomsAsync(draft, venue, organiser, cancellationToken));
                problems.AddRange(await db.ProblemsOfTimeZoneAsync(draft, venue, cancellationToken));
            }
            return new CheckResult(problems, draft.ConfirmedNew ? [] : await db.TwinsOfAsync(draft, venue, cancellationToken));
        }

        /// <summary>Writes the draft into the venue; when its clocks were corrected, its screenings follow.</summary>
        public async Task ApplyAsync(VenueInput draft, Venue venue, CancellationToken cancellationToken)
        {
            var screenings = draft.EffectiveTimeZone == venue.TimeZone ? []
                : await db.Screenings.At(venue).WithWhatItsTimesRestOn().ToListAsync(cancellationToken);
            draft.ApplyTo(venue);
            foreach (var screening in screenings) screening.FollowVenue();
        }

        async Task<IEnumerable<ValidationResult>> ProblemsOfRoomsAsync(VenueInput draft, Venue venue, Organiser organiser,
            CancellationToken cancellationToken)
        {
            var problems = new List<ValidationResult>();
            foreach (var room in venue.RoomsNotIn(draft.WantedRooms()))
            {
                var uses = await db.Screenings.Where(s => s.RoomId == room.Id).NamedForAsync(organiser, cancellationToken);
                if (uses.Count > 0)
                    problems.Add(new(
                        $"The room '{room.Name}' cannot go: it is used by {Texts.And(uses.Select(u => u.Words))}.", [nameof(draft.Rooms)]));
            }
            return problems;
        }

        async Task<IEnumerable<ValidationResult>> ProblemsOfTimeZoneAsync(VenueInput draft, Venue venue,
            CancellationToken cancellationToken)
        {
            if (draft.EffectiveTimeZone is not { } zone || zone == venue.TimeZone || !Zones.IsKnown(zone)) return [];
            var times = await db.Screenings.At(venue).Where(s => s.Time != null).Select(s => new { s.Date, s.Time }).Distinct()
                .ToListAsync(cancellationToken);
            return times.Where(t => WallTime.KindOf(t.Date!.Value + t.Time!.Value, Zones.Get(zone)) == WallTimeKind.Skipped)
                .Select(t => new ValidationResult(
                    $"There is a screening here on {ScreeningWords.Format(t.Date!.Value, t.Time)}, and the clocks of {zone} skip that time. Move it first.",
                    [nameof(draft.TimeZone)]));
        }

        async Task<IReadOnlyList<PossibleDuplicate>> TwinsOfAsync(VenueInput draft, Venue? venue, CancellationToken cancellationToken)
        {
            if (draft.Name is not { } name || draft.City is not { } city) return [];
            if (venue is not null && venue.Name == name && venue.City == city) return [];
            var (ownId, cityKey, country) = (venue?.Id, SearchKey.Of(city), draft.Country is { } code ? CountryCodes.Tidy(code) : null);
            var there = await db.Venues.Where(v => v.Id != ownId && (v.CityKey == cityKey || v.CityKey == "")
                && (v.Country == null || country == null || v.Country == country))
                .OrderBy(v => v.Name).ThenBy(v => v.Id).Select(v => new { v.Slug, v.Name, v.Area, v.City, v.IsPublic })
                .ToListAsync(cancellationToken);
            return [
                .. there.Where(
                    v => VenueNames.NearlySame(name, v.Name, city, SearchKey.Of(v.Area) == SearchKey.Of(draft.Area) ? v.Area : null))
                .Select(
                    v => PublicUses.Duplicate(v.IsPublic, $"/venues/{v.Slug}",
                        string.Join(", ", new[] { v.Name, v.Area, v.City }.Where(part => part is not null))))];
        }
    }
}
