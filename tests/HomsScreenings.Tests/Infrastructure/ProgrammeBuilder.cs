using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>Puts rows into the database of an app, through the model's own verbs. What exists by its name is taken as it is.</summary>
public sealed class ProgrammeBuilder(ScreeningsApp app)
{
    public Task<int> AddOrganisation(string name) => FindOrAdd(name, db => db.Organisations, o => o.Name == name,
        slug => new Organisation { Slug = slug, Name = name });

    public Task<int> AddFilm(string title, int? minutes = 90, Action<Film>? and = null, bool published = true) =>
        FindOrAdd(title, db => db.Films, f => f.Title == title, slug =>
    {
        var film = new Film { Slug = slug, Title = title, Kind = FilmKind.Documentary };
        if (published) film.Publish();
        if (minutes is { } m) film.RunningTimes.Add(new RunningTime { Minutes = m });
        and?.Invoke(film);
        return film;
    });

    public Task<int> AddPerson(string name, Action<HomsScreenings.Model.Person>? and = null, bool published = true) =>
        FindOrAdd(name, db => db.People, p => p.Name == name, slug =>
    {
        var person = new HomsScreenings.Model.Person { Slug = slug, Name = name };
        if (published) person.Publish();
        and?.Invoke(person);
        return person;
    });

    public Task<int> AddVenue(string name, string city = "London",
        string country = "GB", string timeZone = "Europe/London", Action<Venue>? and = null, bool published = true) =>
        FindOrAdd(name, db => db.Venues, v => v.Name == name, slug =>
        {
            var venue = new Venue { Slug = slug, Name = name, City = city, Country = country, TimeZone = timeZone };
            if (published) venue.Publish();
            and?.Invoke(venue);
            return venue;
        });

    public Task<int> AddSeries(string title, SeriesKind kind = SeriesKind.Tour,
        bool published = true, Action<ScreeningSeries>? and = null) =>
        FindOrAdd(title, db => db.Series, s => s.Title == title, slug =>
        {
            var series = new ScreeningSeries { Slug = slug, Title = title, Kind = kind };
            if (published) series.Publish(app.Clock.Now());
            and?.Invoke(series);
            return series;
        });

    public Task<int> AddEntry(string title, EntryKind kind = EntryKind.Article, bool published = true, Action<JournalEntry>? and = null) =>
        FindOrAdd(title, db => db.Journal, e => e.Title == title, slug =>
        {
            var entry = new JournalEntry { Slug = slug, Title = title, Kind = kind };
            if (published) entry.Publish(app.Clock.Now());
            and?.Invoke(entry);
            return entry;
        });

    /// <param name="film">The title of the film; made where there is none.</param>
    /// <param name="when">'2026-06-27 20:30' or '2026-06-27' by the wall of the place; null for a date to be announced.</param>
    /// <param name="at">The name of the venue; made in London where there is none; null for a venue to be announced.</param>
    public async Task<Screening> AddScreening(string film = "Return to Homs", string? when = "2026-06-27 20:30", string? at = "ICA",
        string? series = null, string? organisation = null, bool published = true, Action<Screening>? and = null)
    {
        var filmId = await AddFilm(film);
        var venueId = at is null ? (int?)null : await AddVenue(at);
        var seriesId = series is null ? (int?)null : await AddSeries(series);
        var organisationId = organisation is null ? (int?)null : await AddOrganisation(organisation);
        return await app.InDbAsync(async db =>
        {
            var screening = new Screening
            {
                Uid = Guid.NewGuid().ToString(),
                Slug = await db.FreeSlugAsync<Screening>(Slug.From("screening", $"{film} {at}"), null, CancellationToken.None),
                CreatedAt = app.Clock.Now(),
                OrganisationId = organisationId,
                SeriesId = seriesId,
            };
            db.Screenings.Add(screening);
            screening.SetFilms(
                [new ScreeningFilm { Film = await db.Films.Include(f => f.RunningTimes).SingleAsync(f => f.Id == filmId),
                    FilmId = filmId }]);
            if (venueId is not null) screening.PlaceAt(await db.Venues.Include(v => v.Rooms).SingleAsync(v => v.Id == venueId), null);
            else screening.PlaceIn(null, "London", null, "GB", "Europe/London");
            var (date, time) = Parse(when);
            screening.Schedule(date, time);
            if (published) screening.Publish(app.Clock.Now());
            and?.Invoke(screening);
            await db.SaveChangesAsync();
            return screening;
        });
    }

    /// <summary>Changes a screening through its verbs, as the desk would.</summary>
    public Task Change(Screening screening, Action<Screening> change) => app.InDbAsync(async db =>
    {
        var row = await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).Include(s => s.Venue)
            .Include(s => s.Series).SingleAsync(s => s.Id == screening.Id);
        change(row);
        await db.SaveChangesAsync();
    });

    public static (LocalDate?, LocalTime?) Parse(string? when) => when is null ? (null, null)
        : when.Length <= 10 ? (LocalDatePattern.Iso.Parse(when).Value, null)
        : (LocalDatePattern.Iso.Parse(when[..10]).Value, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(when[11..]).Value);

    Task<int> FindOrAdd<T>(string name, Func<ScreeningsDb, DbSet<T>> set,
        System.Linq.Expressions.Expression<Func<T, bool>> isIt, Func<string, T> make) where T : class, IRecord =>
        app.InDbAsync(async db =>
        {
            if (await set(db).Where(isIt).FirstOrDefaultAsync() is { } there) return there.Id;
            var made = make(await db.FreeSlugAsync<T>(Slug.From("row", name), null, CancellationToken.None));
            set(db).Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
}
