namespace HomsScreenings.Tests.Pages;

public sealed class ArabicPlacesTests
{
    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v => (v.Region, v.Latitude, v.Longitude) = ("England", 51.506, -0.131));
        await app.Programme.AddVenue("Hyde Park Picture House", "Leeds",
            and: v => (v.Region, v.Latitude, v.Longitude) = ("West Yorkshire", 53.812, -1.572));
        await app.Programme.AddScreening(when: "2026-06-27 20:00", at: "ICA", series: "UK tour");
        await app.Programme.AddScreening("Salt Harbour", "2026-06-28 20:00", "Hyde Park Picture House", series: "UK tour");
        return app;
    }

    [Theory, OnEachDatabase]
    public async Task A_town_a_region_and_a_country_are_found_by_their_arabic_names(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var (arabic, english) in new[] { ("ليدز", "Leeds"), ("لندن", "London"),
            ("غرب يوركشير", "West Yorkshire"), ("المملكة المتحدة", "United Kingdom") })
            foreach (var prefix in new[] { "", "/ar" })
            {
                var (one, other) = (await Found(prefix, arabic), await Found(prefix, english));
                Assert.NotEmpty(one);
                Assert.Equal(other, one);
            }

        async Task<List<string>> Found(string prefix, string query) =>
            [.. (await app.AsVisitor().GetAsync($"{prefix}/screenings?q={Uri.EscapeDataString(query)}")).Html
                .QuerySelectorAll(".programme .title a").Select(a => a.GetAttribute("href")!)];
    }

    [Theory, OnEachDatabase]
    public async Task Near_understands_an_arabic_town_and_says_it_back(Database database)
    {
        await using var app = await AppAsync(database);
        foreach (var near in new[] { "لندن", "London" })
        {
            var page = await app.AsVisitor().GetAsync($"/ar/screenings?near={Uri.EscapeDataString(near)}");
            Assert.Equal(200, page.Status);
            Assert.Single(page.Html.QuerySelectorAll(".programme .title a"));
            Assert.Contains("لندن", page.Text(".chips li"), StringComparison.Ordinal);
            Assert.DoesNotContain("London", page.Text(".chips li"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Towns_regions_and_countries_are_arabic_in_lists_filters_headings_and_on_maps()
    {
        await using var app = await AppAsync(Database.Sqlite);
        foreach (var path in new[] { "/ar/screenings", "/ar/screenings?view=month&month=2026-06", "/ar/screenings?view=map", "/ar/venues",
            "/ar/screenings?city=Leeds", "/ar/series/uk-tour", "/ar/venues/hyde-park-picture-house", "/ar/subscribe", "/ar" })
        {
            var page = await app.AsVisitor().GetAsync(path);
            page.Html.QuerySelector(".printed")?.Remove(); // an address, which is the same in every language
            var text = page.Html.Body!.TextContent + page.Html.Title;
            Assert.Contains("ليدز", text, StringComparison.Ordinal);
            foreach (var english in new[] { "Leeds", "London", "West Yorkshire", "United Kingdom" })
                Assert.False(text.Contains(english, StringComparison.Ordinal), $"{path}: {english}");
        }
    }
}
