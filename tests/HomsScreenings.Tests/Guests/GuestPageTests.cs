using System.Text.Json.Nodes;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Guests;

/// <summary>A guest's own page: what it says, what can be done there, and who else may see it.</summary>
public sealed class GuestPageTests
{
    static readonly string[] Below = ["", "/party", "/cancel",
        "/confirm", "/accept", "/ask", "/renew", "/export", "/erase", "/feedback", "/unsubscribe", "/calendar.ics"];

    [Theory, OnEachDatabase]
    public async Task Behind_a_link_that_is_foreign_revoked_or_mistyped_there_is_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(5);
        var page = await app.BookAtFormAsync(house);
        var renewed = await app.AsVisitor().FillAsync(page + "/renew");
        Assert.Equal("You have 1 seat.", await app.SentenceAsync(renewed.Location!));
        foreach (var path in Below.Select(b => page + b).Append("/bookings/mistyped"))
        {
            var answer = await app.AsVisitor().GetAsync(path);
            Assert.Equal((path, 404, true),
                (path, answer.Status, answer.Body.Contains("No booking is behind this link.", StringComparison.Ordinal)));
        }
        foreach (var path in Below.Where(b => b is not ("" or "/export" or "/calendar.ics")))
            Assert.Equal((path, 404), (path, (await app.AsVisitor().SendAsync(HttpMethod.Post, page + path)).Status));
        Assert.Equal(BookingState.Booked, await app.InDbAsync(db => db.Bookings.Select(b => b.State).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Each_page_is_kept_by_nobody_sets_no_cookie_and_takes_as_many_statements_for_one_guest_as_for_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(5);
        async Task<List<int>> Look(string page)
        {
            var counts = new List<int>();
            foreach (var path in Below)
            {
                var guest = app.AsVisitor();
                app.Statements.Reset();
                var answer = await guest.GetAsync(page + path);
                counts.Add(app.Statements.Statements.Count);
                Assert.Equal((path, 200, "no-store, private", "noindex, nofollow", 0),
                    (path, answer.Status, answer.Header("Cache-Control"), answer.Header("X-Robots-Tag"), guest.Cookies.Count));
                Assert.Null(answer.Header("Set-Cookie"));
            }
            return counts;
        }
        var one = await Look(await app.BookAtFormAsync(house));
        await app.BookAtFormAsync(house, email: "ben@example.org");
        Assert.Equal(one, await Look(await app.BookAtFormAsync(house, email: "cy@example.org")));
    }

    [Theory, OnEachDatabase]
    public async Task A_machine_that_opens_every_link_of_a_mail_changes_nothing_and_the_guest_can_still_use_each(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (byLink, house) = (await app.HouseAsync(5, r => r.ConfirmByLink = true), await app.HouseAsync(1));
        var (unconfirmed, booked, offered) =
            (await app.BookAtFormAsync(byLink), await app.BookAtFormAsync(house), await app.BookAtFormAsync(house));
        await app.AsVisitor().SendAsync(HttpMethod.Post, booked + "/cancel");
        Task<List<string>> AllAsync() => app.InDbAsync(async db => (await db.Bookings.AsNoTracking().OrderBy(b => b.Id).ToListAsync())
            .ConvertAll(b => $"{b.State} {b.Email} {b.People} {b.WantsNoReminders} {b.Rating} {b.HeldUntil} {b.ErasedAt}"));
        Task<(int, int)> CountsAsync() => app.InDbAsync(async db => (await db.Tokens.CountAsync(), await db.Outbox.CountAsync()));
        var (before, counts) = (await AllAsync(), await CountsAsync());
        foreach (var path in new[] { unconfirmed, booked, offered }.SelectMany(page => Below.Append("/reminders").Select(b => page + b)))
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Get })
                Assert.True((await app.AsVisitor().SendAsync(method, path)).Status is 200 or 404 or 405, path);
        Assert.Equal(before, await AllAsync());
        Assert.Equal(counts, await CountsAsync());

        await app.AsVisitor().SendAsync(HttpMethod.Post, unconfirmed + "/confirm");
        await app.AsVisitor().SendAsync(HttpMethod.Post, offered + "/accept");
        Assert.Equal([BookingState.Booked, BookingState.Cancelled, BookingState.Booked],
            await app.InDbAsync(db => db.Bookings.OrderBy(b => b.Id).Select(b => b.State).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task What_became_of_a_booking_is_said_in_a_sentence_of_its_own(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var confirmed = await app.HouseAsync(5, r => r.ConfirmByLink = true);
        var late = await app.BookAtFormAsync(confirmed, people: 2);
        Assert.Equal("2 seats are kept for you until Monday 1 June, 15:00 BST.", await app.SentenceAsync(late));
        var quick = await app.BookAtFormAsync(confirmed);
        for (var i = 0; i < 2; i++) Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, quick + "/confirm")).Status);
        Assert.Equal("You have 1 seat.", await app.SentenceAsync(quick));

        var house = await app.HouseAsync(1);
        var (booked, offered) = (await app.BookAtFormAsync(house), await app.BookAtFormAsync(house));
        for (var i = 0; i < 2; i++) Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, booked + "/cancel")).Status);
        Assert.Equal("This booking is cancelled.", await app.SentenceAsync(booked));
        app.Clock.Pass(Duration.FromDays(1));
        Assert.Equal("The booking was not confirmed in time.", await app.SentenceAsync(late));
        Assert.Equal("The time to take the seats has passed.", await app.SentenceAsync(offered));

        await app.Programme.Change(confirmed, s => s.Postpone(null));
        Assert.Equal("This screening is postponed.", await app.SentenceAsync(quick));
        var full = await app.HouseAsync(1);
        await app.BookAtFormAsync(full);
        var waiting = await app.BookAtFormAsync(full);
        await app.Programme.Change(full, s => s.Postpone(null));
        async Task<string?> NextAsync(string page) =>
            (await app.AsVisitor().GetAsync(page)).Texts(".ticket-state p").ElementAtOrDefault(1);
        Assert.StartsWith("Your seats are kept.", await NextAsync(quick), StringComparison.Ordinal);
        Assert.StartsWith("Your turn on the waiting list is kept.", await NextAsync(waiting), StringComparison.Ordinal);
        await app.Programme.Change(confirmed, s => s.Cancel("The hall is flooded."));
        var off = await app.AsVisitor().GetAsync(quick);
        Assert.Equal(("This screening is cancelled.", "The hall is flooded.", null),
            (off.Text(".ticket-sentence"), off.Text(".reason"), off.Text(".code")));
    }

    [Theory, OnEachDatabase]
    public async Task A_party_grows_only_where_there_is_room_for_all_of_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(4);
        var page = await app.BookAtFormAsync(house, people: 2);
        await app.BookAtFormAsync(house, people: 1);
        var refused = await app.AsVisitor().FillAsync(page + "/party", ("Input.People", "4"));
        Assert.Equal((422, "There are not enough seats available. Your booking stays as it was; a smaller party is always possible."),
            (refused.Status, refused.Text("div.problems li")));
        Assert.Equal("You have 2 seats.", await app.SentenceAsync(page));
        Assert.Equal(303, (await app.AsVisitor().FillAsync(page + "/party", ("Input.People", "3"))).Status);
        Assert.Equal("You have 3 seats.", await app.SentenceAsync(page));
    }

    [Theory, OnEachDatabase]
    public async Task Questions_are_asked_once_a_handful_at_a_time_and_answered_on_the_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(4));
        for (var i = 0; i < 2; i++)
            Assert.Equal(303, (await app.AsVisitor().FillAsync(page + "/ask", ("Question", "Is there <tea>?"))).Status);
        await app.InDbAsync(db => db.GuestQuestions.ExecuteUpdateAsync(s => s.SetProperty(q => q.Answer, "There is.")));
        for (var i = 0; i < 5; i++)
            Assert.Equal(303, (await app.AsVisitor().FillAsync(page + "/ask", ("Question", $"Question {i}"))).Status);
        var sixth = await app.AsVisitor().FillAsync(page + "/ask", ("Question", "One more"));
        Assert.Equal((422, "The organisers have yet to answer 5 questions of yours. Please wait for that."),
            (sixth.Status, sixth.Text("div.problems li")));
        var shown = await app.AsVisitor().GetAsync(page);
        Assert.Equal(["Is there <tea>?", "Question 0", "Question 1", "Question 2", "Question 3", "Question 4"], shown.Texts(".question"));
        Assert.Equal(["There is."], shown.Texts(".answer"));
    }

    [Theory, OnEachDatabase]
    public async Task However_many_questions_arrive_at_once_a_handful_is_taken(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(4));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => app.AsVisitor()
            .SendAsync(HttpMethod.Post, page + "/ask", new FormUrlEncodedContent([new("Question", $"Question {i % 6}")]))));
        Assert.Equal([303, 422], answers.Select(a => a.Status).Distinct().Order());
        Assert.Equal((5, 5), await app.InDbAsync(async db => (await db.GuestQuestions.CountAsync(),
            await db.GuestQuestions.Select(q => q.Text).Distinct().CountAsync())));
    }

    [Theory, OnEachDatabase]
    public async Task A_guest_takes_everything_away_and_is_forgotten_at_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(4);
        var page =
            (await app.SendFormAsync(house, ("Input.Email", "ana@example.org"),
                ("Input.Name", "Ana"), ("Input.AccessNeeds", "A ramp"))).Location!;
        await app.AsVisitor().FillAsync(page + "/ask", ("Question", "Is there tea?"));
        var export = await app.AsVisitor().GetAsync(page + "/export");
        var all = JsonNode.Parse(export.Body)!;
        Assert.Equal("attachment; filename=booking.json", export.Header("Content-Disposition"));
        Assert.Equal(("ana@example.org", "Ana", "A ramp", "Booked", "Is there tea?", "Booked"),
            ((string?)all["Email"], (string?)all["Name"], (string?)all["AccessNeeds"],
                (string?)all["State"], (string?)all["Questions"]![0]!["Text"], (string?)all["Mails"]![0]!["About"]));

        var erased = await app.AsVisitor().FillAsync(page + "/erase");
        Assert.Equal((303, "/bookings/erased"), (erased.Status, erased.Location));
        Assert.Equal("Your data is deleted", (await app.AsVisitor().GetAsync(erased.Location!)).Text("h1"));
        Assert.Equal(404, (await app.AsVisitor().GetAsync(page)).Status);
        var booking = await app.InDbAsync(db => db.Bookings.SingleAsync());
        Assert.Equal((null, null, null, null, BookingState.Cancelled),
            (booking.Email, booking.Name, booking.AccessNeeds, booking.Code, booking.State));
    }

    [Theory, OnEachDatabase]
    public async Task Reminders_stop_with_one_click_of_a_mail_program(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(4));
        Assert.Equal("No reminders, please", (await app.AsVisitor().GetAsync(page + "/unsubscribe")).Text("main button"));
        Assert.False(await app.InDbAsync(db => db.Bookings.Select(b => b.WantsNoReminders).SingleAsync()));
        var oneClick = await app.AsVisitor()
            .SendAsync(HttpMethod.Post, page + "/unsubscribe", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal((200, true), (oneClick.Status, await app.InDbAsync(db => db.Bookings.Select(b => b.WantsNoReminders).SingleAsync())));
    }

    [Theory, OnEachDatabase]
    public async Task The_question_afterwards_waits_for_the_end_and_takes_one_of_five_answers(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(4, when: "2026-06-02 20:30"));
        Assert.Equal("This question is asked once the screening is over.",
            (await app.AsVisitor().GetAsync(page + "/feedback")).Text("main .lead"));
        Assert.Equal(422,
            (await app.AsVisitor().SendAsync(HttpMethod.Post, page + "/feedback", new FormUrlEncodedContent([new("Rating", "5")]))).Status);
        app.Clock.Pass(Duration.FromDays(2));
        Assert.Equal("Choose one of the five answers.",
            (await app.AsVisitor().FillAsync(page + "/feedback", ("Rating", "6"))).Text("div.problems li"));
        Assert.Equal(303, (await app.AsVisitor().FillAsync(page + "/feedback", ("Rating", "3"))).Status);
        Assert.Equal(303, (await app.AsVisitor().FillAsync(page + "/feedback", ("Rating", "5"), ("Comment", "Thank you"))).Status);
        Assert.Equal((5, "Thank you"),
            await app.InDbAsync(db => db.Bookings.Select(b => new ValueTuple<int?, string?>(b.Rating, b.Comment)).SingleAsync()));
        Assert.Equal("This screening is over.", await app.SentenceAsync(page));
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_no_place_yet_is_not_told_the_private_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1, r => (r.PrivateAddress, r.ConfirmByLink) = ("17 Hidden Mews", true),
            at: null, and: s => s.PlaceIn("Bloomsbury", "London", null, "GB", "Europe/London"));
        var (first, next) = (await app.BookAtFormAsync(house), await app.BookAtFormAsync(house));
        foreach (var page in new[] { first, next }) await IsToldAsync(page, false);
        await app.AsVisitor().FillAsync(first + "/confirm");
        await IsToldAsync(first, true);
        await app.AsVisitor().FillAsync(first + "/cancel");
        await IsToldAsync(first, false);
        Assert.Equal(BookingState.Offered,
            await app.InDbAsync(db => db.BookingsBehind(next.Split('/')[^1], app.Clock.Now).Select(b => b.State).SingleAsync()));
        await IsToldAsync(next, false);
        await app.AsVisitor().FillAsync(next + "/accept");
        await IsToldAsync(next, true);

        async Task IsToldAsync(string page, bool isTold)
        {
            var main = (await app.AsVisitor().GetAsync(page)).Text("main")!;
            var isStanding = !main.Contains("cancelled", StringComparison.Ordinal);
            Assert.Equal(
                (isTold, isStanding && !isTold),
                (main.Contains("Mews", StringComparison.Ordinal),
                    main.Contains("The exact address is told to those who have a seat.", StringComparison.Ordinal)));
            Assert.Equal(!isStanding, main.Contains("address given after booking", StringComparison.Ordinal)); // once is enough
            foreach (var below in new[] { "/calendar.ics", "/party", "/cancel", "/ask", "/export", "/erase", "/renew" })
                Assert.Equal((below, false),
                    (below, !isTold && (await app.AsVisitor().GetAsync(page + below)).Body.Contains("Mews", StringComparison.Ordinal)));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_private_address_stands_on_the_guests_page_and_in_their_calendar_and_nowhere_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        const string secret = "17 Hidden Mews, second bell";
        var house = await app.HouseAsync(4, r => r.PrivateAddress = secret,
            at: null, and: s => s.PlaceIn("Bloomsbury", "London", null, "GB", "Europe/London"));
        var page = await app.BookAtFormAsync(house);
        Assert.Contains(secret, (await app.AsVisitor().GetAsync(page)).Text("main"), StringComparison.Ordinal);
        var (own, feed) = (await EntryAsync(page + "/calendar.ics"), await EntryAsync("/calendar.ics"));
        Assert.StartsWith(secret, own["LOCATION"], StringComparison.Ordinal);
        Assert.Equal((feed["UID"], feed["SEQUENCE"]), (own["UID"], own["SEQUENCE"]));

        string[] everywhere =
        [
            "/", "/screenings", "/screenings?view=month", "/screenings?view=map",
            $"/screenings/{house.Slug}", $"/screenings/{house.Slug}/book", $"/screenings/{house.Slug}.ics", "/calendar.ics", "/feed.atom",
            "/api/v1/screenings", $"/api/v1/screenings/{house.Slug}", "/films/return-to-homs", "/films/return-to-homs.ics",
            "/embed/screenings", "/sitemap.xml", $"/oembed?url={Uri.EscapeDataString($"{ScreeningsApp.BaseUrl}/screenings/{house.Slug}")}",
        ];
        foreach (var path in everywhere)
        {
            var answer = await app.AsVisitor().GetAsync(path);
            Assert.Equal(
                (path, 200, false),
                (path, answer.Status, answer.Body.Contains("Mews", StringComparison.OrdinalIgnoreCase)
                    || answer.Body.Contains("second bell", StringComparison.OrdinalIgnoreCase)));
        }
        Assert.Empty((await app.AsVisitor().GetAsync("/screenings?q=mews")).Texts(".programme .title"));
        Assert.Equal("Bloomsbury, address given after booking London, United Kingdom",
            (await app.AsVisitor().GetAsync($"/screenings/{house.Slug}")).Text(".bill-place"));

        async Task<ReadEvent> EntryAsync(string path) => new ReadCalendar((await app.AsVisitor().GetAsync(path)).Bytes).Events.Single();
    }
}
