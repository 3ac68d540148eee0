using System.Diagnostics;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Processes;

/// <summary>The power goes while somebody saves.</summary>
public sealed class KilledTests
{
    const int Rounds = 10;

    [Theory, OnEachDatabase]
    public async Task What_was_answered_is_there_and_what_was_not_is_there_wholly_or_not_at_all(Database kind)
    {
        await using var database = await FreshDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("homs-killed-").FullName;
        var answered = new HashSet<string>(StringComparer.Ordinal);
        var usual = await SaveAsync("whole", null) ?? throw new InvalidOperationException("Even in peace it does not save.");

        for (var round = 0; round < Rounds; round++)
        {
            // Moments spread over the second half of a save's usual time, where it writes, and a little beyond.
            await SaveAsync($"round-{round}", usual * (0.5 + (0.6 * round / Rounds)));
            await using var db = database.Open(TimeProvider.System);
            if (kind == Database.Sqlite)
                Assert.Equal(
                    "ok",
                    (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync())
                        .Single());
            var there = await db.Screenings.OrderBy(s => s.Id).Select(s => s.Slug).ToListAsync();
            Assert.Subset(there.ToHashSet(StringComparer.Ordinal), answered);
            Assert.Equal(there, await db.Venues.OrderBy(v => v.Id).Select(v => v.Slug).ToListAsync());
            Assert.Equal(there.Count, await db.Audit.CountAsync(a => a.Kind == "Screening"));
        }

        await SaveAsync("afterwards", null);
        Assert.Contains("afterwards", answered);
        Directory.Delete(folder, recursive: true);

        // How long it took; null when it was killed before it answered.
        async Task<TimeSpan?> SaveAsync(string slug, TimeSpan? killAfter)
        {
            var file = Path.Combine(folder, $"{slug}.json");
            await File.WriteAllTextAsync(file, $$"""
                {
                  "format": 1,
                  "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary" }],
                  "venues": [{ "slug": "{{slug}}", "name": "Hall {{slug}}", "city": "London", "timeZone": "Europe/London" }],
                  "screenings": [{ "slug": "{{slug}}", "status": "published", "films": [{ "film": "homs" }], "venue": "{{slug}}", "date": "2026-12-01", "time": "20:00" }]
                }
                """);
            var since = Stopwatch.StartNew();
            await using var program = RunningProgram.Start(["load", file, .. RunningProgram.SettingsFor(database)]);
            if (killAfter is { } moment)
            {
                await Task.WhenAny(Task.Delay(moment), program.EndAsync());
                program.Kill();
            }
            if ((await program.EndAsync()).Status != 0) return null;
            answered.Add(slug);
            return since.Elapsed;
        }
    }
}
