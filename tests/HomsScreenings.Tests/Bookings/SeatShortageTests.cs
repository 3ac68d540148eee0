using HomsScreenings.Bookings;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using OrganiserDesk = HomsScreenings.Tests.Pages.Organise.Desk;

namespace HomsScreenings.Tests.Bookings;

/// <summary>A house that becomes smaller than what is promised, and seats that nobody may let lie idle.</summary>
public sealed class SeatShortageTests
{
    [Theory, OnEachDatabase]
    public async Task Saving_fewer_seats_than_are_promised_says_so_and_who_can_never_fit_is_told(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10, r => r.WheelchairPlaces = 1, organisation: OrganiserDesk.Campaign);
        for (var i = 0; i < 4; i++) await app.BookAsync(house, people: 2);
        var waits = await app.BookAsync(house, people: 4);
        var (organiser, edit) = (await app.AsOrganiserAsync(OrganiserDesk.Campaign), OrganiserDesk.Edit(house.Slug));
        async Task<string?> SaidAsync(int seats)
        {
            Assert.Equal(302, (await organiser.FillAsync(edit, ("Input.Capacity", $"{seats}"))).Status);
            return (await organiser.GetAsync(edit)).Text(".done");
        }
        async Task<string?> NextAsync() =>
            (await app.AsVisitor().GetAsync($"/bookings/{waits.Token}")).Texts(".ticket-state p").ElementAtOrDefault(1);

        const string rest = "nobody is turned away by the site, so find more, or cancel bookings on the list of guests.";
        Assert.Equal($"Saved. 8 seats are promised, and there are 6: {rest}", await SaidAsync(6));
        Assert.Equal("When 4 seats become available for you, you get an email with an offer. The order of the list is kept, and no party is split.",
            await NextAsync());
        Assert.Equal($"Saved. 8 seats are promised, and there are 3: {rest}", await SaidAsync(3));
        Assert.Equal("The house does not have so many places of this kind any more, so nothing can be offered to your party as it is. "
            + "You can make it smaller, or ask the organisers.", await NextAsync());
        Assert.Equal("Saved.", await SaidAsync(12));
        Assert.Equal(BookingState.Offered, await app.StateAsync(waits));
    }

    [Theory, OnEachDatabase]
    public async Task A_room_that_has_fewer_seats_now_says_where_more_are_promised(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Cinema", and: v => v.EditRooms([(null, "Hall", 10)]));
        var house = await app.Programme.AddScreening(at: "Cinema",
            and: s => { s.PlaceAt(s.Venue!, s.Venue!.Rooms[0]); s.GiveAwaySeats(_ => { }); });
        for (var i = 0; i < 4; i++) await app.BookAsync(house, people: 2);
        var administrator = await app.AsAdministratorAsync();
        async Task<string?> SaidAsync(int seats)
        {
            Assert.Equal(302, (await administrator.FillAsync("/organise/venues/cinema/edit", ("Input.Rooms[0].Seats", $"{seats}"))).Status);
            return (await administrator.GetAsync("/organise/venues/cinema/edit")).Text(".done");
        }
        Assert.Equal("'Cinema' is saved. More seats are promised than there are: Return to Homs, Saturday 27 June 2026.",
            await SaidAsync(6));
        Assert.Equal("'Cinema' is saved.", await SaidAsync(8));
    }

    [Theory, OnEachDatabase]
    public async Task An_offer_that_has_ended_is_followed_at_once_by_one_to_the_next_whom_the_seats_fit(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(2, r => r.OfferHours = 1);
        var first = await app.BookAsync(house, people: 2);
        var (one, two, three) = (await app.BookAsync(house), await app.BookAsync(house, people: 2), await app.BookAsync(house));
        await app.AtBoxOfficeAsync(o => o.CancelAsync(first.Booking!.Id, byOrganiser: false, default));
        Assert.Equal([BookingState.Offered, BookingState.Waiting, BookingState.Offered], await StatesAsync());
        app.Clock.Pass(Duration.FromHours(1));
        await app.GoRoundAsync();
        Assert.Equal([BookingState.Lapsed, BookingState.Offered, BookingState.Lapsed], await StatesAsync());

        async Task<List<BookingState>> StatesAsync() => [await app.StateAsync(one), await app.StateAsync(two), await app.StateAsync(three)];
    }
}
