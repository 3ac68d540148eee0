using HomsScreenings.Records;
using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Programme.Snapshots;

/// <summary>
/// The list finds in memory what the API finds in the database: both must say the same, whatever is asked and whoever has
/// saved meanwhile.
/// </summary>
public sealed class SnapshotTests
{
    static readonly string[] Queries =
    [
        "", "q=homs", "q=hom", "q=homs+leeds", "q=hmos", "q=حمص",
        "q=sky", "film=another-sky", "film=another-sky&film=return-to-homs", "venue=ica", "venue=ica&venue=rio",
        "series=uk-tour", "organisation=campaign", "organisation=campaign&city=leeds",
        "city=LONDON", "city=london&city=suva", "country=gb", "country=fj&free=true", "language=ar",
        "language=pt-BR&language=en", "free=true", "access=step-free",
        "access=step-free&access=captions", "to=2026-07-03", "from=2026-06-27", "from=2014-01-01&to=2026-06-30",
        "on=today", "on=tomorrow&past=true", "on=weekend&city=suva", "on=next-week", "on=next-week&from=2026-06-09&free=true",
        "near=51.5,-0.1", "near=51.5,-0.1&within=500", "near=-16.85,179.95&within=50", "near=Leeds&within=100&q=homs",
    ];

    [Theory, OnEachDatabase]
    public async Task The_list_and_the_database_find_the_same_in_the_same_order(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var query in Queries) Assert.Equal((query, await InDatabaseAsync(app, query)), (query, await InMemoryAsync(app, query)));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_over_follows_the_latest_first_and_in_its_day_what_has_no_time_comes_last(Database database)
    {
        await using var app = await AppAsync(database);
        var over = await app.InDbAsync(db => db.Screenings.Published().Over(app.Clock.Now).LatestFirst().Select(s => s.Slug).ToListAsync());
        var coming = (await InDatabaseAsync(app, "")).Split(' ');
        Assert.Equal(string.Join(' ', coming.Concat(over)), await InMemoryAsync(app, "past=true"));
        Assert.True(over.Count > 4);
    }

    [Theory, OnEachDatabase]
    public async Task What_another_process_saves_is_followed_row_by_row(Database database)
    {
        await using var shared = await FreshDatabase.CreateAsync(database);
        await using var reader = await ScreeningsApp.StartAsync(shared);
        await using var writer = await ScreeningsApp.StartAsync(shared);
        await FillAsync(writer);
        await CompareAsync("everything");

        var first = await writer.InDbAsync(db => db.Screenings.OrderBy(s => s.Id).FirstAsync());
        await writer.Programme.Change(first, s => s.Reschedule(new LocalDate(2026, 8, 1), new LocalTime(9, 0), false, null, null));
        await CompareAsync("moved to another day");
        await SaveAsync(db => db.Venues.Where(v => v.Slug == "ica"), v => (v.City, v.Latitude, v.Longitude) = ("Leeds", 53.8, -1.55));
        await CompareAsync("its venue in another town");
        await SaveAsync(db => db.Films.Where(f => f.Slug == "another-sky"), f => (f.Title, f.Languages) = ("Homs again", ["ar"]));
        await CompareAsync("its film by another name, in another language");
        await SaveAsync(db => db.Screenings.Where(s => s.Slug == first.Slug), s => (s.Admission, s.Captions) = (Admission.Free, true));
        await CompareAsync("free, and with captions");
        await writer.Programme.AddScreening("New one", "2026-07-02 20:00", "Rio", series: "UK tour");
        await CompareAsync("one more");
        await writer.InDbAsync(async db =>
        {
            db.Screenings.Remove(await db.Screenings.SingleAsync(s => s.Slug == first.Slug));
            return await db.SaveChangesAsync();
        });
        await CompareAsync("one less");

        async Task CompareAsync(string what)
        {
            reader.Services.GetRequiredService<Versions>()
                .Advance(Area.Programme, await reader.InDbAsync(db => db.Programme().Select(v => v.Number).SingleAsync()));
            foreach (var query in Queries)
                Assert.Equal((what, query, await InDatabaseAsync(reader, query)), (what, query, await InMemoryAsync(reader, query)));
        }

        Task<int> SaveAsync<T>(Func<ScreeningsDb, IQueryable<T>> find, Action<T> change) => writer.InDbAsync(async db =>
        {
            change(await find(db).SingleAsync());
            return await db.SaveChangesAsync();
        });
    }

    [Theory, OnEachDatabase]
    public async Task After_a_save_one_statement_tells_what_it_touched(Database database)
    {
        await using var app = await AppAsync(database);
        await app.AsVisitor().GetAsync("/screenings?view=map");
        await app.Programme.AddScreening("New one", "2026-07-02 20:00", "Rio");
        await app.StatementsOfAsync("/screenings?view=map");
        Assert.Contains("ChangedScreenings", Assert.Single(app.Statements.Statements), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_missed_too_many_saves_reads_everything(Database database)
    {
        await using var app = await AppAsync(database);
        await app.AsVisitor().GetAsync("/screenings?view=map");
        await app.Programme.AddScreening("New one", "2026-07-02 20:00", "Rio");
        await app.InDbAsync(db => db.Programme().ExecuteUpdateAsync(s => s.SetProperty(v => v.Number, v => v.Number + 200)));
        await app.Programme.AddScreening("Another one", "2026-07-02 22:00", "Rio"); // with it the old notes go
        Assert.Equal(2, await app.StatementsOfAsync("/screenings?view=map"));
        Assert.Equal(await InDatabaseAsync(app, ""), await InMemoryAsync(app, ""));
    }

    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await FillAsync(app);
        return app;
    }

    // The clock stands at the beginning of June 2026.
    static async Task FillAsync(ScreeningsApp app)
    {
        var programme = app.Programme;
        await programme.AddVenue("ICA", and: v => (v.Latitude, v.Longitude, v.StepFree) = (51.506, -0.131, Known.Yes));
        await programme.AddVenue("Hyde Park Picture House", "Leeds", and: v => v.HearingLoop = Known.Yes);
        await programme.AddVenue("Taveuni Hall", "Suva", "FJ", "Pacific/Fiji", v => (v.Latitude, v.Longitude) = (-16.85, -179.95));
        await programme.AddFilm(
            "Return to Homs", 94, f => (f.OriginalTitle, f.OriginalTitleLanguage, f.Languages) = ("العودة إلى حمص", "ar", ["ar"]));
        await programme.AddFilm("Another Sky", 80, f => f.Languages = ["pt-BR"]);
        await programme.AddScreening("Another Sky", "2026-06-27 18:00",
            "ICA", series: "UK tour", organisation: "Campaign", and: s => s.Admission = Admission.Free);
        await programme.AddScreening("Return to Homs", "2026-06-27 20:30",
            "Hyde Park Picture House", and: s => (s.Captions, s.Subtitles) = (true, ["en"]));
        await programme.AddScreening("Return to Homs", "2026-06-27", "ICA", series: "UK tour");
        await programme.AddScreening("Return to Homs", "2026-06-27 20:30",
            "Taveuni Hall", organisation: "Campaign", and: s => s.Admission = Admission.Free);
        await programme.AddScreening("Return to Homs", null, "Rio", series: "Season");
        await programme.AddScreening("Another Sky", null, null);
        await programme.AddScreening("Another Sky", "2026-07-04 20:30", "Rio", and: s => s.Captions = true);
        await programme.AddScreening("Return to Homs", "2026-07-05 20:30", published: false);
        foreach (var over in new[] { "2014-01-03 20:00", "2014-01-03", "2014-01-03 18:00", "2026-05-01 19:00", "1969-12-31 19:00" })
            await programme.AddScreening(when: over);
    }

    static async Task<string> InMemoryAsync(ScreeningsApp app, string query)
    {
        var page = await app.AsVisitor().GetAsync($"/screenings?{query}");
        Assert.Equal((query, 200), (query, page.Status));
        return string.Join(
            ' ', page.Html.QuerySelectorAll(".screening .title a").Select(a => a.GetAttribute("href")!["/screenings/".Length..]));
    }

    static async Task<string> InDatabaseAsync(ScreeningsApp app, string query)
    {
        var answer = await app.AsVisitor().GetAsync($"/api/v1/screenings?limit=100&{query}");
        Assert.Equal((query, 200), (query, answer.Status));
        using var json = JsonDocument.Parse(answer.Body);
        return string.Join(' ', json.RootElement.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("slug").GetString()));
    }
}
