using NodaTime;

namespace HomsScreenings.Tests.Programme;

/// <summary>Days that are asked for by name: today, tomorrow, this weekend, next week.</summary>
public sealed class NamedDaysTests
{
    // Friday evening in London; in Auckland it is Saturday morning, in Portland Friday afternoon.
    static readonly Instant Friday = Instant.FromUtc(2026, 6, 5, 18, 0);

    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database, Friday);
        await app.Programme.AddVenue("Academy", "Auckland", "NZ", "Pacific/Auckland");
        await app.Programme.AddVenue("Northwest", "Portland", "US", "America/Los_Angeles");
        foreach (var (film, when, at) in new[]
        {
            ("London Friday", "2026-06-05 20:30", "ICA"), ("London after midnight", "2026-06-06 00:30", "ICA"),
            ("London Saturday", "2026-06-06 20:30", "ICA"), ("London Monday", "2026-06-08 20:30", "ICA"),
            ("London later", "2026-06-15 20:30", "ICA"), ("Auckland Friday", "2026-06-05 20:30", "Academy"),
            ("Auckland Saturday", "2026-06-06 20:30", "Academy"), ("Auckland Sunday", "2026-06-07 20:30", "Academy"),
            ("Portland Friday", "2026-06-05 20:30", "Northwest"), ("Portland Sunday", "2026-06-07 20:30", "Northwest"),
        })
            await app.Programme.AddScreening(film, when, at);
        await app.Programme.AddScreening("Undated", null);
        return app;
    }

    static async Task<string> FoundAsync(ScreeningsApp app, string query) => string.Join(", ",
        (await app.AsVisitor().GetAsync($"/screenings?{query}")).Texts("main .title bdi").Order(StringComparer.Ordinal));

    [Theory, OnEachDatabase]
    public async Task They_are_the_days_that_the_clocks_at_each_place_say(Database database)
    {
        await using var app = await AppAsync(database);
        Assert.Equal("Auckland Saturday, London Friday, London after midnight, Portland Friday", await FoundAsync(app, "on=today"));
        Assert.Equal("Auckland Sunday, London Saturday", await FoundAsync(app, "on=tomorrow"));
        Assert.Equal("Auckland Saturday, Auckland Sunday, London Friday, London Saturday, London after midnight, Portland Friday, "
            + "Portland Sunday", await FoundAsync(app, "on=weekend"));
        Assert.Equal("London Monday", await FoundAsync(app, "on=next-week"));
        Assert.Equal("London Friday, London after midnight", await FoundAsync(app, "on=today&city=London"));
    }

    [Theory, OnEachDatabase]
    public async Task A_link_with_them_and_its_calendar_stay_true_when_the_day_is_over(Database database)
    {
        await using var app = await AppAsync(database);
        var visitor = app.AsVisitor();
        Assert.Equal("Auckland Sunday, London Saturday", await FoundAsync(app, "on=tomorrow"));
        Assert.Contains("SUMMARY:London Saturday", (await visitor.GetAsync("/calendar.ics?on=tomorrow")).Body, StringComparison.Ordinal);
        app.Clock.Pass(Duration.FromDays(1));
        Assert.Equal("Portland Sunday", await FoundAsync(app, "on=tomorrow"));
        var calendar = (await visitor.GetAsync("/calendar.ics?on=tomorrow")).Body;
        Assert.Contains("SUMMARY:Portland Sunday", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("SUMMARY:London Saturday", calendar, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Words_of_a_search_that_name_days_ask_for_these_days(Database database)
    {
        await using var app = await AppAsync(database);
        var visitor = app.AsVisitor();
        foreach (var (typed, meant) in new[]
        {
            ("tonight", "/screenings?on=today"), ("This Weekend", "/screenings?on=weekend"),
            ("london tomorrow", "/screenings?q=london&on=tomorrow"), ("next week", "/screenings?on=next-week"),
            ("الليلة", "/screenings?on=today"), ("نهاية الأسبوع", "/screenings?on=weekend"), ("غدًا", "/screenings?on=tomorrow"),
        })
            Assert.Equal((typed, meant), (typed, (await visitor.GetAsync($"/screenings?q={Uri.EscapeDataString(typed)}")).Location));
        Assert.Equal("/ar/screenings?on=today", (await visitor.GetAsync("/ar/screenings?q=الليلة")).Location);
        await app.Programme.AddScreening("Weekend", "2026-06-20 20:30"); // a film of that name is what is meant
        Assert.Equal("Weekend", await FoundAsync(app, "q=weekend"));
    }

    [Fact]
    public async Task Other_words_than_the_four_are_answered_with_them()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await app.AsVisitor().GetAsync("/screenings?on=yesterday");
        Assert.Equal(400, page.Status);
        Assert.Contains("today, tomorrow, weekend, next-week", page.Text(".problems"), StringComparison.Ordinal);
    }
}
