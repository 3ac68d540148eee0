using AngleSharp.Dom;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages;

/// <summary>The programme as cinemas print it, by film and by venue. The clock stands on Monday 1 June 2026.</summary>
public sealed class ListingTests
{
    [Theory, OnEachDatabase]
    public async Task By_film_each_film_stands_once_a_day_with_its_times_by_venue(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddFilm("Homs", 94, f =>
        {
            f.ReleaseYear = 2014;
            f.SetCredits([new Credit { Role = "Director", PersonId = talal }]);
        });
        await AddAsync(app, ("Homs", "2026-06-27 20:30", "Rio"), ("Homs", "2026-06-27 14:00", "Rio"), ("Homs", "2026-06-27 15:00", "ICA"),
            ("Another", "2026-06-27 14:30", "ICA"), ("Homs", "2026-06-28 14:00", "ICA"));
        var page = await app.AsVisitor().GetAsync("/screenings?view=films");
        Assert.Equal(["Saturday 27 June", "Sunday 28 June"], page.Texts(".day-name"));
        Assert.Equal(["Homs", "Another", "Homs"], page.Texts("h4.title"));
        Assert.Equal("Talal Derki · 2014 · 94 minutes", page.Texts(".in-brief")[0]);
        Assert.Equal(["ICA 15:00", "Rio 14:00 20:30", "ICA 14:30", "ICA 14:00"], Seen(page, ".places-and-times > li"));
        Assert.Equal(["/films/homs", "/films/another", "/films/homs"], page.Links("h4.title a"));
    }

    [Theory, OnEachDatabase]
    public async Task By_venue_each_venue_stands_once_a_day_with_its_films_and_their_times(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v => v.StepFree = Known.Yes);
        await AddAsync(app, ("Homs", "2026-06-27 20:30", "Rio"), ("Homs", "2026-06-27 14:00", "Rio"), ("Homs", "2026-06-27 15:00", "ICA"),
            ("Another", "2026-06-27 14:30", "ICA"), ("Homs", "2026-06-28 14:00", "ICA"));
        var page = await app.AsVisitor().GetAsync("/screenings?view=venues");
        Assert.Equal(["ICA", "Rio", "ICA"], page.Texts("h4.title"));
        Assert.Equal(["Another 90 minutes 14:30", "Homs 90 minutes 15:00", "Homs 90 minutes 14:00 20:30", "Homs 90 minutes 14:00"],
            Seen(page, ".films-and-times > li"));
        Assert.Equal(["Step-free access", "Step-free access"], page.Texts(".listed > .facts li"));
        Assert.Equal(["/venues/ica", "/venues/rio", "/venues/ica"], page.Links("h4.title a"));
    }

    [Theory, OnEachDatabase]
    public async Task A_time_is_a_link_that_says_to_those_who_listen_what_when_and_where_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var late = await app.Programme.AddScreening("Homs", "2026-06-28 00:30");
        await app.Programme.AddScreening("Homs", "2026-06-27 14:00", and: s =>
        {
            s.Captions = true;
            s.SetParts(null, 30);
        });
        await app.Programme.AddScreening("Homs", "2026-06-27 13:00", and: s => s.Subtitles = ["en"]);
        foreach (var view in new[] { "films", "venues" })
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?view={view}");
            Assert.Equal([(view, "Homs, Saturday 27 June, 13:00, ICA, With English subtitles"),
                (view, "Homs, Saturday 27 June, 14:00, ICA, Captions, Talk after the film"),
                (view, "Homs, Sunday 28 June, 00:30, ICA")], page.Html.QuerySelectorAll(".showings a").Select(a => (view, Heard(a))));
            Assert.Equal(["13:00 sub. EN", "14:00 CC Q&A", "00:30"], Seen(page, ".showings a"));
            Assert.Equal($"/screenings/{late.Slug}", page.Links(".showings a")[^1]);
            Assert.Equal("2026-06-27", page.Html.QuerySelector(".day-name time")!.GetAttribute("datetime"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_all_times_of_a_film_have_is_said_once_in_full(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var (hour, signed) in new[] { (14, true), (16, false) })
            await app.Programme.AddScreening("Homs", $"2026-06-27 {hour}:00",
                and: s => (s.Captions, s.SignLanguage, s.Admission) = (true, signed, Admission.Free));
        var page = await app.AsVisitor().GetAsync("/screenings?view=films");
        Assert.Equal(["Free", "Captions"], page.Texts(".listed-what > .facts li"));
        Assert.Equal(["14:00 Signed", "16:00"], Seen(page, ".showings a"));
    }

    [Theory, OnEachDatabase]
    public async Task How_each_stands_is_said_in_words_and_only_what_is_cancelled_is_red(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Homs", "2026-06-27 14:00", and: s => s.Cancel("Flooded."));
        await app.Programme.AddScreening("Homs", "2026-06-27 16:00", and: s => s.Postpone("Flooded."));
        await app.Programme.AddScreening("Homs", "2026-06-27 18:00",
            and: s => s.Reschedule(new(2026, 6, 27), new(19, 0), false, null, null));
        await app.Programme.AddScreening("Homs", "2026-06-27");
        await app.Programme.AddScreening("Homs", null);
        var page = await app.AsVisitor().GetAsync("/screenings?view=films");
        Assert.Equal(["14:00 Cancelled", "16:00 Postponed", "19:00 Rescheduled", "Time to be announced", "To be announced"],
            Seen(page, ".showings a"));
        Assert.Equal(["14:00 Cancelled", "16:00 Postponed"], Seen(page, ".showings .is-off a"));
        Assert.Equal(["Cancelled"], page.Texts(".off-cancelled"));
    }

    [Theory, OnEachDatabase]
    public async Task How_full_it_is_stands_at_its_time(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1);
        var few = await app.AsVisitor().GetAsync("/screenings?view=films");
        Assert.Equal(("Few seats", "Only a few seats left"),
            (few.Text(".seat-mark [aria-hidden]"), few.Text(".seat-mark .visually-hidden")));
        await app.BookAtFormAsync(house);
        Assert.Equal("Waiting list", (await app.AsVisitor().GetAsync("/screenings?view=venues")).Text(".showings .seat-mark"));
    }

    [Theory, OnEachDatabase]
    public async Task A_screening_of_several_films_and_one_with_a_title_of_its_own_stand_by_themselves(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddAsync(app, ("Homs", "2026-06-27 14:00", "ICA"), ("Homs", "2026-06-27 16:00", "ICA"), ("Homs", "2026-06-27 18:00", "ICA"));
        await app.Programme.AddFilm("Short", 12);
        await app.InDbAsync(async db =>
        {
            var screenings = await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).OrderBy(s => s.Time)
                .ToListAsync();
            var other = await db.Films.Include(f => f.RunningTimes).SingleAsync(f => f.Title == "Short");
            screenings[1].SetFilms([.. new[] { other, screenings[0].Films[0].Film }
                .Select(film => new ScreeningFilm { Film = film, FilmId = film.Id })]);
            screenings[2].Title = "Gala";
            return await db.SaveChangesAsync();
        });
        var page = await app.AsVisitor().GetAsync("/screenings?view=films");
        Assert.Equal(["Homs", "Short + Homs", "Gala"], page.Texts("h4.title"));
        Assert.Equal(["90 minutes", "Short: 12 minutes", "Homs: 90 minutes", "Homs: 90 minutes"], page.Texts(".in-brief"));
        Assert.Equal(["14:00", "16:00", "18:00"], page.Texts(".showings time"));
    }

    [Theory, OnEachDatabase]
    public async Task A_room_is_said_where_the_times_of_a_film_are_in_several_and_zone_and_distance_where_they_matter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v =>
        {
            v.SetRooms([("Cinema 1", 185), ("Cinema 2", null)]);
            (v.Latitude, v.Longitude) = (51.51, -0.13);
        });
        await app.Programme.AddVenue("Nova", "Melbourne", "AU", "Australia/Melbourne");
        foreach (var (film, room) in new[] { ("Homs", 0), ("Homs", 1), ("Another", 1) })
            await app.Programme.AddScreening(film, "2026-06-27 14:00", and: s => s.PlaceAt(s.Venue!, s.Venue!.Rooms[room]));
        await AddAsync(app, ("Homs", "2026-06-27 11:00", "Nova"));
        var page = await app.AsVisitor().GetAsync("/screenings?view=films");
        Assert.Equal(["ICA, London 14:00 Cinema 1 14:00 Cinema 2", "Nova, Melbourne, Australia AEST 11:00",
            "ICA, London 14:00"], Seen(page, ".places-and-times > li"));
        page = await app.AsVisitor().GetAsync("/screenings?view=venues&near=51.5,-0.13");
        Assert.Equal(["London · 1 km away"], page.Texts(".listed > .where"));
    }

    [Theory, OnEachDatabase]
    public async Task They_are_offered_where_much_is_on_and_always_there(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        for (var hour = 9; hour < 21; hour++) await app.Programme.AddScreening($"Film {hour}", $"2026-06-27 {hour:00}:00");
        Assert.Equal(["List", "Month", "Map"], await TabsAsync(""));
        Assert.Equal(["By time", "By film", "By venue", "Month", "Map"], await TabsAsync("?view=films"));
        await app.Programme.AddScreening("Film 21", "2026-06-27 21:00");
        foreach (var view in new[] { "", "?view=month", "?view=map" })
            Assert.Equal(["By time", "By film", "By venue", "Month", "Map"], await TabsAsync(view));
        Assert.Equal(["List", "Month", "Map"], await TabsAsync("?film=film-9"));
        await app.Programme.AddScreening("Film 9", "2026-06-27 22:00", "Rio");
        Assert.Equal(["List", "Month", "Map"], await TabsAsync("?film=film-9"));
        await app.Programme.AddScreening("Film 9", "2026-06-27 23:00", "Rio");
        Assert.Equal(5, (await TabsAsync("?film=film-9")).Count);

        async Task<IReadOnlyList<string>> TabsAsync(string query) =>
            (await app.AsVisitor().GetAsync($"/screenings{query}")).Texts(".views a");
    }

    [Theory, OnEachDatabase]
    public async Task A_view_is_kept_by_every_way_to_another_filter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await app.AsVisitor().GetAsync("/screenings?city=London&view=venues");
        Assert.Equal("venues", page.Html.QuerySelector("main form [name=view]")!.GetAttribute("value"));
        Assert.Equal("/screenings?view=venues", page.Links(".chips a")[0]);
        Assert.Equal("/screenings?city=London&on=today&view=venues", page.Links(".shortcuts a")[0]);
        Assert.Equal(["/screenings?city=London", "/screenings?city=London&view=films", "/screenings?city=London&view=venues"],
            page.Links(".views a").Take(3));
        Assert.Equal("London, By venue: Programme · Homs Screenings", page.Text("title"));
        Assert.Equal("noindex, nofollow", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal($"{ScreeningsApp.BaseUrl}/calendar.ics?city=London",
            page.Html.QuerySelector("link[type='text/calendar']")!.GetAttribute("href"));
    }

    [Theory, OnEachDatabase]
    public async Task They_cost_the_same_few_statements_with_one_row_and_with_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        Assert.Equal([5, 5], await CostsAsync());
        await app.Programme.AddScreening("Another", "2026-06-28 20:00", "Rio");
        await app.Programme.AddScreening("Another", "2026-06-29 20:00", "Rio");
        Assert.Equal([5, 5], await CostsAsync());

        async Task<IReadOnlyList<int>> CostsAsync() =>
            [await app.StatementsOfAsync("/screenings?view=films"), await app.StatementsOfAsync("/ar/screenings?view=venues")];
    }

    [Theory, OnEachDatabase]
    public async Task In_Arabic_a_title_in_another_language_says_so(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var page = await app.AsVisitor().GetAsync("/ar/screenings?view=films");
        Assert.Equal(["en", "en"], page.Html.QuerySelectorAll(".title bdi, .showings a bdi").Select(b => b.GetAttribute("lang")));
        Assert.Equal(["حسب الوقت", "حسب الفيلم", "حسب المكان"], page.Texts(".views a").Take(3));
    }

    static async Task AddAsync(ScreeningsApp app, params (string Film, string When, string At)[] screenings)
    {
        foreach (var (film, when, at) in screenings) await app.Programme.AddScreening(film, when, at);
    }

    // What eyes see: without what is there for those who listen.
    static IEnumerable<string> Seen(Answer page, string selector) =>
        page.Html.QuerySelectorAll(selector).Select(part => Without(part, ".visually-hidden"));

    static string Heard(IElement link) => Without(link, "[aria-hidden]").Replace(" , ", ", ", StringComparison.Ordinal);

    static string Without(IElement part, string selector)
    {
        var left = (IElement)part.Clone();
        foreach (var gone in left.QuerySelectorAll(selector)) gone.Remove();
        return left.Words();
    }
}
