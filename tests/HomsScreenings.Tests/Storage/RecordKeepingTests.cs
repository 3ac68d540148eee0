using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Storage;

public sealed class RecordKeepingTests
{
    [Theory, OnEachDatabase]
    public async Task Saving_a_record_raises_its_version_its_time_and_the_stamp_and_says_what_changed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        var stamp = await StampOf(app);
        app.Clock.Pass(Duration.FromHours(1));
        await Change(app, f => { f.Title = "Return to Homs"; f.ReleaseYear = 2014; });

        var film = await app.InDbAsync(db => db.Films.SingleAsync());
        Assert.Equal((2, StoppedClock.Noon + Duration.FromHours(1)), (film.Version, film.ChangedAt));
        Assert.Equal(stamp + 1, await StampOf(app));
        var entry = await app.InDbAsync(db => db.Audit.OrderBy(a => a.Id).LastAsync());
        Assert.Equal(("Film", "Modified", 2, "Release year: nothing → 2014\nTitle: Homs → Return to Homs"),
            (entry.Kind, entry.Action, entry.Version, string.Join('\n', entry.Changes.Split('\n').Order(StringComparer.Ordinal))));
    }

    [Theory, OnEachDatabase]
    public async Task Changing_only_a_part_changes_the_record(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs", minutes: 94);
        await Change(app, f => f.SetRunningTimes([.. f.RunningTimes, new RunningTime { Minutes = 90, Source = "a review" }]));

        Assert.Equal(2, (await app.InDbAsync(db => db.Films.SingleAsync())).Version);
        Assert.Equal("Running time: changed", (await app.InDbAsync(db => db.Audit.OrderBy(a => a.Id).LastAsync())).Changes);
    }

    [Theory, OnEachDatabase]
    public async Task Saving_what_did_not_change_is_no_change(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs", minutes: 94);
        var stamp = await StampOf(app);
        await Change(app, f => { f.Title = "Homs"; f.Languages = [.. f.Languages]; f.SetRunningTimes([new RunningTime { Minutes = 94 }]); f.SetStills([]); });

        Assert.Equal(1, (await app.InDbAsync(db => db.Films.SingleAsync())).Version);
        Assert.Equal(stamp, await StampOf(app));
    }

    [Theory, OnEachDatabase]
    public async Task Two_who_save_the_same_version_do_not_overwrite_one_another(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        var outcomes = await app.InDbAsync(async mine =>
        {
            var film = await mine.Films.SingleAsync();
            await Change(app, f => f.Title = "Theirs");
            film.Title = "Mine";
            return await mine.TrySaveAsync(CancellationToken.None);
        });
        Assert.Equal(SaveOutcome.ChangedMeanwhile, outcomes);
        Assert.Equal("Theirs", (await app.InDbAsync(db => db.Films.SingleAsync())).Title);
        var since = await app.InDbAsync(db => db.ChangesSinceAsync<Film>(1, 1, CancellationToken.None));
        Assert.Equal(["Title: Homs → Theirs"], Assert.Single(since).Lines);
    }

    [Theory, OnEachDatabase]
    public async Task A_save_that_fails_raises_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        var stamp = await StampOf(app);
        var outcome = await app.InDbAsync(async db =>
        {
            db.Films.Add(new Film { Slug = "homs", Title = "Another", Kind = FilmKind.Other });
            return await db.TrySaveAsync(CancellationToken.None);
        });
        Assert.Equal(SaveOutcome.Refused, outcome);
        Assert.Equal(stamp, await StampOf(app));
        Assert.Equal(1, await app.InDbAsync(db => db.Audit.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Records_are_not_saved_inside_another_transaction(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.InDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Films.Add(new Film { Slug = "x", Title = "X", Kind = FilmKind.Other });
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    static Task Change(ScreeningsApp app, Action<Film> change) => app.InDbAsync(async db =>
    {
        change(await db.Films.Include(f => f.RunningTimes).Include(f => f.Stills).SingleAsync());
        await db.SaveChangesAsync();
    });

    static Task<long> StampOf(ScreeningsApp app) => app.InDbAsync(db => db.ProgrammeVersions.Select(s => s.Value).SingleAsync());
}
