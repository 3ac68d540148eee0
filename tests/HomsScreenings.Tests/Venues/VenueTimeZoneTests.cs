namespace HomsScreenings.Tests.Venues;

/// <summary>A place goes by the clocks of a place.</summary>
public sealed class VenueTimeZoneTests
{
    [Fact]
    public async Task A_distance_from_UTC_is_refused_and_the_zone_of_the_town_is_named()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsOrganiserAsync();
        async Task<string?> SaidAsync(string zone, string city, string country) => (await organiser.FillAsync("/organise/venues/new",
            ("Input.Name", "Coolidge Corner"), ("Input.City", city), ("Input.Country", country), ("Input.TimeZone", zone)))
            .Text("#Input_TimeZone-error");
        foreach (var zone in new[] { "EST", "Etc/GMT+5" })
            Assert.Equal($"{zone} is no time zone of a place, and may know nothing of its summer time. The clocks there go by America/New_York.",
                await SaidAsync(zone, "Boston", "US"));
        Assert.Equal("CET is no time zone of a place, and may know nothing of its summer time. The clocks there go by Europe/Warsaw.",
            await SaidAsync("CET", "Kraków", "PL"));
        Assert.Null(await SaidAsync("America/New_York", "Boston", "US"));
    }
}
