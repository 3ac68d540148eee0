using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Guests;

/// <summary>One form, without an account: what it takes, and what it says to whom it refuses.</summary>
public sealed class BookingFormTests
{
    [Theory, OnEachDatabase]
    public async Task A_guest_books_without_account_and_cookie_and_is_led_to_a_page_of_their_own(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        var guest = app.AsVisitor();
        var form = await guest.GetAsync($"/screenings/{house.Slug}/book");
        Assert.Equal((200, "no-store, private", "noindex, nofollow", "no-referrer"),
            (form.Status, form.Header("Cache-Control"), form.Header("X-Robots-Tag"), form.Header("Referrer-Policy")));
        app.Clock.Pass(AtTheForm.AWhile);
        (string, string?)[] typed = [("Input.Email", "ana.unusual@example.org"),
            ("Input.People", "2"), ("Input.Name", "Ana Unusual"), ("Input.AccessNeeds", "A seat at the aisle")];
        var answer = await guest.SubmitAsync(form, $"/screenings/{house.Slug}/book", changes: typed);
        var again = await guest.SubmitAsync(form, $"/screenings/{house.Slug}/book", changes: typed);

        Assert.Equal((303, 303), (answer.Status, again.Status));
        var page = await guest.GetAsync(answer.Location!);
        Assert.Equal((200, "You have 2 seats.", "no-store, private"),
            (page.Status, page.Text(".ticket-sentence"), page.Header("Cache-Control")));
        Assert.Equal("You have 2 seats.", await app.SentenceAsync(again.Location!));
        var booking = await app.InDbAsync(db => db.Bookings.SingleAsync());
        Assert.Equal(("ana.unusual@example.org", new Party(2), "Ana Unusual", "A seat at the aisle", "en"),
            (booking.Email, booking.Party, booking.Name, booking.AccessNeeds, booking.Language));
        Assert.Equal(BookingCode.Format(booking.Code!), page.Text(".code"));
        Assert.Single(page.Html.QuerySelectorAll(".door-code svg.qr"));
        Assert.Empty(guest.Cookies);
        foreach (var secret in new[] { answer.Location!["/bookings/".Length..],
            again.Location!["/bookings/".Length..], "unusual", "Unusual", "aisle" })
            Assert.DoesNotContain(app.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task The_form_stays_in_the_language_in_which_it_was_opened(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        var guest = app.AsVisitor();
        var form = await guest.GetAsync($"/ar/screenings/{house.Slug}/book");
        Assert.Equal("ltr", form.Html.QuerySelector("#Input_Email")!.GetAttribute("dir"));
        Assert.Equal("rtl", form.Html.QuerySelector(".book-what bdi")!.GetAttribute("dir")); // whatever the name of the place begins with
        app.Clock.Pass(AtTheForm.AWhile);
        var answer = await guest.SubmitAsync(form, "", changes: [("Input.Email", "ana@example.org"), ("Input.People", "2")]);
        Assert.StartsWith("/ar/bookings/", answer.Location, StringComparison.Ordinal);
        var page = await guest.GetAsync(answer.Location!);
        Assert.Equal("تم حجز مقعدين.", page.Text(".ticket-sentence"));
        Assert.Equal(answer.Location!["/ar".Length..], page.Html.QuerySelector(".languages a[hreflang=en]")!.GetAttribute("href"));
        Assert.Equal("ar", await app.InDbAsync(db => db.Bookings.Select(b => b.Language).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_in_the_title_has_the_focus_and_what_is_needed_is_said(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        var form = await app.AsVisitor().GetAsync($"/screenings/{house.Slug}/book");
        Assert.Equal(("Book seats: Return to Homs · Homs Screenings", "true", null), (form.Html.Title,
            form.Html.QuerySelector("#Input_Email")!.GetAttribute("aria-required"),
            form.Html.QuerySelector("#Input_Name")!.GetAttribute("aria-required")));
        var answer = await app.SendFormAsync(house, ("Input.Email", "nobody"));
        Assert.Equal("Please check the form: Book seats: Return to Homs · Homs Screenings", answer.Html.Title);
        Assert.True(answer.Html.QuerySelector(".problems[tabindex='-1']")!.HasAttribute("autofocus"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_comes_too_late_waits_gets_an_offer_and_takes_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(2);
        var first = await app.BookAtFormAsync(house, people: 2);
        Assert.Equal("Join the waiting list", (await app.AsVisitor().GetAsync($"/screenings/{house.Slug}/book")).Text("main button"));
        await app.BookAtFormAsync(house, people: 2, email: "ben@example.org");
        var third = await app.BookAtFormAsync(house, people: 1, email: "cy@example.org");
        Assert.Equal("You are number 2 on the waiting list.", await app.SentenceAsync(third));

        await app.AsVisitor().FillAsync(first + "/party", ("Input.People", "1"));
        Assert.Equal("You have 1 seat.", await app.SentenceAsync(first));
        Assert.Equal("1 seat is offered to you until Tuesday 2 June, 13:00 BST.", await app.SentenceAsync(third));
        Assert.Equal("Take the seats", (await app.AsVisitor().GetAsync(third + "/accept")).Text("h1"));
        Assert.Equal(BookingState.Offered,
            await app.InDbAsync(db => db.Bookings.Where(b => b.Email == "cy@example.org").Select(b => b.State).SingleAsync()));
        for (var i = 0; i < 2; i++) Assert.Equal(303, (await app.AsVisitor().SendAsync(HttpMethod.Post, third + "/accept")).Status);
        Assert.Equal("You have 1 seat.", await app.SentenceAsync(third));
    }

    [Theory, OnEachDatabase]
    public async Task Each_refusal_has_its_own_sentence(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        async Task IsSaid(string sentence, Screening screening) =>
            Assert.Equal(sentence, (await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}/book")).Text("main .lead"));

        await IsSaid("Seats for this screening are not booked here. Its page says how to get in.", await app.Programme.AddScreening());
        await IsSaid("Booking opens on Tuesday 2 June 2026, 13:00 BST. Please come back then.",
            await app.HouseAsync(5, r => r.OpensAt = app.Clock.Now.Plus(Duration.FromDays(1))));
        await IsSaid("Booking is closed. There may still be seats at the door: come early, or ask the organisers.",
            await app.HouseAsync(5, r => r.ClosesMinutes = 120, when: "2026-06-01 14:30"));
        await IsSaid("This screening is cancelled, so no seats can be booked. The programme has others.",
            await app.HouseAsync(5, and: s => s.Cancel(null)));
        await IsSaid("This screening is postponed. Seats can be booked again once it has a new date: please look again later.",
            await app.HouseAsync(5, and: s => s.Postpone(null)));
        await IsSaid("This screening is over. The programme has what is still to come.", await app.HouseAsync(5, when: "2026-05-01 20:30"));
        var full = await app.HouseAsync(1, r => r.OffersEndHours = 5, when: "2026-06-01 17:00");
        await app.BookAtFormAsync(full);
        await IsSaid(
            "Every seat is taken, and no more will be offered before it begins. Returned seats go to those who come to the door.", full);

        var house = await app.HouseAsync(50, r => (r.LargestParty, r.WheelchairPlaces) = (4, 1));
        async Task IsAnswered(string sentence, Screening screening, params (string, string?)[] typed)
        {
            var answer = await app.SendFormAsync(screening, typed);
            Assert.Equal((422, sentence), (answer.Status, answer.Text("div.problems li")));
        }
        await IsAnswered("One booking is for 4 people at most. For more, please ask the organisers.", house, ("Input.People", "5"));
        await IsAnswered(
            "The house does not have so many places of this kind, even when it is empty. Please choose fewer, or ask the organisers.",
            house, ("Input.People", "3"), ("Input.Wheelchairs", "2"));
        await IsAnswered("Wheelchair spaces and companion seats are part of the number of people: there cannot be more of them.",
            house, ("Input.People", "1"), ("Input.Wheelchairs", "2"));
        await IsAnswered("How many people come?", house, ("Input.People", "many"));
        await IsAnswered("Enter your email address.", house, ("Input.Email", " "));
        await IsAnswered("This is not a whole email address, such as name@example.org. Please look at it again.",
            house, ("Input.Email", "ana@example"));

        var form = await app.AsVisitor().GetAsync($"/screenings/{house.Slug}/book");
        app.Clock.Pass(AtTheForm.AWhile);
        await app.Programme.Change(house, s => s.Cancel("The hall is flooded."));
        var meanwhile = await app.AsVisitor().SubmitAsync(form, "", changes: ("Input.Email", "ana@example.org"));
        Assert.Equal((422, "This screening is cancelled, so no seats can be booked. The programme has others."),
            (meanwhile.Status, meanwhile.Text("div.problems li")));
        Assert.Equal(1, await app.InDbAsync(db => db.Bookings.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_slip_in_a_well_known_address_is_asked_about_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(5);
        var asked = await app.SendFormAsync(house, ("Input.Email", "ana@gmial.com"), ("Input.Name", "Ana"));
        Assert.Equal((422, "Did you mean ana@gmail.com? Correct it, or send the form again if it is right as it stands."),
            (asked.Status, asked.Text("div.problems li")));
        Assert.Equal(
            ("ana@gmial.com", "Ana"),
            (asked.Html.QuerySelector("#Input_Email")!.GetAttribute("value"),
                asked.Html.QuerySelector("#Input_Name")!.GetAttribute("value")));
        Assert.Equal(303, (await app.AsVisitor().SubmitAsync(asked, "")).Status);
        Assert.Equal("ana@gmial.com", await app.InDbAsync(db => db.Bookings.Select(b => b.Email).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_form_that_no_person_sent_comes_back_with_all_that_was_typed_and_books_the_second_time(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(5);
        var path = $"/screenings/{house.Slug}/book";
        var guest = app.AsVisitor();
        var sent = 0;
        async Task ComesBack(string sentence, Duration after, params (string, string?)[] more)
        {
            var form = await guest.GetAsync(path);
            app.Clock.Pass(after);
            var back = await guest.SubmitAsync(
                form, path, changes: [("Input.Email", $"ana{++sent}@example.org"), ("Input.AccessNeeds", "A ramp"), .. more]);
            Assert.Equal((422, sentence, "A ramp"), (back.Status, back.Text("div.problems li"), back.Text("#Input_AccessNeeds")));
            app.Clock.Pass(AtTheForm.AWhile);
            Assert.Equal(303, (await guest.SubmitAsync(back, path)).Status);
        }
        await ComesBack(
            "Please check the form and send it again.",
            Duration.FromSeconds(1));
        await ComesBack(
            "The form had been open for too long, so it was not taken. Here it is again, with all that you typed: please send it once more.", Duration.FromHours(25));
        await ComesBack(
            "The form had been open for too long, so it was not taken. Here it is again, with all that you typed: please send it once more.", AtTheForm.AWhile, ("Input.Token", "made-up"));
        await ComesBack(
            "A field that is not meant for people was filled in, perhaps by your browser. It is empty again: please send the form once more.", AtTheForm.AWhile, ("Input.LeaveEmpty", "https://example.org"));
        Assert.Equal(4, await app.InDbAsync(db => db.Bookings.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Too_many_forms_from_one_network_are_refused_in_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(
            database, ("Guests:FormsPerMinute", "2"), ("Guests:FormsPerMinuteOfNetwork", "3"));
        var house = await app.HouseAsync(5);
        async Task<Answer> SendFrom(string address) =>
            await app.AsVisitor().SendAsync(HttpMethod.Post, $"/screenings/{house.Slug}/book", null, ("X-Forwarded-For", address));
        foreach (var status in new[] { 422, 422, 429 }) Assert.Equal(status, (await SendFrom("192.0.2.1")).Status);
        Assert.Equal(422, (await SendFrom("192.0.2.8")).Status);
        var neighbour = await SendFrom("192.0.2.9");
        Assert.Equal((429, "Too many tries", "60"), (neighbour.Status, neighbour.Text("h1"), neighbour.Header("Retry-After")));
        Assert.Equal(422, (await SendFrom("198.51.100.1")).Status);
        Assert.Equal(200, (await app.AsVisitor().GetAsync($"/screenings/{house.Slug}/book", ("X-Forwarded-For", "192.0.2.1"))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_that_came_too_fast_is_taken_as_soon_as_it_is_of_age(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(seats: 10);
        var (guest, path) = (app.AsVisitor(), $"/screenings/{screening.Slug}/book");
        var form = await guest.GetAsync(path);
        app.Clock.Pass(Duration.FromSeconds(1));
        var again = await guest.SubmitAsync(form, path, changes: ("Input.Email", "ana@example.org"));
        Assert.Equal(422, again.Status);
        app.Clock.Pass(Duration.FromSeconds(1));
        Assert.Equal(303, (await guest.SubmitAsync(again, path)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_that_was_open_while_the_clock_was_set_back_is_taken_and_one_that_is_new_by_both_clocks_is_not(
        Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(seats: 10);
        var (guest, path) = (app.AsVisitor(), $"/screenings/{screening.Slug}/book");
        async Task<int> SentAsync(string email, Duration after)
        {
            var form = await guest.GetAsync(path);
            app.Clock.Pass(after);
            return (await guest.SubmitAsync(form, path, changes: ("Input.Email", email))).Status;
        }
        Assert.Equal(303, await SentAsync("ana@example.org", -Duration.FromDays(1)));
        Assert.Equal(422, await SentAsync("ben@example.org", -Duration.FromSeconds(1)));
    }

    [Fact]
    public async Task The_field_that_nobody_sees_is_none_that_a_browser_fills_in()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var screening = await app.HouseAsync(seats: 10);
        var trap = (await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}/book")).Html.QuerySelector("[aria-hidden=true] input")!;
        Assert.Equal(("-1", "off"), (trap.GetAttribute("tabindex"), trap.GetAttribute("autocomplete")));
        Assert.DoesNotMatch("(?i)name|mail|phone|tel|url|web|site|address|street|city|zip|post|country|company|organi|user|pass|code",
            $"{trap.GetAttribute("name")} {trap.Id} {trap.ParentElement!.Words()}");
    }
}
