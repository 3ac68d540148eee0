using FsCheck.Fluent;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Tests.Time;

public sealed class WallTimeTests
{
    [Theory]
    [InlineData("Europe/London", 2026, 1, 15, 20, 30, "2026-01-15T20:30:00Z")] // GMT
    [InlineData("Europe/London", 2026, 7, 15, 20, 30, "2026-07-15T19:30:00Z")] // BST
    [InlineData("America/Los_Angeles", 2026, 1, 15, 19, 0, "2026-01-16T03:00:00Z")] // PST
    [InlineData("America/Los_Angeles", 2026, 7, 15, 19, 0, "2026-07-16T02:00:00Z")] // PDT
    [InlineData("Asia/Kathmandu", 2026, 7, 15, 18, 0, "2026-07-15T12:15:00Z")]
    public void A_wall_time_is_an_instant_by_the_rules_of_that_day(
        string zone, int year, int month, int day, int hour, int minute, string instant) =>
        Assert.Equal(
            instant, WallTime.ToInstant(new LocalDateTime(year, month, day, hour, minute), Zones.Get(zone), second: false).ToString());

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused()
    {
        var skipped = new LocalDateTime(2026, 3, 29, 1, 30);
        Assert.Equal(WallTimeKind.Skipped, WallTime.KindOf(skipped, Zones.Get("Europe/London")));
        Assert.Throws<ArgumentException>(() => WallTime.ToInstant(skipped, Zones.Get("Europe/London"), second: false));
    }

    [Fact]
    public void A_time_that_the_clocks_show_twice_is_the_one_that_is_meant()
    {
        var twice = new LocalDateTime(2026, 10, 25, 1, 30);
        var london = Zones.Get("Europe/London");
        Assert.Equal(WallTimeKind.Twice, WallTime.KindOf(twice, london));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), WallTime.ToInstant(twice, london, second: false));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 30), WallTime.ToInstant(twice, london, second: true));
    }

    [Theory]
    [InlineData(0, 30, 26)] // half past midnight belongs to the evening before
    [InlineData(3, 59, 26)]
    [InlineData(4, 0, 27)]
    [InlineData(20, 30, 27)]
    public void A_programme_day_begins_at_four(int hour, int minute, int day) =>
        Assert.Equal(new LocalDate(2026, 6, day), ProgrammeDay.Of(new LocalDate(2026, 6, 27), new LocalTime(hour, minute)));

    [Fact]
    public void A_date_without_a_time_is_its_own_programme_day() =>
        Assert.Equal(new LocalDate(2026, 6, 27), ProgrammeDay.Of(new LocalDate(2026, 6, 27), null));

    [Fact]
    public void A_zone_that_the_tz_database_does_not_know_is_named()
    {
        Assert.Null(Zones.Find("Singapore/Nowhere"));
        Assert.Contains("Singapore/Nowhere", Assert.Throws<ArgumentException>(() => Zones.Get("Singapore/Nowhere")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_instant_shows_on_the_wall_just_the_time_that_it_was_made_from() => Holds.For(
        Gen.Elements<string>(Zones.Names).Zip(Gen.Choose(0, 1_111 * 365)).Zip(Gen.Choose(0, (24 * 60) - 1), (place, minutes) =>
            (Zone: place.Item1, Wall: new LocalDate(Years.First, 1, 2).PlusDays(place.Item2).AtMidnight().PlusMinutes(minutes))), typed =>
    {
        var zone = Zones.Get(typed.Zone);
        var kind = WallTime.KindOf(typed.Wall, zone);
        if (kind == WallTimeKind.Skipped)
        {
            Assert.Throws<ArgumentException>(() => WallTime.ToInstant(typed.Wall, zone, second: false));
            return;
        }
        var (first, second) = (WallTime.ToInstant(typed.Wall, zone, second: false), WallTime.ToInstant(typed.Wall, zone, second: true));
        Assert.Equal((typed.Wall, typed.Wall), (first.InZone(zone).LocalDateTime, second.InZone(zone).LocalDateTime));
        Assert.Equal(kind == WallTimeKind.Twice, second > first);
    });
}
