using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Caching;

/// <summary>A save of one area puts the answers of that area out of date, here and in every other process, and no others.</summary>
public sealed class AreaTests
{
    static readonly Area Journal = new("journal");

    // A program whose venues are a journal: their list is kept under that area alone, and saving a person raises it too.
    static void WithJournal(IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageApplicationModelConvention("/Venues/Index",
            page => page.EndpointMetadata.Add(new CachePolicy([Journal], QueryReader.None, CachePolicy.Pages))));
        services.AddSingleton(new SaveSteps([() => new PeopleWriteTheJournal(), .. RecordSaving.All]));
    }

    sealed class PeopleWriteTheJournal : ISaveStep
    {
        public ValueTask BeforeAsync(Save save, CancellationToken cancellationToken)
        {
            if (save.Touched.Any(r => r.Entity is Person)) save.Areas.Add(Journal);
            return ValueTask.CompletedTask;
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_save_of_one_area_leaves_the_answers_of_another_in_memory(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, WithJournal);
        Assert.Equal((true, true), await AreMadeAsync(app));
        Assert.Equal((false, false), await AreMadeAsync(app));
        await app.InDbAsync(db => AddFilmAsync(db, "Return to Homs"));
        Assert.Equal((true, false), await AreMadeAsync(app));
        await app.RaiseAsync(Journal);
        Assert.Equal((false, true), await AreMadeAsync(app));
        await app.InDbAsync(async db =>
        {
            db.People.Add(new Person { Slug = "talal-derki", Name = "Talal Derki" });
            await db.SaveChangesAsync();
        });
        Assert.Equal((true, true), await AreMadeAsync(app));
        Assert.Equal((false, false), await AreMadeAsync(app));
        Assert.Equal(2, await app.VersionOfAsync(Journal));
    }

    [Theory, OnEachDatabase]
    public async Task Every_process_hears_of_each_area_within_a_second_or_two(Database database)
    {
        await using var shared = await FreshDatabase.CreateAsync(database);
        await using var one = await ScreeningsApp.StartAsync(shared, WithJournal);
        await one.Programme.AddVenue("ICA"); // of which a list has to read a card, whatever it has in memory
        await using var two = await ScreeningsApp.StartAsync(shared, WithJournal);
        foreach (var app in new[] { one, two }) Assert.Equal((true, true), await AreMadeAsync(app));

        await one.RaiseAsync(Journal);
        await HasHeardAsync(two, Journal, 1);
        foreach (var app in new[] { one, two }) Assert.Equal((false, true), await AreMadeAsync(app));
        var programme = await one.VersionOfAsync(Area.Programme);
        await two.InDbAsync(db => AddFilmAsync(db, "Silvered Water"));
        await HasHeardAsync(one, Area.Programme, programme + 1);
        foreach (var app in new[] { one, two }) Assert.Equal((true, false), await AreMadeAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task A_booking_that_leaves_few_seats_is_on_every_list_and_leaves_the_calendars_as_they_are(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10, at: "ICA");
        var page = $"/screenings/{house.Slug}";
        string[] saySeats = ["/", "/screenings", page, "/films/return-to-homs", "/venues/ica", "/api/v1/screenings", $"/api/v1{page}"];
        string[] sayNothing =
        [
            "/calendar.ics", "/feed.atom", $"{page}.ics", "/sitemap.xml",
            "/openapi/v1.json", "/share.jpg", $"{page}/share.jpg", $"/oembed?url={ScreeningsApp.BaseUrl}{page}",
        ];
        var before = new Dictionary<string, string>();
        foreach (var path in saySeats.Concat(sayNothing)) before[path] = (await app.AsVisitor().GetAsync(path)).Header("ETag")!;

        await app.BookAsync(house, people: 6);
        app.Statements.Reset();
        foreach (var path in sayNothing) Assert.Equal((path, before[path]), (path, (await app.AsVisitor().GetAsync(path)).Header("ETag")));
        Assert.Empty(app.Statements.Statements);
        foreach (var path in saySeats) Assert.NotEqual((path, before[path]), (path, (await app.AsVisitor().GetAsync(path)).Header("ETag")));

        // And they would not be others if they were made now.
        await app.RaiseAsync(Area.Programme);
        foreach (var path in sayNothing) Assert.Equal((path, before[path]), (path, (await app.AsVisitor().GetAsync(path)).Header("ETag")));
    }

    // Whether the list of films (of the programme) and that of venues (of the journal) had to be made.
    static async Task<(bool Films, bool Venues)> AreMadeAsync(ScreeningsApp app)
    {
        return (await IsMadeAsync("/films"), await IsMadeAsync("/venues"));

        async Task<bool> IsMadeAsync(string path)
        {
            await app.AsVisitor().GetAsync("/series"); // what the clock changes next is found out once for all pages
            app.Statements.Reset();
            Assert.Equal(200, (await app.AsVisitor().GetAsync(path)).Status);
            return app.Statements.Statements.Count > 0;
        }
    }

    static Task AddFilmAsync(ScreeningsDb db, string title)
    {
        db.Films.Add(new Film { Slug = Slug.From("film", title), Title = title, Kind = FilmKind.Documentary });
        return db.SaveChangesAsync();
    }

    static async Task HasHeardAsync(ScreeningsApp app, Area area, long number)
    {
        var version = app.Services.GetRequiredService<Versions>().Of(area);
        for (var tries = 0; tries < 500 && version.Number != number; tries++) await Task.Delay(20);
        Assert.Equal(number, version.Number);
    }
}
