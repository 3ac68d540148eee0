using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Venues;

namespace HomsScreenings.Tests.Venues;

public sealed class VenueDirectionsTests
{
    [Fact]
    public void They_lead_to_the_measured_place_or_to_its_address_or_nowhere()
    {
        Assert.Equal(
            ["https://www.openstreetmap.org/directions?to=51.506%2C-0.131", "https://maps.apple.com/?daddr=51.506%2C-0.131",
                "https://www.google.com/maps/dir/?api=1&destination=51.506%2C-0.131",
                "https://www.google.com/maps/dir/?api=1&destination=51.506%2C-0.131&travelmode=transit"],
            VenueDirections.To(51.506, -0.131, "The Mall", "London").Select(s => s.Address));
        Assert.All(VenueDirections.To(null, null, "The Mall & Co", "London"),
            s => Assert.Contains("The%20Mall%20%26%20Co%2C%20London", s.Address, StringComparison.Ordinal));
        Assert.Empty(VenueDirections.To(null, null, null, "London"));
    }

    [Theory, OnEachDatabase]
    public async Task A_venue_and_a_ticket_lead_there_and_an_address_that_is_told_later_leads_nowhere(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v => v.Address = "The Mall");
        var open = await app.Programme.AddScreening(at: "ICA", and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); });
        var hidden = await app.Programme.AddScreening("Other", at: null, and: s =>
        {
            s.Capacity = 1;
            s.GiveAwaySeats(rules => rules.PrivateAddress = "Back door, 9 Hidden Lane");
        });
        await app.BookAsync(hidden);
        var waits = await app.BookAsync(hidden);
        Assert.Equal(4, Services(await app.AsVisitor().GetAsync("/venues/ica")));
        Assert.Equal(4, Services(await app.AsVisitor().GetAsync($"/bookings/{(await app.BookAsync(open)).Token}")));
        var page = await app.AsVisitor().GetAsync($"/bookings/{waits.Token}");
        Assert.Equal((200, 0), (page.Status, Services(page)));
        Assert.DoesNotContain("Hidden", page.Body, StringComparison.Ordinal);
    }

    static int Services(Answer page) => page.Html.QuerySelectorAll(".menu a[rel=noopener]").Length;
}
