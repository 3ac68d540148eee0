using HomsScreenings.Model;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using FilmPerson = HomsScreenings.Model.Person;

namespace HomsScreenings.Tests.Storage;

/// <summary>What something public names is public, however it came to be named.</summary>
public sealed class DraftPublishingTests
{
    [Theory, OnEachDatabase]
    public async Task Publishing_a_screening_publishes_its_venue_its_films_and_the_people_who_made_them_or_speak(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await PlantDraftsAsync(app);
        var screening = await app.Programme.AddScreening("Draft film", at: "Draft hall", published: false);
        await app.InDbAsync(async db =>
        {
            var speaker = await db.People.SingleAsync(p => p.Slug == "speaker");
            (await db.Screenings.Include(s => s.Speakers).SingleAsync())
                .SetSpeakers([new Speaker { Person = speaker, PersonId = speaker.Id }]);
            await db.SaveChangesAsync();
        });
        Assert.Equal([], await PublicAsync(app));
        var before = await app.VersionOfAsync(Area.Programme);

        // As the page of the desk has it: without films, venue or speakers.
        await app.InDbAsync(async db =>
        {
            (await db.Screenings.SingleAsync(s => s.Id == screening.Id)).Publish(app.Clock.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal(["director", "draft-film", "draft-hall", "speaker"], await PublicAsync(app));
        Assert.Equal(before + 1, await app.VersionOfAsync(Area.Programme));
        Assert.Equal(["Public: no → yes"], await app.InDbAsync(db => db.Audit
            .Where(a => a.Slug == "director" && a.Action == "Modified").Select(a => a.Changes).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Who_and_what_is_named_later_becomes_public_then(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await PlantDraftsAsync(app);
        await app.Programme.AddScreening("Known film", at: "Known hall");
        Assert.Equal(["known-film", "known-hall"], await PublicAsync(app));

        await app.InDbAsync(async db =>
        {
            var film = await db.Films.Include(f => f.Credits).SingleAsync(f => f.Slug == "known-film");
            film.Credits.Add(new Credit { Role = "Editor", Person = await db.People.SingleAsync(p => p.Slug == "speaker") });
            film.Credits.Add(new Credit { Role = "Music", Person = new FilmPerson { Slug = "composer", Name = "Composer" } });
            await db.SaveChangesAsync();
        });
        Assert.Equal(["composer", "known-film", "known-hall", "speaker"], await PublicAsync(app));

        await app.InDbAsync(async db =>
        {
            var film = await db.Films.Include(f => f.RunningTimes).SingleAsync(f => f.Slug == "draft-film");
            var screening = await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).SingleAsync();
            screening.SetFilms([.. screening.Films, new ScreeningFilm { Film = film, FilmId = film.Id }]);
            screening.PlaceAt(await db.Venues.Include(v => v.Rooms).SingleAsync(v => v.Slug == "draft-hall"), null);
            await db.SaveChangesAsync();
        });
        Assert.Equal(["composer", "director", "draft-film", "draft-hall", "known-film", "known-hall", "speaker"], await PublicAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task What_something_public_names_cannot_be_taken_back_by_any_save(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Known film", at: "Known hall", when: "2014-06-27 20:30");
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Unpublish();
            (await db.Venues.SingleAsync()).Unpublish();
            await db.SaveChangesAsync();
        });
        Assert.Equal(["known-film", "known-hall"], await PublicAsync(app));
    }

    static async Task PlantDraftsAsync(ScreeningsApp app)
    {
        var director = await app.Programme.AddPerson("Director", published: false);
        await app.Programme.AddPerson("Speaker", published: false);
        await app.Programme.AddVenue("Draft hall", published: false);
        await app.Programme.AddFilm("Draft film",
            and: f => f.Credits.Add(new Credit { Role = CreditRoles.Director, PersonId = director }), published: false);
    }

    static Task<List<string>> PublicAsync(ScreeningsApp app) => app.InDbAsync(async db => (List<string>)
    [
        .. (await db.Films.Where(f => f.IsPublic).Select(f => f.Slug).ToListAsync())
            .Concat(await db.People.Where(p => p.IsPublic).Select(p => p.Slug).ToListAsync())
            .Concat(await db.Venues.Where(v => v.IsPublic).Select(v => v.Slug).ToListAsync()).Order(StringComparer.Ordinal),
    ]);
}
