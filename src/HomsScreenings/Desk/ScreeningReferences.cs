using System.ComponentModel.DataAnnotations;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>The rows that an input refers to, with a sentence for each that could not be found.</summary>
public sealed class ScreeningReferences
{
    readonly List<ValidationResult> _problems = [];

    public IReadOnlyList<ValidationResult> Problems => _problems;
    public List<ScreeningFilm> Films { get; } = [];
    /// <summary>Those who speak: known people, and new ones that are saved together with the screening.</summary>
    public List<Person> Speakers { get; } = [];
    public Venue? Venue { get; private set; }
    public Room? Room { get; private set; }
    public ScreeningSeries? Series { get; private set; }
    public int? OrganisationId { get; private set; }
    /// <summary>The zone of the place; null where it has none.</summary>
    public string? TimeZone { get; private set; }

    /// <param name="db">Where to look.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="present">The screening that is edited; null for a new one.</param>
    /// <param name="organiser">Who typed it.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public static async Task<ScreeningReferences> FindAsync(
        ScreeningsDb db, ScreeningInput draft, Screening? present, Organiser organiser, CancellationToken cancellationToken)
    {
        var found = new ScreeningReferences();
        found.TakeOrganisation(draft, present, organiser);
        await found.FindFilmsAsync(db, draft, cancellationToken);
        await found.FindPlaceAsync(db, draft, cancellationToken);
        await found.FindSeriesAsync(db, draft, present, organiser, cancellationToken);
        await found.FindSpeakersAsync(db, draft, cancellationToken);
        found.CheckTimes(draft, present);
        await found.CheckSeatsAsync(db, draft, present, cancellationToken);
        return found;
    }

    void TakeOrganisation(ScreeningInput draft, Screening? present, Organiser organiser)
    {
        OrganisationId = present is not null ? present.OrganisationId
            : draft.OrganisationId
            ?? (!organiser.EditsEverything && organiser.OrganisationIds.Count == 1 ? organiser.OrganisationIds[0] : null);
        if (present is not null || organiser.EditsEverything) return;
        if (OrganisationId is not { } id || !organiser.OrganisationIds.Contains(id))
            Wrong(nameof(draft.OrganisationId), "Choose one of your organisations.");
    }

    async Task FindFilmsAsync(ScreeningsDb db, ScreeningInput draft, CancellationToken cancellationToken)
    {
        var chosen = draft.Films.Select((row, i) => (Row: i, row.Film)).Where(f => f.Film is not null)
            .Select(f => (f.Row, Pair: ScreeningInput.Unpair(f.Film))).ToList();
        var ids = chosen.Where(c => c.Pair is not null).Select(c => c.Pair!.Value.Id).ToList();
        var films = await db.Films.Where(f => ids.Contains(f.Id)).Include(f => f.RunningTimes)
            .ToDictionaryAsync(f => f.Id, cancellationToken);
        foreach (var (row, pair) in chosen)
        {
            var film = pair is { Id: var id } ? films.GetValueOrDefault(id) : null;
            var cut = film?.RunningTimes.FirstOrDefault(r => r.Id == pair!.Value.Part);
            var field = $"{nameof(draft.Films)}[{row}].{nameof(FilmChoice.Film)}";
            if (film is null || (pair!.Value.Part is not null && cut is null))
                Wrong(field, "This film, or this cut of it, is no longer there; choose again.");
            else if (Films.Any(f => f.FilmId == film.Id)) Wrong(field, $"'{film.Title}' is chosen twice.");
            else Films.Add(new ScreeningFilm { FilmId = film.Id, Film = film, RunningTimeId = cut?.Id, RunningTime = cut });
        }
    }

    async Task FindPlaceAsync(ScreeningsDb db, ScreeningInput draft, CancellationToken cancellationToken)
    {
        TimeZone = draft.TimeZone;
        if (draft.Place is null) return;
        var pair = ScreeningInput.Unpair(draft.Place);
        if (pair is { Id: var id }) Venue = await db.Venues.Include(v => v.Rooms).SingleOrDefaultAsync(v => v.Id == id, cancellationToken);
        Room = Venue?.Rooms.FirstOrDefault(r => r.Id == pair!.Value.Part);
        if (Venue is null) Wrong(nameof(draft.Place), "This venue is no longer there; choose again.");
        else if (pair!.Value.Part is not null && Room is null) Wrong(nameof(draft.Place), $"{Venue.Name} has no such room; choose again.");
        if (Venue is not null && draft.TimeZone is not null && draft.TimeZone != Venue.TimeZone)
            Wrong(nameof(draft.TimeZone), Venue.TimeZone is { } own
                ? $"The clocks of {Venue.Name} count, which go by {own}: leave the time zone empty."
                : $"{Venue.Name} has no time zone yet: enter it there, and leave it empty here.");
        TimeZone = Venue?.TimeZone;
    }

    async Task FindSeriesAsync(ScreeningsDb db, ScreeningInput draft,
        Screening? present, Organiser organiser, CancellationToken cancellationToken)
    {
        if (draft.SeriesId is not { } id) return;
        Series = await db.Series.ToChooseFrom(db, organiser, present?.SeriesId).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (Series is null) Wrong(nameof(draft.SeriesId), "This series is no longer there, or not yours; choose again.");
    }

    async Task FindSpeakersAsync(ScreeningsDb db, ScreeningInput draft, CancellationToken cancellationToken)
    {
        var rows = draft.Speakers.Select((row, i) => (Row: i, row.PersonId, row.Name)).Where(s => s.Name is not null).ToList();
        if (rows.Count == 0) return;
        List<int> ids = [.. rows.Select(r => r.PersonId).OfType<int>()];
        var people = await NamedPeople.FindAsync(db, [.. rows.Select(r => r.Name!)], ids, cancellationToken);
        foreach (var (row, personId, name) in rows)
        {
            var field = $"{nameof(draft.Speakers)}[{row}].{nameof(SpeakerRow.Name)}";
            var known = people.Known(personId, name!);
            if (known is null && people.Problem(name!) is { } problem)
            {
                Wrong(field, problem);
                continue;
            }
            var speaker = known ?? await people.AddAsync(db, name!, OrganisationId, cancellationToken);
            if (Speakers.Contains(speaker)) Wrong(field, $"{speaker.Name} is named twice.");
            else Speakers.Add(speaker);
        }
    }

    void CheckTimes(ScreeningInput draft, Screening? present)
    {
        _problems.AddRange(draft.Check(TimeZone));
        if (draft.Date is not null && TimeZone is null && _problems.TrueForAll(p => !p.MemberNames.Contains(nameof(draft.TimeZone))))
            Wrong(nameof(draft.TimeZone), Venue is null
                ? "A date needs the time zone of its place: choose a venue, or a time zone."
                : $"A date needs a time zone, and {Venue.Name} has none yet: enter it at the venue first.");
        if (present is not { IsPublic: true, Date: not null } || draft.IsOf(present)) return;
        if (draft.Date is null) Wrong(nameof(draft.Date), "The public has been told a date: change it, or postpone the screening.");
        else if (!present.IsOn)
            Wrong(nameof(draft.Date), "It does not take place at the moment: reschedule or reinstate it to give it another date.");
    }

    async Task CheckSeatsAsync(ScreeningsDb db, ScreeningInput draft, Screening? present, CancellationToken cancellationToken)
    {
        if (draft.Way == BookingWay.Seats)
        {
            if ((draft.Capacity ?? Room?.Seats) is null)
                Wrong(
                    nameof(draft.Capacity), "How many seats are there to give away? Say it here, or choose a room whose seats are known.");
            else if ((draft.Capacity ?? Room?.Seats) + draft.Seats.WheelchairPlaces == 0)
                Wrong(nameof(draft.Capacity), "There is nothing to give away: say how many seats there are.");
            _problems.AddRange(
                draft.Seats.Check(TimeZone, draft.Beginning)
                    .Select(p => new ValidationResult(p.ErrorMessage, [.. p.MemberNames.Select(m => $"{nameof(draft.Seats)}.{m}")])));
            return;
        }
        // Who has a promise keeps it: the seats are ours until the last guest has been told otherwise.
        if (draft.Way is null || present is not { Booking: BookingWay.Seats } || await db.Bookings.Where(b => b.ScreeningId == present.Id)
            .Active().CountAsync(cancellationToken) is not (> 0 and var guests)) return;
        Wrong(
            nameof(draft.Booking),
            $"{guests} {(guests == 1 ? "booking stands" : "bookings stand")} here: keep our own seats until they are cancelled, or cancel the screening, which tells every guest.");
    }

    void Wrong(string field, string sentence) => _problems.Add(new(sentence, [field]));
}

/// <summary>Which series an organiser may put a screening into.</summary>
public static class SeriesChoices
{
    extension(IQueryable<ScreeningSeries> series)
    {
        /// <summary>Their own, those that their organisations are partners of, and the one where it is already.</summary>
        public IQueryable<ScreeningSeries> ToChooseFrom(ScreeningsDb db, Organiser organiser, int? present)
        {
            if (organiser.EditsEverything) return series;
            var own = db.Series.EditableBy(organiser).Select(s => s.Id);
            return series.Where(
                s => s.Id == present || own.Contains(s.Id) || s.Partners.Any(p => organiser.OrganisationIds.Contains(p.OrganisationId)));
        }
    }
}
