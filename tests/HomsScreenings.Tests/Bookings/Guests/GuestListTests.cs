using HomsScreenings.Bookings;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Bookings.Guests;

/// <summary>What organisers see of their guests, and what nobody else does.</summary>
public sealed class GuestListTests
{
    [Theory, OnEachDatabase]
    public async Task What_guests_said_afterwards_is_read_by_the_organisers_without_their_names(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(9, organisation: "Homs Campaign");
        foreach (var (name, rating, comment) in new[] { ("Nadia", 3, (string?)"Too loud; too late."),
            ("Omar", 5, "It moved me."), ("Rim", 4, null) })
        {
            var id = (await app.BookAsync(screening, name: name)).Booking!.Id;
            await app.InDbAsync(async db =>
            {
                (await db.Bookings.SingleAsync(b => b.Id == id)).Answer(rating, comment);
                await db.SaveChangesAsync();
            });
        }
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        Assert.Equal(["It moved me: It moved me.", "I liked it: Too loud; too late."],
            (await organiser.GetAsync($"/organise/screenings/{screening.Slug}/guests")).Texts(".said li"));
    }

    [Theory, OnEachDatabase]
    public async Task A_cell_of_the_file_stays_one_where_spreadsheets_divide_at_semicolons(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(9, organisation: "Homs Campaign");
        await app.BookAsync(screening, name: "a;=1+1");
        var file = await (await app.AsOrganiserAsync("Homs Campaign")).GetAsync($"/organise/screenings/{screening.Slug}/guests.csv");
        Assert.StartsWith("\"a;=1+1\",", file.Body.Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task The_list_says_whom_mail_does_not_reach(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(9, organisation: "Homs Campaign");
        foreach (var name in new[] { "Gone", "Slow", "Fine" }) await app.BookAsync(screening, name: name);
        await app.InDbAsync(async db =>
        {
            var mails = await db.Outbox.AsNoTracking().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
            await db.MarkUndeliverableAsync(mails[0], "The mail server answered: 550 5.1.1 Unknown", app.Clock.Now, default);
            await db.MarkFailedAsync(mails[1], "The mail server did not answer in time.", app.Clock.Now, default);
            await db.MarkSentAsync(mails[2], app.Clock.Now, default);
        });
        var list = await (await app.AsOrganiserAsync("Homs Campaign")).GetAsync($"/organise/screenings/{screening.Slug}/guests");
        Assert.Equal(["Mail could not be delivered", "Mail has not left yet"], list.Texts("section[aria-labelledby=booked] .mark"));
    }

    static Task<Screening> HouseOf(ScreeningsApp app, int seats) => app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
    {
        s.Capacity = seats;
        s.GiveAwaySeats(_ => { });
    });

    [Theory, OnEachDatabase]
    public async Task A_stranger_finds_no_guests_in_any_form_and_leaves_no_look(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 5);
        var booking = (await app.BookAsync(screening, name: "Rim Haddad")).Booking!;
        var (stranger, keeper) = (await app.AsOrganiserAsync("Another"), await app.AsOrganiserAsync("Homs Campaign"));
        foreach (var path in new[] { "guests", "guests.csv", $"guests/{booking.Id}/cancel", "door", "door/print" })
        {
            var address = $"/organise/screenings/{screening.Slug}/{path}";
            Assert.Equal((path, 404), (path, (await stranger.GetAsync(address)).Status));
            Assert.Equal((path, 302), (path, (await app.AsVisitor().GetAsync(address)).Status));
            Assert.Equal(0, await app.InDbAsync(db => db.GuestListViews.CountAsync(v => v.UserId == stranger.UserId)));
            var seen = await keeper.GetAsync(address);
            Assert.Equal(
                (path, 200, true, true),
                (path, seen.Status, seen.Body.Contains("Rim Haddad", StringComparison.Ordinal),
                    seen.Header("Cache-Control")?.Contains("no-store", StringComparison.Ordinal)));
        }
        Assert.Equal(0, await app.InDbAsync(db => db.GuestListViews.CountAsync(v => v.UserId == stranger.UserId)));
    }

    [Theory, OnEachDatabase]
    public async Task Each_look_is_written_down_with_who_and_in_what_form(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 5);
        var (first, second) = (await app.AsOrganiserAsync("Homs Campaign"), await app.AsOrganiserAsync("Homs Campaign"));
        var address = $"/organise/screenings/{screening.Slug}";
        await first.GetAsync($"{address}/guests");
        await first.GetAsync($"{address}/guests"); // still the same look
        app.Clock.Pass(Duration.FromMinutes(6));
        await first.GetAsync($"{address}/guests.csv");
        await first.GetAsync($"{address}/guests.csv"); // another file
        await first.GetAsync($"{address}/door");
        await first.GetAsync($"{address}/door/print");
        var page = await second.GetAsync($"{address}/guests");
        Assert.Equal(
        [
            $"Mon 1 Jun, 13:06: {second.Email}, this list", $"Mon 1 Jun, 13:06: {first.Email}, the printed list",
            $"Mon 1 Jun, 13:06: {first.Email}, the door",
            $"Mon 1 Jun, 13:06: {first.Email}, the file", $"Mon 1 Jun, 13:06: {first.Email}, the file",
            $"Mon 1 Jun, 13:00: {first.Email}, this list",
        ], page.Texts("section[aria-labelledby=looks] li"));
    }

    [Theory, OnEachDatabase]
    public async Task The_list_says_who_comes_and_beside_each_who_waits_why(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 5);
        var booked = (await app.BookAsync(screening, people: 4, name: "Rim Haddad", email: "rim@example.org")).Booking!;
        await app.BookAsync(screening, people: 3, name: "Second");
        await app.InDbAsync(db => db.Bookings.Where(b => b.Name == "Second")
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Email, "RIM@example.org"))); // as bookings were before each address had one
        await app.BookAsync(screening, people: 2, name: "Third");
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var address = $"/organise/screenings/{screening.Slug}/guests";

        var page = await organiser.GetAsync(address);
        Assert.Equal(["Booked 4", "Held for offers and links 0", "Waiting 5 in 2 parties", "Free 1", "The whole house 5"],
            page.Html.QuerySelectorAll(".figures > div").Select(d => $"{d.Children[0].TextContent} {d.Children[1].TextContent}"));
        Assert.Equal(["1. Needs 3 seats, 1 is free.", "2. Needs 2 seats, 1 is free."],
            page.Texts("section[aria-labelledby=waiting] .guest-why"));
        Assert.Equal(2, page.Texts("tbody .mark").Count); // one address, two bookings
        Assert.Equal("Rim Haddad", (await organiser.GetAsync($"{address}?q=HADDAD")).Text("section[aria-labelledby=booked] tbody bdi"));
        Assert.Equal(
            "Rim Haddad",
            (await organiser.GetAsync($"{address}?q={BookingCode.Format(booked.Code!).ToLowerInvariant()}"))
                .Text("section[aria-labelledby=booked] tbody bdi"));
        Assert.Empty((await organiser.GetAsync($"{address}?q=nobody")).Texts("tbody tr"));

        var done = await organiser.FillAsync($"{address}/{booked.Id}/cancel");
        Assert.Equal((302, address), (done.Status, done.Location));
        page = await organiser.GetAsync(address);
        Assert.Equal(
            ["1. Offered 3 seats: the offer stands until Tue 2 Jun, 13:00.",
                "2. Offered 2 seats: the offer stands until Tue 2 Jun, 13:00."], page.Texts("section[aria-labelledby=waiting] .guest-why"));
        Assert.Equal(
            [GuestMailKind.Booked, GuestMailKind.Waiting, GuestMailKind.Waiting,
                GuestMailKind.Withdrawn, GuestMailKind.Offer, GuestMailKind.Offer], await app.MailKindsAsync());
        await organiser.SendAsync(HttpMethod.Post, $"{address}/{booked.Id}/cancel"); // without the form's own token
        Assert.Equal(6, (await app.MailKindsAsync()).Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_question_is_answered_once_and_by_mail(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 5);
        var booking = (await app.BookAsync(screening, name: "Rim Haddad")).Booking!;
        var question = await app.InDbAsync(async db =>
        {
            var asked = new GuestQuestion { BookingId = booking.Id, Text = "Is there a lift?", AskedAt = app.Clock.Now };
            db.GuestQuestions.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        var (organiser, stranger) = (await app.AsOrganiserAsync("Homs Campaign"), await app.AsOrganiserAsync("Another"));
        var address = $"/organise/screenings/{screening.Slug}/guests";
        Assert.Equal(404, (await stranger.GetAsync($"{address}/questions/{question}")).Status);
        Assert.Equal("Is there a lift?", (await organiser.GetAsync(address)).Text(".guest-question .in-lines"));
        var open = await organiser.GetAsync($"{address}/questions/{question}");
        Assert.Equal(422, (await organiser.SubmitAsync(open, $"{address}/questions/{question}")).Status);
        foreach (var answer in new[] { "Yes, by the side door.", "No." })
            Assert.Equal(
                302, (await organiser.SubmitAsync(open, $"{address}/questions/{question}", changes: ("Input.Answer", answer))).Status);

        Assert.Equal(
            [question], await app.InDbAsync(db => db.Outbox.Where(m => m.Kind == "booking.answer").Select(m => m.Detail).ToListAsync()));
        Assert.Equal(["Is there a lift?", "Yes, by the side door."],
            (await organiser.GetAsync(address)).Texts(".guest-question .in-lines"));
    }

    [Theory, OnEachDatabase]
    public async Task The_file_holds_no_formula_of_a_guests(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, 9);
        foreach (var name in new[] { "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM", " =2", "ريم حداد", "O'Hara, \"Kit\"" })
            await app.BookAsync(screening, name: name);
        await app.InDbAsync(db => db.Bookings.ExecuteUpdateAsync(s => s.SetProperty(b => b.Email, "g@example.org")));
        var file = await (await app.AsOrganiserAsync("Homs Campaign")).GetAsync($"/organise/screenings/{screening.Slug}/guests.csv");
        Assert.Equal(("text/csv; charset=utf-8", true),
            (file.Header("Content-Type"), file.Bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF })));
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Name,Address,People,Wheelchair places,Companion places,Access needs,State,Code,Booked at,In the room,Remark",
            lines[0]);
        Assert.Equal(["\"'=HYPERLINK(\"\"http://x\"\")\"", "'+1", "'-1", "'@SUM", "' =2", "ريم حداد", "\"O'Hara, \"\"Kit\"\"\""],
            lines[1..^1].Select(l => l[..l.IndexOf(",g@example.org,1,0,0,,Booked,", StringComparison.Ordinal)]));
    }
}
