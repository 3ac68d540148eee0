using System.Text.Json;
using HomsScreenings.Desk;
using HomsScreenings.Records;
using HomsScreenings.Tests.Import;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Import;

/// <summary>
/// Whatever a form accepts can be saved, is exported, and loads into an empty database as it was. The forms are made up
/// anew for each seed; a failure says its seed, with which it can be had again.
/// </summary>
public sealed class RoundTripTests
{
    /// <summary>Forms that are nearly always refused would prove nothing.</summary>
    const int MinAccepted = 12;

    [Theory, OnEachDatabase]
    public async Task Whatever_a_form_accepts_is_exported_and_loaded_as_it_was(Database database)
    {
        foreach (var seed in new ulong[] { 1888, 2014, 2999 })
        {
            await using var here = await LoadingBench.OpenAsync(database);
            await using var there = await LoadingBench.OpenAsync(database);
            var desk = new TypingDesk(here, seed);
            try
            {
                await desk.TypeAllAsync();
                var exported = await here.ExportAsync();
                var report = await there.LoadAsync(exported);
                Assert.Equal("", string.Join('\n', report.Problems));
                Assert.Equal(await here.InDbAsync(DatabaseSnapshot.OfAsync), await there.InDbAsync(DatabaseSnapshot.OfAsync));
                Assert.Equal(exported, await there.ExportAsync());
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"With seed {seed} on {database}: {problem.GetBaseException().Message}", problem);
            }
            Assert.All(desk.Accepted, kind =>
                Assert.True(kind.Value >= MinAccepted, $"With seed {seed} only {kind.Value} of {kind.Key} were accepted."));
        }
    }

    [Theory, OnEachDatabase]
    public async Task As_many_languages_as_there_is_room_for_are_kept(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        string[] heard = [.. Enumerable.Range(0, 100).Select(i => $"{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}")],
            read = [.. heard.Select(tag => $"{tag[1]}{tag[0]}").Distinct()];
        Assert.Equal(Lengths.Line - 1, string.Join(' ', heard).Length);
        await bench.LoadedAsync(
            JsonSerializer.Serialize(
                new { format = 1, screenings = new[] { new { slug = "x", title = "X", languages = heard, subtitles = read } } }));
        var screening = await bench.ScreeningAsync("x");
        Assert.Equal((string.Join(' ', heard), string.Join(' ', read)),
            (string.Join(' ', screening.Languages), string.Join(' ', screening.Subtitles)));
        Assert.StartsWith(" aa ab ", screening.LanguagesKey, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_longest_address_still_has_room_for_its_number(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        var longest = new string('z', Slug.MaxLength);
        for (var i = 0; i < 3; i++)
            await bench.InDbAsync(async db =>
            {
                db.Organisations.Add(
                    await new OrganisationInput { Name = $"House {i}", Slug = longest }.ToOrganisationAsync(db, CancellationToken.None));
                await db.SaveChangesAsync();
            });
        Assert.Equal([longest, longest[..^2] + "-2", longest[..^2] + "-3"],
            await bench.InDbAsync(db => db.Organisations.OrderBy(o => o.Id).Select(o => o.Slug).ToListAsync()));
    }
}
