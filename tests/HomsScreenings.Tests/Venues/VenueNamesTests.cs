using HomsScreenings.Desk;
using HomsScreenings.Tests.Pages.Organise;

namespace HomsScreenings.Tests.Venues;

public sealed class VenueNamesTests
{
    [Theory]
    [InlineData("Phoenix Cinema", "The Phoenix")]
    [InlineData("Phoenix Cinema", "Phoenix Cinema London")]
    [InlineData("Northwest Film Center", "Northwest Film Centre")]
    [InlineData("ICA", "ica")]
    [InlineData("Institute of Contemporary Arts", "Institute of Contemporay Arts")]
    [InlineData("Rich Mix", "RichMix")]
    [InlineData("Ciné Lumière", "Cine Lumiere")]
    [InlineData("سينما الزهراء", "الزهراء")]
    [InlineData("BFI Southbank", "Southbank BFI")]
    public void Names_of_one_venue_are_nearly_the_same(string one, string other)
    {
        Assert.True(VenueNames.NearlySame(one, other, "London"));
        Assert.True(VenueNames.NearlySame(other, one, "London"));
    }

    [Theory]
    [InlineData("Curzon Soho", "Curzon Mayfair")]
    [InlineData("Rio", "Ria")]
    [InlineData("Studio 1", "Studio 2")]
    [InlineData("ICA", "Institute of Contemporary Arts")]
    [InlineData("Phoenix Cinema", "Phoenix Picturehouse")]
    [InlineData("The Cinema", "The Theatre")]
    [InlineData("Clapham Picturehouse", "Hackney Picturehouse")]
    public void Names_of_two_venues_are_not(string one, string other) => Assert.False(VenueNames.NearlySame(one, other, "London"));

    [Fact]
    public void The_part_of_town_says_nothing_only_where_both_are_in_it()
    {
        Assert.True(VenueNames.NearlySame("Phoenix Cinema, East Finchley", "The Phoenix", "London", "East Finchley"));
        Assert.False(VenueNames.NearlySame("Phoenix Cinema, East Finchley", "The Phoenix", "London", null));
    }
}
