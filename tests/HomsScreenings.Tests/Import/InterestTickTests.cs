using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Import;

/// <summary>A programme file says of films and series whether their pages tell how many wait for them.</summary>
public sealed class InterestTickTests
{
    const string File = """
        {
          "format": 1,
          "films": [
            { "slug": "told", "title": "Told", "kind": "documentary", "showInterest": true },
            { "slug": "silent", "title": "Silent", "kind": "documentary" }],
          "series": [{ "slug": "tour", "title": "Tour", "kind": "tour", "showInterest": true }, { "slug": "run", "title": "Run", "kind": "tour" }]
        }
        """;

    [Theory, OnEachDatabase]
    public async Task The_tick_is_read_and_written_and_taken_back(Database database)
    {
        await using var here = await LoadingBench.OpenAsync(database);
        await using var there = await LoadingBench.OpenAsync(database);
        await here.LoadedAsync(File);
        Assert.Equal(["told", "tour"], await TickedAsync(here));
        await there.LoadedAsync(await here.ExportAsync());
        Assert.Equal(["told", "tour"], await TickedAsync(there));
        await there.LoadedAsync(File.Replace(", \"showInterest\": true", "", StringComparison.Ordinal));
        Assert.Empty(await TickedAsync(there));
    }

    static Task<List<string>> TickedAsync(LoadingBench bench) => bench.InDbAsync(async db =>
    {
        var films = await db.Films.Where(f => f.ShowsInterest).Select(f => f.Slug).ToListAsync();
        return films.Concat(await db.Series.Where(s => s.ShowsInterest).Select(s => s.Slug).ToListAsync()).ToList();
    });
}
