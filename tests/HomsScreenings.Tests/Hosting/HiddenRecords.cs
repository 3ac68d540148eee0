using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using FilmPerson = HomsScreenings.Model.Person;

namespace HomsScreenings.Tests.Hosting;

/// <summary>A draft of a film, of a person, of a venue and of the screening that names them, each text with a word of its own.</summary>
sealed class HiddenRecords
{
    readonly List<string> _words = [];

    /// <summary>The words; each stands in one text of the drafts and nowhere else.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>What the drafts are called in addresses.</summary>
    public static IReadOnlyList<string> Slugs { get; } = ["lantern-film", "lantern-person", "lantern-venue"];

    /// <summary>What they were called when they were public once.</summary>
    public static IReadOnlyList<string> FormerSlugs { get; } = ["former-film", "former-person", "former-venue"];

    public static async Task<HiddenRecords> PlantAsync(ScreeningsApp app)
    {
        var hidden = new HiddenRecords();
        await app.Programme.AddScreening("Ghost Town");
        await app.InDbAsync(hidden.PlantAsync);
        return hidden;
    }

    async Task PlantAsync(ScreeningsDb db)
    {
        var (film, person, venue) = (Film(), Person(), Venue());
        film.Credits.Add(new Credit { Role = New("role"), Person = person });
        var shown = await db.Films.SingleAsync();
        shown.Credits.Add(new Credit { Role = CreditRoles.Director, Person = new FilmPerson { Slug = "known", Name = "Known Person" } });
        film.Credits.Add(new Credit { Role = CreditRoles.Director, Person = shown.Credits[0].Person, Position = 1 });
        db.AddRange(film, person, venue);
        foreach (var record in new IDraftable[] { film, person, venue }) record.Publish();
        await db.SaveChangesAsync();
        foreach (var (record, slug) in new IDraftable[] { film, person, venue }.Zip(Slugs)) record.Slug = slug;
        await db.SaveChangesAsync();
        film.Unpublish();
        venue.Unpublish();
        await db.SaveChangesAsync();
        person.Unpublish();
        await db.SaveChangesAsync();
        await AddScreeningAsync(db, film, person, venue);
    }

    static async Task AddScreeningAsync(ScreeningsDb db, Film film, FilmPerson person, Venue venue)
    {
        var screening = new Screening { Uid = "hidden", Slug = "draft", CreatedAt = Instant.FromUtc(2026, 6, 1, 9, 0) };
        db.Screenings.Add(screening);
        screening.SetFilms([new ScreeningFilm { Film = film, FilmId = film.Id }]);
        screening.SetSpeakers([new Speaker { Person = person, PersonId = person.Id }]);
        screening.PlaceAt(venue, venue.Rooms[0]);
        screening.Schedule(new(2026, 7, 3), new(20, 0));
        await db.SaveChangesAsync();
    }

    string New(string what)
    {
        _words.Add($"zq{what}xv");
        return _words[^1];
    }

    // The first word is what people search for; that the second is not theirs to see.
    Film Film()
    {
        var film = new Film { Slug = FormerSlugs[0], Title = $"Lanterns {New("title")}", Kind = FilmKind.Documentary };
        (film.OriginalTitle, film.OriginalTitleLanguage) = ($"Lanternes {New("originaltitle")}", "fr");
        (film.Format, film.Synopsis) = (New("format"), New("synopsis"));
        (film.ContentNotes, film.Notes, film.Countries, film.Languages) = (New("contentnotes"), New("notes"), ["IS"], ["is"]);
        film.SetTranslations([new FilmTranslation { Language = "ar", Synopsis = New("translation") }]);
        film.SetRunningTimes([new RunningTime { Minutes = 91, Cut = New("cut"), Source = New("source") }]);
        film.SetWatchOffers(
            [new WatchOffer { Provider = New("provider"), Offer = OfferKind.Rent, Url = $"https://{New("offer")}.example" }]);
        film.SetStills([new Still { Caption = New("still"), Credit = New("stillcredit"), AltText = New("stilltext") }]);
        return film;
    }

    FilmPerson Person()
    {
        var person = new FilmPerson
        {
            Slug = FormerSlugs[1],
            Name = $"Lantern {New("name")}",
            OriginalName = $"Lanterna {New("originalname")}",
            OriginalNameLanguage = "it",
            About = New("about"),
        };
        person.SetTranslations(
            [new PersonTranslation { Language = "ar", Name = $"Lantern {New("nametranslation")}", About = New("aboutar") }]);
        return person;
    }

    Venue Venue()
    {
        var venue = new Venue { Slug = FormerSlugs[2], Name = $"Lantern Hall {New("venuename")}", TimeZone = "Atlantic/Reykjavik" };
        (venue.Address, venue.Area, venue.City) = (New("address"), New("area"), New("city"));
        (venue.Region, venue.PostalCode, venue.Country) = (New("region"), New("postalcode"), "IS");
        (venue.Directions, venue.AccessNotes) = (New("directions"), New("accessnotes"));
        venue.Website = $"https://{New("website")}.example";
        (venue.Latitude, venue.Longitude) = (64.15, -21.94);
        venue.SetRooms([(New("room"), 40)]);
        venue.SetTranslations([new VenueTranslation
        { Language = "ar", Name = $"Lantern {New("venuetranslation")}", Directions = New("directionsar"), AccessNotes = New("accessar") }]);
        return venue;
    }
}
