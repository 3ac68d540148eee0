using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Tests.Import;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Samples;

/// <summary>data/homs.json says what its sources say, and no more.</summary>
public sealed class HomsProgrammeTests
{
    static async Task<LoadingBench> LoadedAsync(Database database)
    {
        var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Files.Homs);
        return bench;
    }

    [Theory, OnEachDatabase]
    public async Task The_film_has_both_running_times_with_who_says_so_and_its_credits_in_order(Database database)
    {
        await using var bench = await LoadedAsync(database);
        var film = await bench.InDbAsync(
            db => db.Films.Include(f => f.RunningTimes).Include(f => f.Credits).ThenInclude(c => c.Person).SingleAsync());
        Assert.Equal(("Return to Homs", "العودة إلى حمص", "ar", 2014),
            (film.Title, film.OriginalTitle, film.OriginalTitleLanguage, film.ReleaseYear));
        Assert.Equal(["94 by review for the Portland series", "90 by SAF programme page"],
            film.RunningTimes.OrderBy(r => r.Position).Select(r => $"{r.Minutes} by {r.Source}"));
        Assert.Equal(
        [
            "Director Talal Derki", "Writer Talal Derki", "Producer Orwa Nyrabia",
            "Producer Hans Robert Eisenhauer", "Editor Anne Fabini", "Camera Kahtan Hassoun", "Camera Ossama Al Homsi",
            "Camera Talal Derki", "Camera Orwa Nyrabia", "Featuring Abdul Basset Saroot", "Featuring Osama",
        ], film.Credits.OrderBy(c => c.Position).Select(c => $"{c.Role} {c.Person.Name}"));
    }

    [Theory, OnEachDatabase]
    public async Task What_others_say_of_the_film_names_who_says_so(Database database)
    {
        await using var bench = await LoadedAsync(database);
        var film = await bench.InDbAsync(db => db.Films.Include(f => f.Awards).Include(f => f.Quotes).SingleAsync());
        Assert.Equal(["Won at Sundance Film Festival, 2014", "Won at Human Rights Watch Film Festival, 2014",
                "Selected at International Documentary Film Festival Amsterdam, 2013"],
            film.Awards.OrderBy(a => a.Position).Select(a => $"{a.Result} at {a.Festival}, {a.Year}"));
        Assert.All(film.Awards, a => Assert.NotNull(a.Source));
        Assert.Equal(["Variety", "The Guardian", "Chicago Reader"], film.Quotes.OrderBy(q => q.Position).Select(q => q.Publication));
        Assert.All(film.Quotes, q => Assert.StartsWith("https://", q.Url, StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task The_tour_has_its_three_London_dates_without_a_time(Database database)
    {
        await using var bench = await LoadedAsync(database);
        var screenings = await bench.InDbAsync(
            db => db.Screenings.Where(s => s.Series!.Slug == "uk-tour").InProgrammeOrder().Select(ScreeningCard.Of).ToListAsync());
        Assert.Equal(
        [
            (new LocalDate(2014, 6, 27), "ICA", null, "UK premiere"),
            (new LocalDate(2014, 6, 28), null, "Clapham", null),
            (new LocalDate(2014, 6, 29), null, "East Finchley", null),
        ], screenings.Select(s => (s.Date!.Value, s.VenueName, s.Area, s.PremiereNote)));
        Assert.All(screenings, s => Assert.Equal((null, "London", "GB", "Europe/London", "With Talal Derki and Kristyan Benedict", null),
            (s.Time, s.City, s.Country, s.TimeZone, s.SpeakersWords, s.Address)));
    }

    [Theory, OnEachDatabase]
    public async Task What_no_source_says_stays_unknown(Database database)
    {
        await using var bench = await LoadedAsync(database);
        var cards = await bench.InDbAsync(db => db.Screenings.Select(ScreeningCard.Of).ToDictionaryAsync(s => s.Slug));
        var portland = cards["return-to-homs-northwest-film-center-portland"];
        Assert.Equal((null, "Northwest Film Center", "Portland", "Oregon", "US", "America/Los_Angeles"),
            (portland.Date, portland.VenueName, portland.City, portland.Region, portland.Country, portland.TimeZone));
        var saf = cards["return-to-homs-saf"];
        Assert.Equal((null, "SAF", null, null, null, Admission.Free),
            (saf.Date, saf.VenueName, saf.City, saf.Country, saf.TimeZone, saf.Admission));
        Assert.Equal(
            90,
            await bench.InDbAsync(db =>
                db.Screenings.Where(s => s.Slug == saf.Slug).SelectMany(s => s.Films).Select(f => f.RunningTime!.Minutes).SingleAsync()));
        var meeting = await bench.ScreeningAsync("solidarity-meeting-london-muslim-centre");
        Assert.Equal(("Solidarity meeting", null, 400, true, 0),
            (meeting.Title, meeting.Date, meeting.Attendance, meeting.AttendanceIsMinimum, meeting.Films.Count));
        var season = await bench.InDbAsync(db => db.Series.SingleAsync(s => s.Slug == "voices-in-action-human-rights-on-film"));
        Assert.Equal(
            (null, new LocalDate(2014, 11, 6), "The source says only ‘through Nov. 6’; the year is inferred from the film's release."),
            (season.Starts, season.Ends, season.DatesNote));
    }
}
