using HomsScreenings.Time;

namespace HomsScreenings.Tests.Time;

public sealed class CountryZonesTests
{
    [Fact]
    public void A_country_has_its_own_zones()
    {
        Assert.Equal(["Europe/London"], CountryZones.Of("GB"));
        Assert.Equal(["Asia/Damascus"], CountryZones.Of("sy"));
        Assert.Equal("America/New_York", CountryZones.Of("US")[0]);
        Assert.Empty(CountryZones.Of("ZZ"));
        Assert.Empty(CountryZones.Of(null));
    }
}
