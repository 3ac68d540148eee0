using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>
/// What a page does not offer cannot be had by sending it all the same: by a tab that stayed open, by a mail of yesterday, on purpose.
/// </summary>
public sealed class ClumsyGuestTests
{
    [Theory, OnEachDatabase]
    public async Task What_does_not_take_place_can_be_neither_taken_nor_confirmed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (house, byLink) = (await app.HouseAsync(1), await app.HouseAsync(1, r => r.ConfirmByLink = true));
        var (first, offered, unconfirmed) = (await app.BookAtFormAsync(house),
            await app.BookAtFormAsync(house), await app.BookAtFormAsync(byLink));
        await PostAsync(app, first + "/cancel");
        await app.Programme.Change(house, s => s.Cancel("The hall is flooded."));
        await app.Programme.Change(byLink, s => s.Postpone(null));
        var mails = await app.MailKindsAsync();

        await PostAsync(app, offered + "/accept");
        await PostAsync(app, unconfirmed + "/confirm");
        Assert.Equal([BookingState.Cancelled, BookingState.Offered, BookingState.Unconfirmed],
            await app.InDbAsync(db => db.Bookings.OrderBy(b => b.Id).Select(b => b.State).ToListAsync()));
        Assert.Equal(mails, await app.MailKindsAsync());
        Assert.Equal(("This screening is cancelled.", "This screening is postponed."),
            (await app.SentenceAsync(offered), await app.SentenceAsync(unconfirmed)));
    }

    [Theory, OnEachDatabase]
    public async Task What_has_begun_keeps_its_parties_and_what_is_over_its_bookings(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(9), people: 2);
        var party = await app.AsVisitor().GetAsync(page + "/party");
        app.Clock.Now = Instant.FromUtc(2026, 6, 27, 19, 31);
        var refused = await app.AsVisitor().SubmitAsync(party, page + "/party", changes: [("Input.People", "6")]);
        Assert.Equal((422, "The screening has begun, so this stays as it is. Please speak to the people at the door."),
            (refused.Status, refused.Text("div.problems li")));

        app.Clock.Pass(Duration.FromHours(12));
        await PostAsync(app, page + "/cancel");
        var id = await app.InDbAsync(db => db.Bookings.Select(b => b.Id).SingleAsync());
        Assert.Equal(Refusal.Over, (await app.AtBoxOfficeAsync(o => o.CancelAsync(id, byOrganiser: true, default))).Refusal);
        var booking = await app.InDbAsync(db => db.Bookings.SingleAsync());
        Assert.Equal((BookingState.Booked, 2), (booking.State, booking.People));
        Assert.Equal([GuestMailKind.Booked], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_form_opens_no_booking_whose_links_were_replaced_and_none_of_another_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var path = $"/screenings/{(await app.HouseAsync(9)).Slug}/book";
        var guest = app.AsVisitor();
        var form = await guest.GetAsync(path);
        app.Clock.Pass(AtTheForm.AWhile);
        var first = (await guest.SubmitAsync(form, path, changes: [("Input.Email", "mistyped@example.org")])).Location!;

        var other = await guest.SubmitAsync(form, path, changes: [("Input.Email", "right@example.org")]);
        Assert.Equal(422, other.Status);
        Assert.StartsWith("This form was sent before with something else in it", other.Text("div.problems li"), StringComparison.Ordinal);
        app.Clock.Pass(AtTheForm.AWhile);
        Assert.Equal(303, (await guest.SubmitAsync(other, path)).Status);

        var renewed = await PostAsync(app, first + "/renew");
        Assert.Equal(404, (await app.AsVisitor().GetAsync(first)).Status);
        Assert.Equal(200, (await app.AsVisitor().GetAsync(renewed.Location!)).Status);
        var again = (await guest.SubmitAsync(form, path, changes: [("Input.Email", "mistyped@example.org")])).Location!;
        Assert.Equal("/bookings/sent", again);
        Assert.Equal(["mistyped@example.org", "right@example.org"],
            await app.InDbAsync(db => db.Bookings.OrderBy(b => b.Id).Select(b => b.Email).ToListAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_form_that_is_sent_again_and_again_counts_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var path = $"/screenings/{(await app.HouseAsync(9)).Slug}/book";
        var guest = app.AsVisitor();
        var form = await guest.GetAsync(path);
        app.Clock.Pass(AtTheForm.AWhile);
        for (var i = 0; i < 12; i++)
            Assert.Equal(303, (await guest.SubmitAsync(form, path,
                changes: [("Input.Email", "impatient@example.org"), ("Input.People", "6")])).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Bookings.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Two_clicks_ask_one_question(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(9));
        var clicks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.AsVisitor().SendAsync(HttpMethod.Post, page + "/ask",
            new FormUrlEncodedContent([new("Question", "Is there a lift?")]))));
        Assert.All(clicks, c => Assert.Equal(303, c.Status));
        Assert.Equal(1, await app.InDbAsync(db => db.GuestQuestions.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Where_the_mail_is_to_prove_the_address_the_form_opens_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1, r => r.ConfirmByLink = true);
        for (var i = 0; i < 2; i++) Assert.Equal("/bookings/sent", (await app.SendFormAsync(house)).Location);
        var page = await app.AsVisitor().GetAsync("/bookings/sent");
        Assert.Equal((200, "no-store, private", "Check your email"),
            (page.Status, page.Header("Cache-Control"), page.Text("h1")));
        Assert.Equal([GuestMailKind.Confirm, GuestMailKind.Waiting], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Who_changes_their_mind_again_and_again_gets_one_mail_about_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await app.BookAtFormAsync(await app.HouseAsync(9));
        for (var people = 2; people < 6; people++)
            Assert.Equal(303, (await app.AsVisitor().FillAsync(page + "/party", ("Input.People", $"{people}"))).Status);
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.PartyChanged], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Marks_that_nobody_sees_are_left_out_of_an_address_that_was_pasted(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.BookAtFormAsync(await app.HouseAsync(9), email: "\u2066ana\u200b@example.org\u2069\ufeff");
        Assert.Equal("ana@example.org", await app.InDbAsync(db => db.Bookings.Select(b => b.Email).SingleAsync()));
    }

    [Theory]
    [InlineData("ana@example.org", true)]
    [InlineData("ana.maria+homs@post.example.co.uk", true)]
    [InlineData("ana@bücher.example", true)]
    [InlineData("ana@مثال.إختبار", true)]
    [InlineData("ليلى@example.org", false)]
    [InlineData("ana@localhost", false)]
    [InlineData("ana@127.0.0.1", false)]
    [InlineData("ana@[127.0.0.1]", false)]
    [InlineData("ana@exa/mple.org", false)]
    [InlineData("ana@ex%ample.org", false)]
    [InlineData("ana@-example-.org", false)]
    [InlineData("ana@example..org", false)]
    [InlineData("ana@example.org.", false)]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345@example.org", false)]
    public void An_address_is_one_that_every_mail_server_takes(string address, bool isOne) =>
        Assert.Equal(isOne, EmailAddresses.IsOne(address));

    [Theory]
    [InlineData("Ana@Example.org", "Ana@Example.org")]
    [InlineData("ana@XN--BCHER-KVA.example", "ana@bücher.example")]
    [InlineData("ana@BÜCHER.example", "ana@bücher.example")]
    [InlineData("ana@example\u3002org", "ana@example.org")]
    [InlineData("ana@\uFF45xample\uFF0Eorg", "ana@example.org")]
    [InlineData("ana@-ü-.example", "ana@-ü-.example")]
    [InlineData("no address", "no address")]
    public void A_mailbox_is_known_again_however_its_domain_is_typed(string typed, string known) =>
        Assert.Equal(known, EmailAddresses.WithOneDomain(typed));

    [Fact]
    public async Task Methods_that_a_page_does_not_know_are_405_and_show_nothing()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var house = await app.HouseAsync(9);
        var page = await app.BookAtFormAsync(house);
        foreach (var path in new[] { page, page + "/party", $"/screenings/{house.Slug}/book", "/bookings/sent" })
            foreach (var method in new[] { "PUT", "DELETE", "PATCH", "BREW" })
            {
                var answer = await app.AsVisitor().SendAsync(new HttpMethod(method), path);
                Assert.Equal((method, path, 405, "That cannot be done here"), (method, path, answer.Status, answer.Text("h1")));
            }
        var organiser = await app.AsOrganiserAsync();
        var token = (await organiser.GetAsync("/organise/venues/new")).Html.QuerySelector(
            "main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var path in new[] { "/organise/mail", "/organise/report", "/organise/report.csv" })
            Assert.Equal(
                (path, 405), (path, (await organiser.SendAsync(HttpMethod.Post, path, null, ("RequestVerificationToken", token))).Status));
    }

    [Fact]
    public async Task A_page_that_says_that_something_broke_has_all_the_headers_of_the_others()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await app.BookAtFormAsync(await app.HouseAsync(9));
        var fine = await app.AsVisitor().GetAsync("/");
        await app.InDbAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "GuestQuestions" """));
        var broke = await app.AsVisitor().GetAsync(page + "/ask");
        Assert.Equal(500, broke.Status);
        foreach (var header in new[] { "Content-Security-Policy",
            "Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy", "Strict-Transport-Security" })
            Assert.Equal((header, fine.Header(header)), (header, broke.Header(header)));
    }

    static async Task<Answer> PostAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().SendAsync(HttpMethod.Post, path);
        Assert.Equal(303, answer.Status);
        return answer;
    }
}
