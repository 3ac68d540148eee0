using HomsScreenings.Model;

namespace HomsScreenings.Tests.Search;

/// <summary>A search knows what a screening offers and when it is, in each language.</summary>
public sealed class FactWordsTests
{
    [Theory, OnEachDatabase]
    public async Task What_a_screening_offers_its_month_its_language_and_its_kind_find_it_and_no_other(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs", 94, f => (f.Kind, f.Languages) = (FilmKind.Documentary, ["ar"]));
        await app.Programme.AddFilm("Other", 80, f => (f.Kind, f.Languages) = (FilmKind.Fiction, ["pt"]));
        await app.Programme.AddVenue("Hyde Park", "Leeds", and: v => v.StepFree = Known.Yes);
        await app.Programme.AddScreening("Return to Homs", "2026-12-11 20:30", "Hyde Park",
            and: s => (s.Captions, s.Admission) = (true, Admission.Free));
        await app.Programme.AddScreening("Other", "2026-07-04 20:30", and: s => s.Admission = Admission.Ticketed);
        foreach (var query in new[]
        {
            "captions", "captioned", "Leeds captions", "free", "step-free", "wheelchair", "documentary", "Arabic", "December", "friday",
            "كانون الأول", "ديسمبر", "مجاني", "ترجمة وصفية", "وثائقي", "العربية", "الجمعة",
        })
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?q={Uri.EscapeDataString(query)}");
            Assert.Equal((query, "Return to Homs"), (query, string.Join(", ", page.Texts("main .title bdi"))));
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_has_no_steps_is_not_what_costs_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Hyde Park", "Leeds", and: v => v.StepFree = Known.Yes);
        await app.Programme.AddScreening("Return to Homs", "2026-12-11 20:30", "Hyde Park", and: s => s.Admission = Admission.Ticketed);
        foreach (var (query, count) in new[] { ("step-free", 1), ("step free leeds", 1), ("stepfree", 1), ("free", 0), ("free leeds", 0) })
            Assert.Equal((query, $"{count} {(count == 1 ? "screening" : "screenings")}"),
                (query, (await app.AsVisitor().GetAsync($"/screenings?q={Uri.EscapeDataString(query)}")).Text(".count")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_no_longer_offered_finds_it_no_longer(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(and: s => s.Captions = true);
        await app.Programme.Change(screening, s => s.Captions = false);
        Assert.Equal("0 screenings", (await app.AsVisitor().GetAsync("/screenings?q=captioned")).Text(".count"));
    }
}
