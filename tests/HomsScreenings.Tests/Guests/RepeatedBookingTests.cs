using System.Net;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Guests;

/// <summary>Nobody takes a house alone, has a stranger written to again and again, or learns who has booked.</summary>
public sealed class RepeatedBookingTests
{
    static Task<Answer> SendAsync(ScreeningsApp app, Screening house, string email, int people = 1) =>
        app.SendFormAsync(house, ("Input.Email", email), ("Input.People", $"{people}"));

    [Theory, OnEachDatabase]
    public async Task An_address_books_a_screening_once_and_its_owner_is_told_what_they_have(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await AtTheForm.HouseAsync(app, 10);
        Assert.StartsWith("/bookings/", (await SendAsync(app, house, "ana@example.org", 2)).Location, StringComparison.Ordinal);
        var again = await SendAsync(app, house, "Ana@Example.org", 4);
        Assert.Equal((303, "/bookings/sent"), (again.Status, again.Location));
        Assert.Equal(2, await app.InDbAsync(db => db.Bookings.SumAsync(b => b.People)));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.AlreadyBooked], await app.MailKindsAsync());

        await SendAsync(app, house, "ana+film@example.org");
        Assert.Equal(3, await app.InDbAsync(db => db.Bookings.SumAsync(b => b.People)));
        await app.AsVisitor().SendAsync(HttpMethod.Post, await app.MailedLinkAsync(house) + "/cancel");
        await SendAsync(app, house, "ana+film@example.org", 3);
        Assert.Equal(6, await app.InDbAsync(db => db.Bookings.SumAsync(b => b.People))); // what was given back stands in no way
    }

    [Theory, OnEachDatabase]
    public async Task Where_a_link_confirms_the_form_answers_the_same_whoever_has_booked_and_the_link_is_sent_again(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await AtTheForm.HouseAsync(app, 10, r => r.ConfirmByLink = true);
        var answers = new List<(int, string?)>();
        for (var i = 0; i < 2; i++)
        {
            var answer = await SendAsync(app, house, "ana@example.org");
            answers.Add((answer.Status, answer.Location));
        }
        await app.AsVisitor().SendAsync(HttpMethod.Post, await app.MailedLinkAsync(house) + "/confirm");
        var last = await SendAsync(app, house, "ana@example.org");
        Assert.Equal([(303, "/bookings/sent")], answers.Append((last.Status, last.Location)).Distinct());
        Assert.Equal([GuestMailKind.Confirm, GuestMailKind.Confirm, GuestMailKind.Booked, GuestMailKind.AlreadyBooked],
            await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Who_waits_is_not_counted_twice(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await AtTheForm.HouseAsync(app, 4);
        await app.BookAtFormAsync(house, people: 3);
        await SendAsync(app, house, "ana@example.org", 4);
        await SendAsync(app, house, "ana@example.org", 1);
        Assert.Equal([BookingState.Booked, BookingState.Waiting],
            await app.InDbAsync(db => db.Bookings.OrderBy(b => b.Id).Select(b => b.State).ToListAsync()));

        await app.AsVisitor().FillAsync(await app.MailedLinkAsync(house) + "/party", ("Input.People", "1"));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Waiting, GuestMailKind.AlreadyBooked,
            GuestMailKind.PartyChanged, GuestMailKind.Offer], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task An_address_gets_so_many_mails_a_day_and_a_network_so_many_seats_an_hour(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:MailsPerDay", "2"));
        var (large, other) = (await AtTheForm.HouseAsync(app, 100), await AtTheForm.HouseAsync(app, 30));
        Assert.Equal(303, (await SendAsync(app, large, "ana@example.org")).Status);
        Assert.Equal(303, (await SendAsync(app, large, "ANA@example.org")).Status);
        var third = await SendAsync(app, other, "ana@example.org");
        Assert.Equal((422, "So many emails were asked for to this address today that no more are sent. "
            + "Please look for those that you have, or come back tomorrow."), (third.Status, third.Text("div.problems li")));

        for (var i = 0; i < 4; i++) Assert.Equal(303, (await SendAsync(app, large, $"g{i}@example.org", 6)).Status);
        var tooMany = await SendAsync(app, large, "late@example.org");
        Assert.Equal((422, "Many of these seats were booked from your network within the last hour. "
            + "Please try again in an hour, or ask the organisers."), (tooMany.Status, tooMany.Text("div.problems li")));
        Assert.Equal(303, (await SendAsync(app, other, "late@example.org")).Status);
        app.Clock.Pass(Duration.FromHours(1));
        Assert.Equal(303, (await SendAsync(app, large, "late@example.org")).Status);
        app.Clock.Pass(Duration.FromDays(1));
        Assert.Equal(303, (await SendAsync(app, other, "ana@example.org")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task The_last_seats_and_what_a_network_takes_beyond_its_part_of_a_small_house_are_confirmed_by_a_link(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Mail:Host", "127.0.0.1"), ("Mail:Port", "9"),
            ("Mail:From", "screenings@example.org"));
        var (house, last) = (await AtTheForm.HouseAsync(app, 20), await AtTheForm.HouseAsync(app, 5));
        Task<List<BookingState>> StatesAsync(Screening screening) => app.InDbAsync(db =>
            db.Bookings.Where(b => b.ScreeningId == screening.Id).OrderBy(b => b.Id).Select(b => b.State).ToListAsync());

        // A form that is sent twice is one booking, and counts once.
        var asked = await app.AsVisitor().GetAsync($"/screenings/{house.Slug}/book");
        app.Clock.Pass(AtTheForm.AWhile);
        for (var i = 0; i < 2; i++)
            Assert.StartsWith("/bookings/", (await app.AsVisitor().SubmitAsync(asked, $"/screenings/{house.Slug}/book",
                changes: [("Input.Email", "a@example.org"), ("Input.People", "5")])).Location, StringComparison.Ordinal);
        Assert.NotEqual("/bookings/sent", (await SendAsync(app, house, "other@example.org")).Location);
        for (var i = 0; i < 2; i++) Assert.Equal("/bookings/sent", (await SendAsync(app, house, $"b{i}@example.org", 4)).Location);
        Assert.Equal([BookingState.Booked, BookingState.Booked, BookingState.Unconfirmed, BookingState.Unconfirmed],
            await StatesAsync(house));

        Assert.NotEqual("/bookings/sent", (await SendAsync(app, last, "c@example.org")).Location);
        var path = $"/screenings/{last.Slug}/book";
        var (stranger, form) = (app.AsVisitor(), await app.AsVisitor().GetAsync(path));
        app.Clock.Pass(AtTheForm.AWhile);
        (string, string?)[] typed = [("Input.Email", "owner@example.org"), ("Input.People", "1")];
        Assert.Equal("/bookings/sent", (await stranger.SubmitAsync(form, path, changes: typed)).Location);
        await app.AsVisitor().SendAsync(HttpMethod.Post, await app.MailedLinkAsync(last) + "/confirm");
        Assert.Equal([BookingState.Booked, BookingState.Booked], await StatesAsync(last));
        // Whoever typed the address learns nothing by sending their form again.
        Assert.Equal("/bookings/sent", (await stranger.SubmitAsync(form, path, changes: typed)).Location);
        Assert.Equal(2, (await StatesAsync(last)).Count);
    }

    [Fact]
    public void Networks_are_counted_apart_and_each_has_some_seats_in_the_smallest_house()
    {
        var limits = new GuestLimits(5, 25, true, new StoppedClock());
        var (one, neighbour, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.9"), IPAddress.Parse("198.51.100.1"));
        Assert.True(limits.TryTake(1, one, 20, house: 20));
        Assert.False(limits.TryTake(1, neighbour, 1, house: 20));
        Assert.True(limits.TryTake(1, other, 1, house: 20));
        Assert.True(limits.TryTake(2, one, 1, house: 20));
        Assert.Equal((LinkConfirmation.Always, LinkConfirmation.OfLastSeats),
            (limits.ConfirmationFor(1, neighbour, house: 20), limits.ConfirmationFor(1, other, house: 20)));
        limits.TookNone(1, one, 20);
        Assert.True(limits.TryTake(1, neighbour, 20, house: 20));
    }
}
