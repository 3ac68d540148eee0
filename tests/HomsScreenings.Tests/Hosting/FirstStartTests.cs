using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Hosting;

public sealed class FirstStartTests
{
    static readonly (string, string)[] First = [("Programme:LoadWhenEmpty", "data/homs.json"), ("Programme:Sample", "true")];

    [Theory, OnEachDatabase]
    public async Task A_second_start_finds_everything_as_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, First);
        var version = await app.VersionOfAsync(Area.Programme);
        await using var second = await ScreeningsApp.StartAsync(app.Database, First);
        Assert.Equal(version, await second.VersionOfAsync(Area.Programme));
        Assert.Equal(12, await second.InDbAsync(db => db.Screenings.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Served_without_the_setting_the_sample_goes_and_does_not_return_with_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, First);
        await using (var without = await ScreeningsApp.StartAsync(app.Database, ("Programme:Sample", "false")))
            Assert.Equal(6, await without.InDbAsync(db => db.Screenings.CountAsync()));
        await using var with = await ScreeningsApp.StartAsync(app.Database, First);
        Assert.Equal(0, await with.InDbAsync(db => db.Screenings.CountAsync(s => s.IsSample)));
    }

    [Theory, OnEachDatabase]
    public async Task A_sample_alone_that_was_removed_does_not_return_to_the_empty_programme(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Programme:Sample", "true"));
        Assert.Equal(6, await app.InDbAsync(db => db.Screenings.CountAsync()));
        await using (await ScreeningsApp.StartAsync(app.Database)) { }
        await using var again = await ScreeningsApp.StartAsync(app.Database, ("Programme:Sample", "true"));
        Assert.Equal(0, await again.InDbAsync(db => db.Screenings.CountAsync()));
        Assert.Equal(0, await again.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Without_the_settings_an_empty_database_stays_empty(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal((0, 1L), (await app.InDbAsync(db => db.Films.CountAsync()), await app.VersionOfAsync(Area.Programme)));
    }

    [Fact]
    public async Task A_first_programme_that_is_nowhere_is_one_sentence()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        var run = await ProgramRun.OfAsync(database, "serve", "--Programme:LoadWhenEmpty=data/nothing.json", "--urls=http://127.0.0.1:0");
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith("The setting Programme:LoadWhenEmpty names 'data/nothing.json', which is neither in ",
            Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_programme_with_problems_names_them_all()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "format": 1, "films": [{ "slug": "x" }] }""");
        var run = await ProgramRun.OfAsync(database, "serve", $"--Programme:LoadWhenEmpty={file}", "--urls=http://127.0.0.1:0");
        File.Delete(file);
        Assert.Equal(
            new ProgramRun(
                1, "",
                $"The first programme cannot be loaded from {file}:\nfilms[0].title: It is missing.\nfilms[0].kind: It is missing.\n"),
                run);
    }
}
