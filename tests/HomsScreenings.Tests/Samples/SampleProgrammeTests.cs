using HomsScreenings.Bookings;
using HomsScreenings.Import;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Samples;
using HomsScreenings.Tests.Bookings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Samples;

public sealed class SampleProgrammeTests
{
    static Task<ScreeningsApp> StartAsync(Database database) =>
        ScreeningsApp.StartAsync(database, ("Programme:LoadWhenEmpty", "data/homs.json"), ("Programme:Sample", "true"));

    [Theory, OnEachDatabase]
    public async Task A_first_start_loads_the_programme_and_a_sample_in_the_coming_weeks(Database database)
    {
        await using var app = await StartAsync(database);
        var samples = await app.InDbAsync(
            db => db.Screenings.Where(s => s.IsSample).InProgrammeOrder().Select(ScreeningCard.Of).ToListAsync());
        Assert.Equal(["sample-london", "sample-manchester", "sample-berlin", "sample-portland", "sample-leith", "sample-london-again"],
            samples.Select(s => s.Slug));
        Assert.Equal(6, await app.InDbAsync(db => db.Screenings.CountAsync(s => !s.IsSample)));
        Assert.All(samples, s => Assert.InRange(s.Date!.Value, new LocalDate(2026, 6, 2), new LocalDate(2026, 7, 31)));
        Assert.All(samples, s => Assert.Equal(("Return to Homs", "Sample tour"), (s.Heading, s.SeriesTitle)));
        Assert.All(samples, s => Assert.Empty(s.Speakers));
        Assert.All(samples.Where(s => s.VenueName is not null), s => Assert.StartsWith("Sample ", s.VenueName, StringComparison.Ordinal));
        Assert.Equal(
            ["sample-berlin"], samples.Where(s => s.Status == ScreeningStatus.Cancelled && s.StatusReason is not null).Select(s => s.Slug));
        Assert.Equal(["sample-london-again"], samples.Where(s => s.Time is null).Select(s => s.Slug));
        Assert.Equal(["sample-leith"], samples.Where(s => s.VenueName is null).Select(s => s.Slug));
    }

    [Theory, OnEachDatabase]
    public async Task Every_sample_is_labelled_in_the_programme(Database database)
    {
        await using var app = await StartAsync(database);
        var page = await app.AsVisitor().GetAsync("/screenings");
        Assert.Equal(
            6, page.Html.QuerySelectorAll(".screening")
                .Count(s => s.QuerySelector("a[href^='/screenings/sample-']") is not null && s.QuerySelector(".sample-mark") is not null));
        Assert.Equal(6, page.Texts(".sample-mark").Count);
    }

    [Theory, OnEachDatabase]
    public async Task The_button_on_the_desk_removes_the_sample_for_good(Database database)
    {
        await using var app = await StartAsync(database);
        var organiser = await app.AsAdministratorAsync();
        var tried = await app.BookAsync(await app.InDbAsync(db => db.Screenings.SingleAsync(s => s.Slug == "sample-manchester")),
            people: 4);
        Assert.Equal(BookingState.Booked, tried.Booking!.State);
        var answer = await organiser.FillAsync("/organise/sample");
        Assert.Equal((302, "/organise", 0), (answer.Status, answer.Location, await app.InDbAsync(db => db.Bookings.CountAsync())));
        Assert.False(await HasSampleAsync(app));
        Assert.Equal(6, await app.InDbAsync(db => db.Screenings.CountAsync()));
        Assert.Equal(["sample-berlin", "sample-leith", "sample-london", "sample-london-again", "sample-manchester", "sample-portland"],
            await app.InDbAsync(
                db => db.PastSlugs.Where(p => p.Kind == "Screening" && p.TargetId == null).OrderBy(p => p.Slug)
                    .Select(p => p.Slug).ToListAsync()));
        Assert.True(await app.InDbAsync(db => SampleProgramme.WasRemovedAsync(db, CancellationToken.None)));

        var again = await organiser.GetAsync("/organise/sample");
        Assert.Equal(
            (200, null), (again.Status, again.Html.QuerySelector("main form[action='/organise/sample'], main form:not([action])")));
    }

    [Theory, OnEachDatabase]
    public async Task Only_those_who_edit_everything_find_the_button(Database database)
    {
        await using var app = await StartAsync(database);
        Assert.Equal(404, (await (await app.AsOrganiserAsync()).GetAsync("/organise/sample")).Status);
        Assert.Equal(302, (await app.AsVisitor().GetAsync("/organise/sample")).Status);
        Assert.Equal(200, (await (await app.AsSiteEditorAsync()).GetAsync("/organise/sample")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_venue_and_a_screening_of_ones_own_outlive_the_sample(Database database)
    {
        await using var app = await StartAsync(database);
        var own = await app.Programme.AddScreening("Return to Homs",
            "2026-07-01 20:00", at: "Sample Community Cinema", series: "Sample tour");
        await app.InDbAsync(db => SampleProgramme.RemoveAsync(db, CancellationToken.None));
        var row = await app.InDbAsync(db => db.Screenings.Include(s => s.Venue).Include(s => s.Series).SingleAsync(s => s.Id == own.Id));
        Assert.Equal(("Sample Community Cinema", null), (row.Venue!.Name, row.Series?.Title));
        Assert.False(await app.InDbAsync(db => db.Venues.AnyAsync(v => v.Slug == "sample-film-hall-portland")));
    }

    [Fact]
    public void Without_a_film_the_sample_has_titles()
    {
        var programme = SampleProgramme.With(new ProgrammeFile(), StoppedClock.Noon);
        Assert.All(programme.Screenings, s => Assert.Equal(("Sample screening", 0), (s.Title, s.Films.Count)));
    }

    static Task<bool> HasSampleAsync(ScreeningsApp app) =>
        app.InDbAsync(async db => await db.Screenings.AnyAsync(s => s.IsSample) || await db.Series.AnyAsync(s => s.IsSample)
            || await db.Venues.AnyAsync(v => v.IsSample));
}
