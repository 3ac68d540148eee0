using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Model;

namespace HomsScreenings.Tests.Bookings.CheckIn;

/// <summary>Who is in: by forms, and by devices that join up when they can.</summary>
public sealed class DoorTests
{
    const string Tablet = "11111111111111111111", Phone = "22222222222222222222";

    static Task<Screening> HouseOf(ScreeningsApp app, int seats) => app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
    {
        s.Capacity = seats;
        s.GiveAwaySeats(_ => { });
    });

    /// <summary>Somebody at the door whose page is open: the token of its forms is sent along.</summary>
    sealed record AtTheDoor(Client Person, string Address, string Token)
    {
        public static async Task<AtTheDoor> OpenAsync(Client person, Screening screening)
        {
            var page = await person.GetAsync($"/organise/screenings/{screening.Slug}/door");
            Assert.Equal(200, page.Status);
            return new(person, $"/organise/screenings/{screening.Slug}/door",
                page.Html.QuerySelector("[data-door]")!.GetAttribute("data-form")!);
        }

        public Task<Answer> SendAsync(string device, params object[] registers) =>
            Person.SendAsync(HttpMethod.Post, $"{Address}/counts",
                JsonContent.Create(new { device, registers }), ("RequestVerificationToken", Token));

        /// <summary>Says something, and reads how the door stands: each party that is in, and the walk-ins.</summary>
        public async Task<(string Guests, int WalkIns)> SayAsync(string device, params object[] registers)
        {
            var answer = await SendAsync(device, registers);
            Assert.Equal(200, answer.Status);
            var sheet = JsonNode.Parse(answer.Body)!;
            var guests = sheet["guests"]!.AsArray()
                .Select(g => (Name: (string)g!["name"]!, In: Math.Max((int)g["others"]!, (int)g["own"]!))).Where(g => g.In > 0);
            return (string.Join(", ", guests.Select(g => $"{g.Name} {g.In}")),
                (int)sheet["walkIns"]!["others"]! + (int)sheet["walkIns"]!["own"]!);
        }
    }

    static object In(int? booking, int people, long number, bool clear = false) => new { booking, people, number, clear };

    [Theory, OnEachDatabase]
    public async Task What_two_devices_say_counts_once_however_often_and_in_what_order_it_comes(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 50);
        var (rim, sami) = ((await app.BookAsync(screening, people: 3, name: "Rim")).Booking!.Id,
            (await app.BookAsync(screening, people: 2, name: "Sami")).Booking!.Id);
        var elsewhere = (await app.BookAsync(await HouseOf(app, 5), name: "Elsewhere")).Booking!.Id;
        var door = await AtTheDoor.OpenAsync(await app.AsOrganiserAsync("Homs Campaign"), screening);

        Assert.Equal(("Rim 3", 2), await door.SayAsync(Tablet, In(rim, 3, 10), In(null, 2, 11)));
        Assert.Equal(("Rim 3", 2), await door.SayAsync(Tablet, In(rim, 3, 10), In(null, 2, 11)));
        Assert.Equal(
            ("Rim 3, Sami 1", 7), await door.SayAsync(Phone, In(rim, 2, 20), In(sami, 1, 21), In(null, 5, 22), In(elsewhere, 1, 23)));
        Assert.Equal(("Rim 3, Sami 1", 6), await door.SayAsync(Tablet, In(null, 1, 13), In(null, 9, 12))); // overtaken within one message
        Assert.Equal(("Rim 3, Sami 1", 6), await door.SayAsync(Tablet, In(null, 9, 12))); // and by one that came before
        // Undone at the phone, of what the tablet said too; the same message late undoes nothing that was ticked since.
        Assert.Equal(("Sami 1", 6), await door.SayAsync(Phone, In(rim, 0, 24, clear: true)));
        Assert.Equal(("Rim 3, Sami 1", 6), await door.SayAsync(Tablet, In(rim, 3, 14)));
        Assert.Equal(("Rim 3, Sami 1", 6), await door.SayAsync(Phone, In(rim, 0, 24, clear: true)));

        var sums = await app.InDbAsync(db => db.CheckInSumsAsync([screening.Id, screening.Id + 1, 0], default));
        Assert.Equal([(screening.Id, new CheckInSum(4, 2, 6))], sums.Select(s => (s.Key, s.Value)));
        Assert.Equal(10, sums[screening.Id].InTheRoom);
        Assert.Null(await app.InDbAsync(db => db.CheckInSumAsync(screening.Id + 1, default)));
    }

    [Theory, OnEachDatabase]
    public async Task Messages_that_arrive_at_the_same_moment_count_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 50);
        var rim = (await app.BookAsync(screening, people: 3, name: "Rim")).Booking!.Id;
        var door = await AtTheDoor.OpenAsync(await app.AsOrganiserAsync("Homs Campaign"), screening);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => door.SendAsync(Tablet, In(rim, 3, 10), In(null, 4, 11))));
        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Equal(("Rim 3", 4), await door.SayAsync(Tablet));
    }

    [Theory, OnEachDatabase]
    public async Task Only_who_keeps_the_screening_and_has_its_page_may_count(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 5);
        var rim = (await app.BookAsync(screening, name: "Rim Haddad")).Booking!.Id;
        var keeper = await AtTheDoor.OpenAsync(await app.AsOrganiserAsync("Homs Campaign"), screening);
        var other = await app.Programme.AddScreening(organisation: "Another");
        var stranger = await AtTheDoor.OpenAsync(await app.AsOrganiserAsync("Another"), other);

        Assert.Equal(404, (await (stranger with { Address = keeper.Address }).SendAsync(Tablet, In(rim, 1, 1))).Status);
        Assert.Equal(302, (await (keeper with { Person = app.AsVisitor() }).SendAsync(Tablet, In(rim, 1, 1))).Status);
        Assert.Equal(400, (await (keeper with { Token = "none" }).SendAsync(Tablet, In(rim, 1, 1))).Status);
        foreach (var (device, register) in new[] { ("form", In(rim, 1, 1)), ("no name, but <long> enough", In(rim, 1, 1)),
            (Tablet, In(rim, -1, 1)), (Tablet, In(null, 100_001, 1)), (Tablet, In(rim, 1, 0)) })
            Assert.Equal(400, (await keeper.SendAsync(device, register)).Status);
        Assert.Equal(("", 0), await keeper.SayAsync(Tablet));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Rim", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Places_for_wheelchairs_are_no_seats_for_walk_ins(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
        {
            s.Capacity = 8;
            s.GiveAwaySeats(r => (r.WheelchairPlaces, r.CompanionPlaces) = (2, 2));
        });
        var rim =
            (await app.AtBoxOfficeAsync(o =>
                o.BookAsync(screening.Id, new BookingRequest("rim", "rim@example.org", new Party(4, 1, 1), "en"), default))).Booking!.Id;
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var door = await AtTheDoor.OpenAsync(organiser, screening);
        Assert.Equal(("8", "6"), await FreeAsync());
        await door.SayAsync(Tablet, In(rim, 1, 1), In(null, 1, 2));
        Assert.Equal(("6", "5"), await FreeAsync());
        await door.SayAsync(Tablet, In(rim, 4, 3));
        Assert.Equal(("5", "5"), await FreeAsync());

        async Task<(string?, string?)> FreeAsync()
        {
            var page = await organiser.GetAsync(door.Address);
            return (page.Text("#free"), page.Text("#left"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Without_script_the_door_is_kept_with_forms(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 10);
        await app.BookAsync(screening, people: 3, name: "Rim Haddad");
        var sami = (await app.BookAsync(screening, people: 2, name: "سامي حداد")).Booking!;
        await app.BookAsync(screening, people: 6, name: "Six");
        var cancelled = (await app.BookAsync(screening, name: "Gone")).Booking!;
        await app.AtBoxOfficeAsync(o => o.CancelAsync(cancelled.Id, byOrganiser: true, default));
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var door = $"/organise/screenings/{screening.Slug}/door";

        var page = await organiser.GetAsync(door);
        Assert.Equal(["10", "0", "5", "5"], page.Texts(".door-figures dd"));
        Assert.Equal("door-search", page.Html.QuerySelector(".door-search, .door-figures")!.ClassName); // who arrives is looked for first
        Assert.Equal("1. Needs 6 seats, 5 are free.", page.Text("#waiting .guest-remark"));
        Assert.Equal(["Rim Haddad", "سامي حداد", "Six"], page.Texts(".guest-name"));
        Assert.Equal("2026-06-28T09:00:00Z", page.Header("Keep-Until")); // twelve hours after 90 minutes of film

        var open = page; // both are sent from one page, the second when the first has been counted
        await organiser.SubmitAsync(open, door, "#booked .guest-acts", null, ("people", "3"));
        await organiser.SubmitAsync(open, door, "#booked li:nth-child(2) .guest-some", null, ("people", "1"));
        await organiser.SubmitAsync(open, door, "#walk-in-steps", null, ("people", "1"));
        var twice = await organiser.SubmitAsync(open, door, "#walk-in-steps", null, ("people", "1"));
        Assert.Equal((302, door), (twice.Status, twice.Location));
        page = await organiser.GetAsync(door);
        Assert.Equal("Somebody counted at the same moment, or this was sent twice. Look at the number before you go on.",
            page.Text(".done"));
        Assert.Equal(["All 3 in", "1 of 2 in", "Not in yet"], page.Texts(".guest-in"));
        Assert.Equal(["5", "5", "1", "4"], page.Texts(".door-figures dd"));
        Assert.Equal("Walk-ins: 1", page.Text("#walk-ins"));

        // A device has said something too; what is undone here is undone of that as well, but its walk-ins stay its own.
        await (await AtTheDoor.OpenAsync(organiser, screening)).SayAsync(Tablet, In(sami.Id, 2, 1), In(null, 4, 2));
        await organiser.FillAsync(door, "#booked li:nth-child(2) .guest-acts", null, ("people", "0"));
        await organiser.FillAsync(door, "#walk-in-total", null, ("total", "6"));
        page = await organiser.GetAsync(door);
        Assert.Equal(["All 3 in", "Not in yet", "Not in yet"], page.Texts(".guest-in"));
        Assert.Equal("Walk-ins: 6", page.Text("#walk-ins"));
        var less = await organiser.FillAsync(door, "#walk-in-total", null, ("total", "3"));
        Assert.Equal("Other devices have counted 4 of those. It can go no lower here: lower it where it was counted.",
            (await organiser.GetAsync(less.Location!)).Text(".done"));

        page = await organiser.GetAsync($"{door}?q=%D8%AD%D8%AF%D8%A7%D8%AF"); // part of the Arabic name alone
        Assert.Equal(["سامي حداد"], page.Texts(".guest:not([hidden]) .guest-name"));
        foreach (var (code, said) in new[]
        {
            (sami.Code!, "Expected: سامي حداد, 2 people."),
            (cancelled.Code!,
                $"No longer good: the booking with the code {BookingCode.Format(cancelled.Code!)} was cancelled or has lapsed."),
            ("0000 0000", "Unknown code: no booking has 0000 0000. Look for the name."),
        })
            Assert.Equal(said, (await organiser.GetAsync($"{door}?q={Uri.EscapeDataString(code.ToLowerInvariant())}")).Text("#saying"));
    }

    [Theory, OnEachDatabase]
    public async Task How_many_came_is_suggested_from_the_door_and_the_desk_leads_there(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(when: "2026-06-01 18:00",
            organisation: "Homs Campaign", and: s => s.WelcomeWalkIns());
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var address = $"/organise/screenings/{screening.Slug}";
        Assert.Equal(
            [$"{address}/door"],
            (await organiser.GetAsync("/organise")).Html.QuerySelectorAll("section[aria-labelledby=doors] a")
                .Select(a => a.GetAttribute("href")));
        Assert.Equal(
            (0, 1),
            ((await organiser.GetAsync($"{address}/edit")).Html.QuerySelectorAll($"a[href='{address}/guests']").Length,
                (await organiser.GetAsync($"{address}/edit")).Html.QuerySelectorAll($"a[href='{address}/door']").Length));
        await (await AtTheDoor.OpenAsync(organiser, screening)).SayAsync(Tablet, In(null, 41, 1));
        app.Clock.Pass(NodaTime.Duration.FromHours(24));
        var page = await organiser.GetAsync($"{address}/attendance");
        Assert.Equal(("41", "The door counted 41: 0 with a booking and 41 without."),
            (page.Html.QuerySelector("#Input_Attendance")!.GetAttribute("value"), page.Text("#Input_Attendance-hint")));
    }
}
