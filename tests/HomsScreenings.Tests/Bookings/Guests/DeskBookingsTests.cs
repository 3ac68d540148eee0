using HomsScreenings.Bookings;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Bookings.Guests;

/// <summary>What organisers do for guests who cannot do it themselves.</summary>
public sealed class DeskBookingsTests
{
    const string Campaign = "Homs Campaign";

    [Theory, OnEachDatabase]
    public async Task An_organiser_books_for_somebody_who_calls_and_never_more_than_there_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(30, r => (r.LargestParty, r.ConfirmByLink) = (6, true), organisation: Campaign);
        var organiser = await app.AsOrganiserAsync(Campaign);
        var path = $"/organise/screenings/{house.Slug}/guests/new";
        Assert.Equal(404, (await (await app.AsOrganiserAsync("Another")).GetAsync(path)).Status);
        var form = await organiser.GetAsync(path);
        (string, string?)[] school = [("Input.Email", "school@example.org"), ("Input.People", "25"), ("Input.Name", "Class 7b")];
        for (var i = 0; i < 2; i++)
            Assert.Equal((302, $"/organise/screenings/{house.Slug}/guests"), Led(await organiser.SubmitAsync(form, path, changes: school)));
        Assert.Equal("Booked, and a mail says so.", (await organiser.GetAsync($"/organise/screenings/{house.Slug}/guests")).Text(".done"));
        Assert.Equal(302, (await organiser.FillAsync(path, ("Input.Email", "desk@example.org"), ("Input.People", "6"))).Status);
        Assert.Equal([(25, BookingState.Booked), (6, BookingState.Waiting)], await app.InDbAsync(async db =>
            (await db.Bookings.OrderBy(b => b.Id).ToListAsync()).ConvertAll(b => (b.People, b.State))));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Waiting], await app.MailKindsAsync());

        var refused = await organiser.FillAsync(path, ("Input.Email", "desk@example"), ("Input.People", "31"));
        Assert.Equal(["Email address is an email address such as name@example.org."], refused.Texts(".problems li"));
        refused = await organiser.FillAsync(path, ("Input.Email", "desk@example.org"), ("Input.People", "31"));
        Assert.Equal(422, refused.Status);
        Assert.Equal(2, await app.InDbAsync(db => db.Bookings.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task An_address_is_corrected_and_gets_the_booking_and_links_that_went_to_the_wrong_one_open_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(9, r => r.LargestParty = 2, organisation: Campaign);
        var wrong = await app.BookAsync(house, email: "kareem@post.example");
        var organiser = await app.AsOrganiserAsync(Campaign);
        var path = $"/organise/screenings/{house.Slug}/guests/{wrong.Booking!.Id}";
        Assert.Equal(404, (await (await app.AsOrganiserAsync("Another")).GetAsync(path + "/edit")).Status);

        Assert.Equal(302, (await organiser.FillAsync(path + "/edit", ("Input.Email", "karim@post.example"), ("Input.People", "4"))).Status);
        var booking = await app.InDbAsync(db => db.Bookings.SingleAsync());
        Assert.Equal(("karim@post.example", 4, BookingState.Booked), (booking.Email, booking.People, booking.State));
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/bookings/{wrong.Token}")).Status);
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.PartyChanged, GuestMailKind.Booked], await app.MailKindsAsync());

        Assert.Equal(302, (await organiser.FillAsync(path + "/send")).Status); // the last has not left yet: one is enough
        Assert.Equal(3, (await app.MailKindsAsync()).Count);
        await app.InDbAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, app.Clock.Now)));
        Assert.Equal(302, (await organiser.FillAsync(path + "/send")).Status);
        Assert.Equal([GuestMailKind.Booked], (await app.MailKindsAsync()).Skip(3));
    }

    static (int, string?) Led(Answer answer) => (answer.Status, answer.Location);
}
