using HomsScreenings.StructuredData;
using NodaTime;

namespace HomsScreenings.Tests.StructuredData;

public sealed class EventTimesTests
{
    [Theory]
    [InlineData(2026, "2026-01-15T21:00:00+01:00")]
    [InlineData(1910, "1910-01-15T20:00:00+00:00")] // Paris was 9 minutes and 21 seconds ahead, which cannot be written
    public void An_offset_is_told_only_where_it_can_be(int year, string told) =>
        Assert.Equal(told, EventTimes.Format(Instant.FromUtc(year, 1, 15, 20, 0), "Europe/Paris"));
}
