using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Records;

public sealed class RecordKeepingTests
{
    [Theory, OnEachDatabase]
    public async Task Saving_a_record_raises_its_version_its_time_and_the_programmes_version_and_says_what_changed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        var version = await app.VersionOfAsync(Area.Programme);
        app.Clock.Pass(Duration.FromHours(1));
        await Change(app, f => { f.Title = "Return to Homs"; f.ReleaseYear = 2014; });

        var film = await app.InDbAsync(db => db.Films.SingleAsync());
        Assert.Equal((2, StoppedClock.Noon + Duration.FromHours(1)), (film.Version, film.ChangedAt));
        Assert.Equal(version + 1, await app.VersionOfAsync(Area.Programme));
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
        var version = await app.VersionOfAsync(Area.Programme);
        await Change(app, f =>
            { f.Title = "Homs"; f.Languages = [.. f.Languages]; f.SetRunningTimes([new RunningTime { Minutes = 94 }]); f.SetStills([]); });

        Assert.Equal(1, (await app.InDbAsync(db => db.Films.SingleAsync())).Version);
        Assert.Equal(version, await app.VersionOfAsync(Area.Programme));
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
        var version = await app.VersionOfAsync(Area.Programme);
        var outcome = await app.InDbAsync(async db =>
        {
            db.Films.Add(new Film { Slug = "homs", Title = "Another", Kind = FilmKind.Other });
            return await db.TrySaveAsync(CancellationToken.None);
        });
        Assert.Equal(SaveOutcome.Refused, outcome);
        Assert.Equal(version, await app.VersionOfAsync(Area.Programme));
        Assert.Equal(1, await app.InDbAsync(db => db.Audit.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_save_belongs_to_the_transaction_that_it_was_made_in_and_is_known_with_its_commit(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var versions = app.Services.GetRequiredService<Versions>().Of(Area.Programme);
        var (known, written) = (versions.Number, await app.VersionOfAsync(Area.Programme));
        await app.InDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Films.Add(new Film { Slug = "one", Title = "One", Kind = FilmKind.Other });
            await db.SaveChangesAsync();
            db.Films.Add(new Film { Slug = "two", Title = "Two", Kind = FilmKind.Other });
            await db.SaveChangesAsync();
            Assert.Equal(known, versions.Number);
            await transaction.CommitAsync();
            Assert.Equal(known + 1, versions.Number);
        });
        Assert.Equal((written + 1, 2), (await app.VersionOfAsync(Area.Programme), await app.InDbAsync(db => db.Films.CountAsync())));
        Assert.Equal(2, await app.InDbAsync(db => db.Audit.CountAsync()));

        await app.InDbAsync(async db =>
        {
            await using (await db.Database.BeginTransactionAsync())
            {
                db.Films.Add(new Film { Slug = "three", Title = "Three", Kind = FilmKind.Other });
                await db.SaveChangesAsync();
            }
            await using var other = await db.Database.BeginTransactionAsync();
            await other.CommitAsync();
        });
        Assert.Equal((known + 1, written + 1), (versions.Number, await app.VersionOfAsync(Area.Programme)));
        Assert.Equal(2, await app.InDbAsync(db => db.Films.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_save_that_fails_in_a_transaction_leaves_the_rest_of_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Homs");
        await app.InDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Films.Add(new Film { Slug = "before", Title = "Before", Kind = FilmKind.Other });
            await db.SaveChangesAsync();
            db.Films.Add(new Film { Slug = "homs", Title = "Another", Kind = FilmKind.Other });
            Assert.Equal(SaveOutcome.Refused, await db.TrySaveAsync(CancellationToken.None));
            db.Films.Add(new Film { Slug = "after", Title = "After", Kind = FilmKind.Other });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        Assert.Equal(["after", "before", "homs"], await app.InDbAsync(db => db.Films.Select(f => f.Slug).Order().ToListAsync()));
        Assert.Equal(3, await app.InDbAsync(db => db.Audit.CountAsync()));
    }

    static Task Change(ScreeningsApp app, Action<Film> change) => app.InDbAsync(async db =>
    {
        change(await db.Films.Include(f => f.RunningTimes).Include(f => f.Stills).SingleAsync());
        await db.SaveChangesAsync();
    });
}
