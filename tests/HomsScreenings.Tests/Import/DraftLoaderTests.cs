using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Import;

/// <summary>Drafts of films, people and venues in programme files.</summary>
public sealed class DraftLoaderTests
{
    const string Drafts = """
        {
          "format": 1,
          "people": [{ "slug": "ana", "name": "Ana", "published": false }, { "slug": "orwa", "name": "Orwa" }],
          "films": [
            { "slug": "homs", "title": "Homs", "kind": "documentary", "published": true },
            { "slug": "light", "title": "Light", "kind": "short", "credits": [{ "role": "Director", "person": "ana" }], "published": false }
          ],
          "venues": [{ "slug": "hall", "name": "Hall", "timeZone": "Europe/London", "published": false }]
        }
        """;

    [Theory, OnEachDatabase]
    public async Task What_a_file_calls_no_draft_is_public_and_drafts_are_written_as_such(Database database)
    {
        await using var here = await LoadingBench.OpenAsync(database);
        await using var there = await LoadingBench.OpenAsync(database);
        await here.LoadedAsync(Drafts);
        Assert.Equal("homs, orwa", await PublicAsync(here));
        var exported = await here.ExportAsync();
        Assert.Equal(3, exported.Split("\"published\": false").Length - 1);
        Assert.DoesNotContain("\"published\": true", exported, StringComparison.Ordinal);
        await there.LoadedAsync(exported);
        Assert.Equal(exported, await there.ExportAsync());

        await here.LoadedAsync(exported.Replace("\"published\": false", "\"published\": true", StringComparison.Ordinal));
        Assert.Equal("ana, hall, homs, light, orwa", await PublicAsync(here));
        await here.LoadedAsync(exported);
        Assert.Equal("homs, orwa", await PublicAsync(here));
    }

    [Theory, OnEachDatabase]
    public async Task What_a_public_screening_of_a_file_names_is_public_whatever_else_the_file_says(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Drafts.TrimEnd()[..^1] + """
            , "screenings": [{ "slug": "first", "films": [{ "film": "light" }], "venue": "hall", "date": "2026-07-01",
              "time": "20:00", "status": "published" }] }
            """);
        Assert.Equal("ana, hall, homs, light, orwa", await PublicAsync(bench));
        Assert.DoesNotContain("\"published\": false", await bench.ExportAsync(), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Published_is_true_or_false(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        var report = await bench.LoadAsync("""{ "format": 1, "people": [{ "slug": "ana", "name": "Ana", "published": "no" }] }""");
        Assert.Equal(["people[0].published: 'no' is neither true nor false."], report.Problems);
    }

    static Task<string> PublicAsync(LoadingBench bench) => bench.InDbAsync(async db => string.Join(", ",
        (await db.Films.Where(f => f.IsPublic).Select(f => f.Slug).ToListAsync())
            .Concat(await db.People.Where(p => p.IsPublic).Select(p => p.Slug).ToListAsync())
            .Concat(await db.Venues.Where(v => v.IsPublic).Select(v => v.Slug).ToListAsync()).Order(StringComparer.Ordinal)));
}
