using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>Who gets a seat, who waits, and who is told.</summary>
public sealed class BoxOfficeTests
{
    [Theory, OnEachDatabase]
    public async Task A_party_that_fits_is_booked_and_one_that_does_not_waits_for_its_turn(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(5);

        var first = await app.BookAsync(screening, people: 3);
        var second = await app.BookAsync(screening, people: 3);
        var third = await app.BookAsync(screening, people: 2);

        Assert.Equal([BookingState.Booked, BookingState.Waiting, BookingState.Booked],
            new[] { first, second, third }.Select(a => a.Booking!.State));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Waiting, GuestMailKind.Booked], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task The_same_form_sent_again_is_the_same_booking_even_when_the_house_is_full_by_then(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(2);

        var first = await app.BookAsync(screening, people: 2, key: "one-form", email: "ana@example.org");
        var again = await app.BookAsync(screening, people: 2, key: "one-form", email: "ana@example.org");

        Assert.Equal(first.Booking!.Id, again.Booking!.Id);
        Assert.NotEqual(first.Token, again.Token);
        Assert.Equal([GuestMailKind.Booked], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Places_that_are_given_back_are_offered_to_the_first_whom_they_fit(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(4);
        var there = await app.BookAsync(screening, people: 2);
        await app.BookAsync(screening, people: 2);
        var four = await app.BookAsync(screening, people: 4);
        var two = await app.BookAsync(screening, people: 2);
        var one = await app.BookAsync(screening, people: 1);

        await app.AtBoxOfficeAsync(o => o.CancelAsync(there.Booking!.Id, byOrganiser: false, default));

        Assert.Equal(BookingState.Waiting, await app.StateAsync(four));
        Assert.Equal(BookingState.Offered, await app.StateAsync(two));
        Assert.Equal(BookingState.Waiting, await app.StateAsync(one));
        Assert.True((await app.AtBoxOfficeAsync(o => o.AcceptAsync(two.Booking!.Id, default))).IsGranted);
    }

    [Theory, OnEachDatabase]
    public async Task An_offer_that_is_not_taken_passes_to_the_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(2);
        var there = await app.BookAsync(screening, people: 2);
        var first = await app.BookAsync(screening, people: 2);
        var second = await app.BookAsync(screening, people: 1);
        await app.AtBoxOfficeAsync(o => o.CancelAsync(there.Booking!.Id, byOrganiser: false, default));

        app.Clock.Pass(Duration.FromHours(24));
        var late = await app.AtBoxOfficeAsync(o => o.AcceptAsync(first.Booking!.Id, default));

        Assert.Equal(Refusal.OfferExpired, late.Refusal);
        Assert.Equal(BookingState.Offered, await app.StateAsync(second));
    }

    [Theory, OnEachDatabase]
    public async Task What_lapses_is_offered_to_the_next_who_waits_and_not_given_to_a_newcomer(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.HouseAsync(2);
        var there = await app.BookAsync(screening, people: 2);
        await app.BookAsync(screening, people: 2);
        var next = await app.BookAsync(screening, people: 2);
        await app.AtBoxOfficeAsync(o => o.CancelAsync(there.Booking!.Id, byOrganiser: false, default));

        app.Clock.Pass(Duration.FromHours(24));
        var newcomer = await app.BookAsync(screening, people: 1);

        Assert.Equal((BookingState.Offered, BookingState.Waiting), (await app.StateAsync(next), await app.StateAsync(newcomer)));
    }

    [Theory, OnEachDatabase]
    public async Task The_rows_of_a_new_booking_are_those_that_the_model_would_write(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var booked = await app.BookAsync(await app.HouseAsync(2), name: "Nadia");
        var held = await app.BookAsync(await app.HouseAsync(2, r => r.ConfirmByLink = true, "Silvered Water"));
        var full = await app.HouseAsync(1, film: "The Silver Road");
        await app.BookAsync(full);
        var waiting = await app.BookAsync(full);

        await app.InDbAsync(async db =>
        {
            foreach (var answer in new[] { booked, held, waiting })
            {
                var row = await db.Bookings.SingleAsync(b => b.Id == answer.Booking!.Id);
                Assert.Equal(Told(answer.Booking!), Told(row));

                var (link, mail) = (await db.Tokens.For(TokenPurpose.Booking, row.Id).SingleAsync(),
                    await db.Outbox.ToGuestsOf(row.Id).SingleAsync());
                Assert.Equal(Token.HashOf(answer.Token!), link.Hash);
                Assert.Equal(Told(Token.New(TokenPurpose.Booking, row.Id, app.Clock.Now).Token, "Hash", "Id"), Told(link, "Hash", "Id"));
                Assert.Equal(Told(OutboxMessage.ToGuest(mail.GuestMailKind, row, app.Clock.Now), "MessageId", "Id"),
                    Told(mail, "MessageId", "Id"));
            }
        });
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Confirm, GuestMailKind.Booked, GuestMailKind.Waiting],
            await app.MailKindsAsync());

        static Dictionary<string, object?> Told(object row, params string[] own) => row.GetType().GetProperties()
            .Where(p => !own.Contains(p.Name) && (p.PropertyType.IsValueType || p.PropertyType == typeof(string)))
            .ToDictionary(p => p.Name, p => p.GetValue(row));
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_who_ask_at_once_nobody_gets_a_seat_twice_and_the_order_of_the_queue_is_kept(Database database)
    {
        await using var fresh = await FreshDatabase.CreateAsync(database);
        await using var one = await ScreeningsApp.StartAsync(fresh);
        await using var two = await ScreeningsApp.StartAsync(fresh);
        await using var three = await ScreeningsApp.StartAsync(fresh);
        var apps = new[] { one, two, three };
        var screening = await one.HouseAsync(40);

        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(async i =>
        {
            var app = apps[i % 3];
            var answer = await app.BookAsync(screening, people: 1 + (i % 4));
            if (i % 5 == 0 && answer.Booking!.State == BookingState.Booked)
                await app.AtBoxOfficeAsync(o => o.CancelAsync(answer.Booking.Id, byOrganiser: false, default));
            return answer;
        }));

        Assert.All(answers, a => Assert.True(a.IsGranted));
        var rows = await one.InDbAsync(db => db.Bookings.OrderBy(b => b.Turn).ToListAsync());
        var free = 40 - rows.Where(b => b.Holds(one.Clock.Now)).Sum(b => b.People);
        Assert.InRange(free, 0, 3);
        Assert.DoesNotContain(rows, b => b.State == BookingState.Waiting && b.People <= free);
        // Nobody was passed over for whom there would have been room when another, behind them, was offered something.
        foreach (var offered in rows.Where(b => b.State == BookingState.Offered))
            Assert.DoesNotContain(rows, b => b.State == BookingState.Waiting && b.Turn < offered.Turn && b.People <= offered.People);
        Assert.Equal(rows.Where(b => b.Turn != null).Select((_, i) => (long?)i + 1), rows.Where(b => b.Turn != null).Select(b => b.Turn));
    }
}
