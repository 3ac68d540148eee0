using System.Text.Json.Nodes;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>How full it is, in words: on cached pages, in lists, for machines; and how organisers set it up.</summary>
public sealed class SeatWordsTests
{
    [Fact]
    public async Task Where_no_mail_leaves_the_desk_says_that_nobody_could_follow_a_link()
    {
        Assert.Equal("This site has no mail server yet: nobody would get the link, so nobody could book.", await HintAsync());
        Assert.Null(await HintAsync(("Mail:Host", "mail.example.org"), ("Mail:From", "screenings@example.org")));

        static async Task<string?> HintAsync(params (string, string)[] settings)
        {
            await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, settings);
            var form = await (await app.AsOrganiserAsync()).GetAsync("/organise/screenings/new");
            return form.Html.QuerySelector("[name='Input.Seats.ConfirmByLink']")!.GetAttribute("aria-describedby") is { } id
                ? form.Html.GetElementById(id)?.TextContent : null;
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_page_stays_the_same_bytes_while_the_word_is_the_same_and_changes_at_once_when_it_does(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(8);
        var path = $"/screenings/{house.Slug}";
        async Task<Answer> Look() => await app.AsVisitor().GetAsync(path);

        var free = await Look();
        Assert.Equal("Seats available.", free.Text(".seats-now"));
        await app.BookAsync(house, people: 3);
        app.Statements.Reset();
        Assert.Equal(free.Bytes, (await Look()).Bytes);
        Assert.Empty(app.Statements.Statements);
        await app.BookAsync(house, people: 1);
        Assert.Equal("Only a few seats left.", (await Look()).Text(".seats-now"));
        Assert.Equal(["Only a few seats left"], (await app.AsVisitor().GetAsync("/screenings")).Texts(".seat-mark"));
        var last = await app.BookAsync(house, people: 4);
        var full = await Look();
        Assert.Equal(("All seats are taken; there is a waiting list.", "Join the waiting list"),
            (full.Text(".seats-now"), full.Text(".book .button")));
        Assert.Equal(["Waiting list"], (await app.AsVisitor().GetAsync("/screenings")).Texts(".seat-mark"));
        await app.AtBoxOfficeAsync(o => o.CancelAsync(last.Booking!.Id, byOrganiser: false, default));
        Assert.Equal("Only a few seats left.", (await Look()).Text(".seats-now"));
    }

    [Theory, OnEachDatabase]
    public async Task What_the_clock_changes_is_said_on_time_from_the_cache_too(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        // Noon; it opens at 12:05, offers end at 12:10, booking closes at 12:12, and it begins at 13:12 (UTC).
        var house = await app.HouseAsync(
            1, r => (r.OpensAt, r.ClosesMinutes, r.OffersEndHours) = (app.Clock.Now.Plus(Duration.FromMinutes(5)), 60, 1),
            when: "2026-06-01 14:12");
        var full = await app.HouseAsync(1, r => (r.ClosesMinutes, r.OffersEndHours) = (0, 1), when: "2026-06-01 14:10");
        await app.BookAsync(full);
        async Task<string?> Said(Screening s) => (await app.AsVisitor().GetAsync($"/screenings/{s.Slug}")).Text(".seats-now");

        Assert.Equal(("Booking opens on Monday 1 June, 13:05 BST.", "All seats are taken; there is a waiting list."),
            (await Said(house), await Said(full)));
        app.Clock.Pass(Duration.FromMinutes(5));
        Assert.Equal("Only a few seats left.", await Said(house));
        app.Clock.Pass(Duration.FromMinutes(5));
        Assert.Equal("It is full. Returned seats go to those who come to the door.", await Said(full));
        app.Clock.Pass(Duration.FromMinutes(2));
        Assert.Equal("Booking is closed.", await Said(house));
    }

    [Theory, OnEachDatabase]
    public async Task Machines_are_told_too(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1, and: s => s.Admission = Admission.Free);
        var walk = await app.Programme.AddScreening(film: "Salt Harbour", and: s => s.WelcomeWalkIns());
        async Task<JsonNode> Api(Screening s) =>
            JsonNode.Parse((await app.AsVisitor().GetAsync($"/api/v1/screenings/{s.Slug}")).Body)!["admission"]!;
        async Task<JsonNode> Offer() =>
            JsonNode.Parse(
                (await app.AsVisitor().GetAsync($"/screenings/{house.Slug}")).Html.QuerySelector(
                    "script[type='application/ld+json']")!.TextContent)!["offers"]!;

        Assert.Equal(("seats", "few", $"https://screenings.test/screenings/{house.Slug}/book"),
            ((string?)(await Api(house))["booking"], (string?)(await Api(house))["seats"], (string?)(await Api(house))["bookingUrl"]));
        Assert.Equal(("walkIn", null, null),
            ((string?)(await Api(walk))["booking"], (string?)(await Api(walk))["seats"], (string?)(await Api(walk))["bookingUrl"]));
        Assert.Equal(("https://schema.org/LimitedAvailability", $"https://screenings.test/screenings/{house.Slug}/book"),
            ((string?)(await Offer())["availability"], (string?)(await Offer())["url"]));
        await app.BookAsync(house);
        Assert.Equal("waitingList", (string?)(await Api(house))["seats"]);
        Assert.Equal("https://schema.org/SoldOut", (string?)(await Offer())["availability"]);
        Assert.Equal("No booking is needed: just come.", (await app.AsVisitor().GetAsync($"/screenings/{walk.Slug}")).Text(".seats-now"));
    }

    [Theory, OnEachDatabase]
    public async Task An_organiser_gives_seats_away_by_rules_and_cannot_take_them_back_from_guests(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var desk = await app.AsOrganiserAsync("Org");
        var screening = await app.Programme.AddScreening(organisation: "Org");
        var edit = $"/organise/screenings/{screening.Slug}/edit";
        async Task IsRefused(string field, string sentence, params (string, string?)[] typed)
        {
            var answer = await desk.FillAsync(edit, "form.stacked", null, typed);
            Assert.Equal((422, sentence), (answer.Status, answer.Text($"#{field.Replace('.', '_')}-error")));
        }
        await IsRefused("Input.Capacity", "How many seats are there to give away? Say it here, or choose a room whose seats are known.",
            ("Input.Booking", "Seats"));
        await IsRefused("Input.BookingUrl", "With a link one books elsewhere: choose that, or remove the link.",
            ("Input.Booking", "Seats"), ("Input.Capacity", "9"), ("Input.Admission", "Free"), ("Input.BookingUrl", "https://example.org"));
        await IsRefused("Input.BookingUrl", "Where does one book? Type the link, or choose another way.", ("Input.Booking", "External"));
        await IsRefused(
            "Input.Seats.PrivateAddress",
            "The address of a venue is public. For a private one choose no venue, and say part of town and city.",
            ("Input.Booking", "Seats"), ("Input.Capacity", "9"), ("Input.Seats.PrivateAddress", "17 Hidden Mews"));
        await IsRefused("Input.Seats.OpensDate", "Booking would close before it opens.", ("Input.Booking", "Seats"),
            ("Input.Capacity", "9"), ("Input.Seats.OpensDate", "2026-06-27"), ("Input.Seats.OpensTime", "20:30"));
        await IsRefused("Input.Seats.CompanionPlaces", "Companion places stand beside wheelchair places, of which there are none.",
            ("Input.Booking", "Seats"), ("Input.Capacity", "9"), ("Input.Seats.CompanionPlaces", "1"));

        var saved = await desk.FillAsync(edit, "form.stacked", null, ("Input.Booking", "Seats"),
            ("Input.Capacity", "9"), ("Input.Seats.OpensDate", "2026-06-01"), ("Input.Seats.OpensTime", "12:30"),
            ("Input.Seats.LargestParty", "3"), ("Input.Seats.WheelchairPlaces", "2"), ("Input.Seats.ReminderHours", ""));
        Assert.Equal(302, saved.Status);
        var rules = await app.InDbAsync(db => db.SeatRules.SingleAsync());
        Assert.Equal((Instant.FromUtc(2026, 6, 1, 11, 30), 3, 2, null),
            (rules.OpensAt, rules.LargestParty, rules.WheelchairPlaces, rules.ReminderHours));
        Assert.Equal("12:30", (await desk.GetAsync(edit)).Html.QuerySelector("#Input_Seats_OpensTime")!.GetAttribute("value"));

        var booked = await app.BookAsync(screening);
        await IsRefused(
            "Input.Booking",
            "1 booking stands here: keep our own seats until they are cancelled, or cancel the screening, which tells every guest.",
            ("Input.Booking", "WalkIn"));
        await app.AtBoxOfficeAsync(o => o.CancelAsync(booked.Booking!.Id, byOrganiser: true, default));
        Assert.Equal(302, (await desk.FillAsync(edit, "form.stacked", null, ("Input.Booking", "WalkIn"))).Status);
        Assert.Equal(
            (BookingWay.WalkIn, 3),
            await app.InDbAsync(
                db => db.Screenings.Select(s => new ValueTuple<BookingWay, int>(s.Booking, s.Seats!.LargestParty)).SingleAsync()));
    }
}
