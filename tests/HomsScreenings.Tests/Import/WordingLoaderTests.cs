using HomsScreenings.Import;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Import;

public sealed class WordingLoaderTests
{
    const string Worded = """
        {
          "format": 1,
          "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary", "wordings": { "AR": { "title": "حمص", "synopsis": "س\nص", "contentNotes": "ح", "notes": "م" }, "fr": { "title": "Homs, France" } } }],
          "series": [{ "slug": "jawla", "title": "جولة", "kind": "tour", "textLanguage": "ar", "wordings": { "en": { "title": "Tour", "description": "D", "invitation": "I", "datesNote": "N" } } }],
          "screenings": [{
            "slug": "one", "films": [{ "film": "homs" }], "city": "London", "status": "cancelled", "statusReason": "Snow",
            "wordings": { "ar": { "title": "ليلة", "description": "و", "premiereNote": "أول", "statusReason": "ثلج" } }
          }]
        }
        """;

    [Theory, OnEachDatabase]
    public async Task Wordings_are_loaded_exported_and_loaded_again(Database database)
    {
        await using var here = await LoadingBench.OpenAsync(database);
        await here.LoadedAsync(Worded);
        var before = await here.StateAsync();
        Assert.All((await here.LoadedAsync(Worded)).Records, r => Assert.Equal(LoadOutcome.Unchanged, r.Outcome));
        Assert.Equal(before, await here.StateAsync());

        var film = await here.InDbAsync(db => db.Films.Include(f => f.Translations).SingleAsync());
        Assert.Equal("en", film.TextLanguage);
        Assert.Equal([("ar", "حمص", "س\nص", "ح", "م"), ("fr", "Homs, France", null, null, null)],
            film.Translations.OrderBy(w => w.Language, StringComparer.Ordinal)
                .Select(w => (w.Language, w.Title!, w.Synopsis, w.ContentNotes, w.Notes)));
        var series = await here.InDbAsync(db => db.Series.Include(s => s.Translations).SingleAsync());
        var tour = Assert.Single(series.Translations);
        Assert.Equal(("ar", "en", "Tour", "D", "I", "N"),
            (series.TextLanguage, tour.Language, tour.Title, tour.Description, tour.Invitation, tour.DatesNote));
        var night = Assert.Single((await here.InDbAsync(db => db.Screenings.Include(s => s.Translations).SingleAsync())).Translations);
        Assert.Equal(
            ("ar", "ليلة", "و", "أول", "ثلج"), (night.Language, night.Title, night.Description, night.PremiereNote, night.StatusReason));

        var exported = await here.ExportAsync();
        await using var there = await LoadingBench.OpenAsync(database);
        there.Clock.Pass(Duration.FromDays(1));
        await there.LoadedAsync(exported);
        Assert.Equal(exported, await there.ExportAsync());
        Assert.Contains("\"textLanguage\": \"ar\"", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("\"textLanguage\": \"en\"", exported, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_a_file_leaves_out_goes_but_a_reason_stays_as_long_as_it_stands(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        await bench.LoadedAsync(Worded);
        await bench.LoadedAsync("""
            { "format": 1, "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary" }],
              "screenings": [{ "slug": "one", "films": [{ "film": "homs" }], "city": "London" }] }
            """);
        Assert.Empty((await bench.InDbAsync(db => db.Films.Include(f => f.Translations).SingleAsync())).Translations);
        var night = Assert.Single((await bench.InDbAsync(db => db.Screenings.Include(s => s.Translations).SingleAsync())).Translations);
        Assert.Equal((null, "ثلج"), (night.Title, night.StatusReason));

        await bench.LoadedAsync("""
            { "format": 1, "screenings": [{ "slug": "one", "films": [{ "film": "homs" }], "city": "London", "status": "cancelled", "statusReason": "Rain" }] }
            """);
        Assert.Empty((await bench.InDbAsync(db => db.Screenings.Include(s => s.Translations).SingleAsync())).Translations);
    }

    [Theory, OnEachDatabase]
    public async Task Every_mistake_in_wordings_is_named_with_its_place(Database database)
    {
        await using var bench = await LoadingBench.OpenAsync(database);
        var report = await bench.LoadAsync("""
            { "format": 1,
              "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary",
                "wordings": { "en": { "title": "T" }, "arabic!": {}, "ar": { "titel": "x" }, "AR": { "title": "y" } } }],
              "series": [{ "slug": "s", "title": "S", "kind": "tour", "textLanguage": "ar", "wordings": { "ar": { "title": "T" }, "fr": [] } }],
              "screenings": [{ "slug": "one", "title": "One", "wordings": { "ar": { "statusReason": "R" } } }] }
            """);
        Assert.Equal(
        [
            "films[0].wordings.arabic!: It is not a language tag such as 'ar' or 'pt-BR'.",
            "films[0].wordings.ar.titel: There is no such field here.",
            "films[0].wordings.AR: This language stands here twice.",
            "series[0].wordings.fr: [] is not an object in braces.",
            "films[0].wordings.en: The record's own texts are in this language.",
            "series[0].wordings.ar: The record's own texts are in this language.",
            "screenings[0].wordings.ar.statusReason: A reason in another language needs the reason itself.",
        ], report.Problems);
        Assert.Equal(0, await bench.InDbAsync(db => db.Films.CountAsync()));
    }
}
