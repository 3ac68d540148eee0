using HomsScreenings.Import;
using HomsScreenings.Samples;
using HomsScreenings.Tests.Import;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Samples;

public sealed class GeneratedProgrammeTests
{
    const int Screenings = 1200; // more than fit into one file

    static async Task<LoadingBench> GeneratedAsync(Database database, int seed)
    {
        var bench = await LoadingBench.OpenAsync(database);
        foreach (var file in GeneratedProgramme.Files(Screenings, seed, StoppedClock.Noon))
            Assert.Empty((await bench.LoadAsync(file)).Problems);
        return bench;
    }

    [Theory, OnEachDatabase]
    public async Task The_same_seed_gives_the_same_programme_and_another_seed_another(Database database)
    {
        await using var one = await GeneratedAsync(database, 7);
        await using var same = await GeneratedAsync(database, 7);
        var other = ProgrammeWriter.Write(GeneratedProgramme.Files(Screenings, 8, StoppedClock.Noon).First());
        Assert.Equal(await one.ExportAsync(), await same.ExportAsync());
        Assert.NotEqual(ProgrammeWriter.Write(GeneratedProgramme.Files(Screenings, 7, StoppedClock.Noon).First()), other);
        Assert.True(await one.InDbAsync(db => GeneratedProgramme.IsThereAsync(db, 7, CancellationToken.None)));
        Assert.False(await one.InDbAsync(db => GeneratedProgramme.IsThereAsync(db, 8, CancellationToken.None)));
    }

    [Theory, OnEachDatabase]
    public async Task Most_of_it_is_yet_to_come_in_many_zones_and_all_of_it_says_that_it_is_made_up(Database database)
    {
        await using var bench = await GeneratedAsync(database, 1);
        Assert.Equal(Screenings, await bench.InDbAsync(db => db.Screenings.CountAsync()));
        Assert.InRange(await bench.InDbAsync(db => db.Screenings.CountAsync(s => s.EndsAt > StoppedClock.Noon)),
            Screenings * 7 / 10, Screenings * 9 / 10);
        Assert.True(await bench.InDbAsync(db => db.Venues.Select(v => v.TimeZone).Distinct().CountAsync()) > 20);
        Assert.All(await bench.InDbAsync(db => db.Venues.Select(v => v.Name).ToListAsync()),
            name => Assert.StartsWith("Sample ", name, StringComparison.Ordinal));
        Assert.All(await bench.InDbAsync(db => db.People.Select(p => p.Name).ToListAsync()),
            name => Assert.Matches(@"^Speaker \d+$", name));
    }
}
