using HomsScreenings.Import;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Import;

/// <summary>What venues, people and organisations are called in other languages, in a programme file.</summary>
public sealed class NameWordingLoaderTests
{
    const string Worded = """
        {
          "format": 1,
          "organisations": [{ "slug": "amnesty", "name": "Amnesty", "wordings": { "AR": { "name": "العفو", "about": "عن **العفو**" } } }],
          "people": [{
            "slug": "talal", "name": "طلال", "textLanguage": "ar", "wordings": { "en": { "name": "Talal", "about": "Director." } }
          }],
          "venues": [{
            "slug": "zahra", "name": "Zahra", "city": "London", "country": "GB", "expect": { "askFor": "The usher" },
            "wordings": {
              "ar": {
                "name": "الزهراء", "directions": "خلف الساحة", "accessNotes": "درج", "askFor": "الحارس", "expectationNotes": "تدفئة"
              },
              "fr": { "name": "Le Zahra" }
            }
          }]
        }
        """;

    [Theory, OnEachDatabase]
    public async Task They_are_loaded_exported_and_loaded_again(Database database)
    {
        await using var here = await LoadingBench.OpenAsync(database);
        await here.LoadedAsync(Worded);
        var before = await here.StateAsync();
        Assert.All((await here.LoadedAsync(Worded)).Records, r => Assert.Equal(LoadOutcome.Unchanged, r.Outcome));
        Assert.Equal(before, await here.StateAsync());

        var amnesty = Assert.Single((await here.InDbAsync(db => db.Organisations.Include(o => o.Translations).SingleAsync())).Translations);
        Assert.Equal(("ar", "العفو", "عن **العفو**"), (amnesty.Language, amnesty.Name, amnesty.About));
        var person = await here.InDbAsync(db => db.People.Include(p => p.Translations).SingleAsync());
        var talal = Assert.Single(person.Translations);
        Assert.Equal(("ar", "en", "Talal", "Director."), (person.TextLanguage, talal.Language, talal.Name, talal.About));
        var venue = await here.InDbAsync(db => db.Venues.Include(v => v.Translations).SingleAsync());
        Assert.Equal([("ar", "الزهراء", "خلف الساحة", "درج", "الحارس", "تدفئة"), ("fr", "Le Zahra", null, null, null, null)],
            venue.Translations.OrderBy(w => w.Language, StringComparer.Ordinal)
                .Select(w => (w.Language, w.Name!, w.Directions, w.AccessNotes, w.AskFor, w.ExpectationNotes)));

        var exported = await here.ExportAsync();
        await using var there = await LoadingBench.OpenAsync(database);
        there.Clock.Pass(Duration.FromDays(1));
        await there.LoadedAsync(exported);
        Assert.Equal(exported, await there.ExportAsync());
    }

    [Theory, OnEachDatabase]
    public async Task What_a_file_leaves_out_goes(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Worded);
        await bench.LoadedAsync("""
            { "format": 1, "organisations": [{ "slug": "amnesty", "name": "Amnesty" }], "people": [{ "slug": "talal", "name": "Talal" }],
              "venues": [{ "slug": "zahra", "name": "Zahra", "city": "London", "country": "GB" }] }
            """);
        Assert.Empty(await bench.InDbAsync(db => db.Organisations.SelectMany(o => o.Translations).ToListAsync()));
        Assert.Empty(await bench.InDbAsync(db => db.People.SelectMany(p => p.Translations).ToListAsync()));
        Assert.Empty(await bench.InDbAsync(db => db.Venues.SelectMany(v => v.Translations).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Every_mistake_is_named_with_its_place(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        var report = await bench.LoadAsync("""
            { "format": 1,
              "organisations": [{ "slug": "amnesty", "name": "Amnesty", "wordings": { "en": { "name": "A" }, "ar": { "website": "x" } } }],
              "people": [{ "slug": "talal", "name": "Talal", "textLanguage": "ar", "wordings": { "ar": { "name": "T" } } }],
              "venues": [{ "slug": "zahra", "name": "Zahra", "wordings": { "en": { "name": "Z" }, "fr": [] } }] }
            """);
        Assert.Equal(
        [
            "organisations[0].wordings.ar.website: There is no such field here.",
            "venues[0].wordings.fr: [] is not an object in braces.",
            "organisations[0].wordings.en: The record's own texts are in this language.",
            "people[0].wordings.ar: The record's own texts are in this language.",
            "venues[0].wordings.en: The record's own texts are in this language.",
        ], report.Problems);
        Assert.Equal(0, await bench.InDbAsync(db => db.Venues.CountAsync()));
    }
}
