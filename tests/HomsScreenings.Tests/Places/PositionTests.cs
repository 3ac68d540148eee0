using HomsScreenings.Venues;

namespace HomsScreenings.Tests.Places;

public sealed class PositionTests
{
    [Theory]
    [InlineData("51.5879, -0.1636")]
    [InlineData("51.5879,-0.1636")]
    [InlineData("51.5879 -0.1636")]
    [InlineData("(51.5879, -0.1636)")]
    [InlineData("51.5879° N, 0.1636° W")]
    [InlineData("51°35'16.44\"N 0°09'48.96\"W")]
    [InlineData("51° 35′ 16.44″ N, 0° 9′ 48.96″ W")]
    [InlineData("geo:51.5879,-0.1636")]
    [InlineData("geo:51.5879,-0.1636?z=17")]
    [InlineData("https://www.openstreetmap.org/#map=17/51.5879/-0.1636")]
    [InlineData("https://www.openstreetmap.org/?mlat=51.5879&mlon=-0.1636#map=17/51.5/-0.1")]
    [InlineData("https://www.google.com/maps/@51.5879,-0.1636,17z")]
    [InlineData("https://www.google.com/maps/place/Phoenix/@51.58,-0.17,17z/data=!3m1!4b1!4m5!3m4!8m2!3d51.5879!4d-0.1636")]
    [InlineData("https://maps.apple.com/?ll=51.5879,-0.1636&q=Phoenix")]
    [InlineData("https://www.google.com/maps/search/?api=1&query=51.5879%2C-0.1636")]
    public void Coordinates_are_read_in_the_forms_in_which_maps_give_them(string text)
    {
        Assert.True(Position.TryParse(text, out var position));
        Assert.Equal(new Position(51.5879, -0.1636), position);
        Assert.Equal("51.5879, -0.1636", position.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("East Finchley")]
    [InlineData("51.5879")]
    [InlineData("91, 0")]
    [InlineData("0, 181")]
    [InlineData("51,5879, 0,1636")]
    [InlineData("https://example.org/")]
    public void What_is_no_point_on_the_earth_is_refused(string? text) => Assert.False(Position.TryParse(text, out _));

    [Fact]
    public void A_very_long_text_is_refused() => Assert.False(Position.TryParse(new string('9', 100_000), out _));
}
