using System.Text;
using System.Text.Json;
using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Reports;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>Guests are forgotten: read from the bytes of the database, where whoever steals it would look.</summary>
public sealed class ForgettingTests
{
    const int Guests = 36;

    static Task GoAsync(ScreeningsApp app) => app.GoRoundAsync();

    /// <summary>All that the database would hold of one guest. The words are long, so that they fill pages of their own.</summary>
    sealed record Guest(int Number)
    {
        public string Key { get; } = $"form-{Guid.NewGuid():N}";
        public string Email { get; } = $"layla{Number}-{Guid.NewGuid():N}@example.org";
        public string Name { get; } = $"ليلى الحمصية {Guid.NewGuid():N}";
        public string Needs { get; } = $"needs {Guid.NewGuid():N}, {new string('n', Number * 50)} {Guid.NewGuid():N}";
        public string Words { get; } = $"comment {Guid.NewGuid():N}";
        public string Question { get; } = $"question {Guid.NewGuid():N}";
        public string Reply { get; } = $"answer {Guid.NewGuid():N}";
        public BookingResult Answer { get; set; } = null!;
        public string Token => Answer.Token!;

        /// <summary>What lies there while the guest is known.</summary>
        public IEnumerable<string> Kept =>
            [Key, Email, Name, Needs[..38], Needs[^32..], Answer.Booking!.Code!, HomsScreenings.Model.Token.HashOf(Token)];
        public IEnumerable<string> Said => [Words, Question, Reply, $"550 {Email}", $"451 {Email}"];
    }

    static async Task<Guest> BookAsync(ScreeningsApp app, Screening screening, int number)
    {
        var guest = new Guest(number);
        guest.Answer = await app.AtBoxOfficeAsync(o => o.BookAsync(screening.Id,
            new BookingRequest(guest.Key, guest.Email, new Party(1 + (number % 3)), number % 2 == 0 ? "ar" : "en", guest.Name, guest.Needs),
            CancellationToken.None));
        Assert.True(guest.Answer.IsGranted);
        return guest;
    }

    // What has gathered around a guest by the day after: a question and its answer, mails that went, failed and wait, the door, a rating
    // with words.
    static Task LiveAsync(ScreeningsApp app, Guest guest) => app.InDbAsync(async db =>
    {
        var booking = await db.Bookings.SingleAsync(b => b.Id == guest.Answer.Booking!.Id);
        db.GuestQuestions.Add(
            new GuestQuestion
            {
                BookingId = booking.Id,
                Text = guest.Question,
                AskedAt = app.Clock.Now(),
                Answer = guest.Reply,
                AnsweredAt = app.Clock.Now()
            });
        var failed = OutboxMessage.ToGuest(GuestMailKind.Reminder, booking, app.Clock.Now());
        failed.LastError = $"550 {guest.Email}";
        failed.Tries.Add(new OutboxAttempt { MessageId = 0, At = app.Clock.Now(), Error = $"451 {guest.Email}" });
        db.Outbox.Add(failed);
        var sent = OutboxMessage.ToGuest(GuestMailKind.Booked, booking, app.Clock.Now());
        sent.SentAt = app.Clock.Now();
        db.Outbox.Add(sent);
        if (guest.Number % 2 == 0)
            db.CheckInCounts.Add(
                new CheckInCount { ScreeningId = booking.ScreeningId, BookingId = booking.Id, Device = "left", People = 1, Number = 1 });
        booking.Answer(1 + (guest.Number % 5), guest.Words);
        await db.SaveChangesAsync();
    });

    static IReadOnlyList<string> FoundIn(byte[] bytes, IEnumerable<string> words) =>
        [.. words.Where(w => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(w)) >= 0)];

    static Task<string> ReportAsync(ScreeningsApp app) => app.InDbAsync(async db =>
        JsonSerializer.Serialize(
            await db.ReportAsync(db.Screenings.ToReport(ScreeningFilter.None, FilterTargets.None, app.Clock.Now()),
                CancellationToken.None)));

    [Theory, OnEachDatabase]
    public async Task After_the_retention_date_nothing_of_a_guest_is_in_the_database_and_the_counts_are_what_they_were(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:KeepDays", "7"));
        await using var reader = app.Database.Open(app.Clock); // with somebody connected SQLite does not tidy up by itself
        await reader.Database.OpenConnectionAsync();
        var screening = await app.Programme.AddScreening(and: s => { s.Capacity = 40; s.GiveAwaySeats(r => r.LargestParty = 3); });
        var byLink = await app.Programme.AddScreening(when: "2026-06-27 18:00",
            and: s => { s.Capacity = 3; s.GiveAwaySeats(r => r.ConfirmByLink = true); });
        var later = await app.Programme.AddScreening(when: "2026-07-27 20:30", and: s => { s.Capacity = 5; s.GiveAwaySeats(_ => { }); });
        var stays = await BookAsync(app, later, 1);

        List<Guest> guests = [];
        for (var i = 0; i < Guests; i++) guests.Add(await BookAsync(app, screening, i));
        guests.Add(await BookAsync(app, byLink, 0));
        await app.AtBoxOfficeAsync(o => o.CancelAsync(guests[3].Answer.Booking!.Id, byOrganiser: false, CancellationToken.None));
        Assert.Equal([BookingState.Booked, BookingState.Cancelled, BookingState.Offered, BookingState.Unconfirmed, BookingState.Waiting],
            await app.InDbAsync(
                async db => (await db.Bookings.Select(b => b.State).Distinct().ToListAsync()).OrderBy(s => s.ToString()).ToList()));
        app.Clock.Pass(Duration.FromHours((26 * 24) + 18)); // before the morning after, when needs go
        await GoAsync(app);
        foreach (var guest in guests) await LiveAsync(app, guest);
        await app.InDbAsync(
            async db =>
                {
                    db.CheckInCounts.Add(
                    new CheckInCount
                    {
                        ScreeningId = screening.Id,
                        BookingId = null,
                        Device = "left",
                        People = 4,
                        Number = 2
                    }); await db.SaveChangesAsync();
                });

        var all = guests.SelectMany(g => g.Kept.Concat(g.Said)).ToList();
        var before = await app.Database.BytesAsync();
        Assert.Equal(all, FoundIn(before, all));
        Assert.Empty(FoundIn(before, guests.Select(g => g.Token)));
        var report = await ReportAsync(app);
        Assert.Contains("\"WalkIns\":4", report, StringComparison.Ordinal);

        app.Clock.Now = Instant.FromUtc(2026, 7, 4, 17, 0); // a week after the beginning, and not yet after the end
        await GoAsync(app);
        Assert.Equal(guests.Select(g => g.Email), FoundIn(await app.Database.BytesAsync(), guests.Select(g => g.Email)));
        app.Clock.Pass(Duration.FromDays(1));
        await GoAsync(app);

        var after = await app.Database.BytesAsync();
        Assert.Empty(FoundIn(after, all.Concat(guests.Select(g => g.Token))));
        Assert.Equal(stays.Kept, FoundIn(after, stays.Kept));
        Assert.Equal(report, await ReportAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_erases_themselves_is_gone_at_once_and_their_places_go_to_the_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await using var reader = app.Database.Open(app.Clock);
        await reader.Database.OpenConnectionAsync();
        var screening = await app.Programme.AddScreening(and: s => { s.Capacity = 3; s.GiveAwaySeats(r => r.OfferHours = 1); });
        var goes = await BookAsync(app, screening, 2);
        var letsItLapse = await BookAsync(app, screening, 5);
        var last = await BookAsync(app, screening, 8);
        await LiveAsync(app, goes);
        Assert.Equal(goes.Kept.Concat(goes.Said), FoundIn(await app.Database.BytesAsync(), goes.Kept.Concat(goes.Said)));

        await app.AtBoxOfficeAsync(o => o.EraseAsync(goes.Answer.Booking!.Id, CancellationToken.None));
        Assert.Empty(FoundIn(await app.Database.BytesAsync(), goes.Kept.Concat(goes.Said)));
        Assert.Equal((BookingState.Cancelled, BookingState.Offered, BookingState.Waiting),
            (await app.StateAsync(goes.Answer), await app.StateAsync(letsItLapse.Answer), await app.StateAsync(last.Answer)));

        // The offer has run out unnoticed: the mail that says so goes with the guest.
        app.Clock.Pass(Duration.FromHours(2));
        await app.AtBoxOfficeAsync(o => o.EraseAsync(letsItLapse.Answer.Booking!.Id, CancellationToken.None));
        Assert.Empty(FoundIn(await app.Database.BytesAsync(), letsItLapse.Kept));
        Assert.Equal((BookingState.Lapsed, BookingState.Offered),
            (await app.StateAsync(letsItLapse.Answer), await app.StateAsync(last.Answer)));
        Assert.Equal([last.Answer.Booking!.Id], await app.InDbAsync(db => db.Outbox.Select(m => m.SubjectId).Distinct().ToListAsync()));

        var at = await app.InDbAsync(db => db.Bookings.Where(b => b.Id == goes.Answer.Booking!.Id).Select(b => b.ErasedAt).SingleAsync());
        Assert.True((await app.AtBoxOfficeAsync(o => o.EraseAsync(goes.Answer.Booking!.Id, CancellationToken.None))).IsGranted);
        Assert.Equal(
            at, await app.InDbAsync(db => db.Bookings.Where(b => b.Id == goes.Answer.Booking!.Id).Select(b => b.ErasedAt).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Guests_of_what_is_postponed_wait_a_year_for_news_and_once_forgotten_hold_no_seat_and_hear_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(and: s => { s.Capacity = 1; s.GiveAwaySeats(_ => { }); });
        var guest = await app.BookAsync(screening);
        await app.Programme.Change(screening, s => s.Postpone("The projector broke."));
        Task<int> KnownAsync() => app.InDbAsync(db => db.Bookings.CountAsync(b => b.Email != null));

        app.Clock.Pass(Duration.FromDays(364));
        await GoAsync(app);
        Assert.Equal(1, await KnownAsync());
        app.Clock.Pass(Duration.FromDays(2));
        await GoAsync(app);
        Assert.Equal(0, await KnownAsync());

        var (date, time) = ProgrammeBuilder.Parse("2027-07-27 20:30");
        await app.Programme.Change(screening, s => s.Reschedule(date, time, false, null, null));
        Assert.Equal(BookingState.Booked, (await app.BookAsync(screening)).Booking!.State);
        app.Clock.Pass(Duration.FromHours(1));
        await GoAsync(app);
        await app.Programme.Change(screening, s => s.Cancel("The roof leaks."));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.CalledOff], await app.MailKindsAsync());
        Assert.Equal(BookingState.Booked, await app.StateAsync(guest));
    }

    [Theory, OnEachDatabase]
    public async Task Needs_go_the_morning_after_and_where_it_really_was_goes_with_the_guests(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:KeepDays", "3"));
        await using var reader = app.Database.Open(app.Clock);
        await reader.Database.OpenConnectionAsync();
        var (first, second, unvisited) = ($"Door {Guid.NewGuid():N}", $"Door {Guid.NewGuid():N}", $"Door {Guid.NewGuid():N}");
        var house = await app.Programme.AddScreening(at: null,
            and: s => { s.Capacity = 9; s.GiveAwaySeats(r => r.PrivateAddress = first); });
        await app.Programme.AddScreening(at: null, and: s => { s.Capacity = 9; s.GiveAwaySeats(r => r.PrivateAddress = unvisited); });
        var guest = await BookAsync(app, house, 1);
        await app.InDbAsync(async db =>
        {
            var row = await db.Screenings.Include(s => s.Seats).SingleAsync(s => s.Id == house.Id);
            row.GiveAwaySeats(r => r.PrivateAddress = second);
            await db.SaveChangesAsync();
        });
        string[] places = [first, second, unvisited], all = [guest.Email, guest.Needs, .. places];
        Assert.Equal(all, FoundIn(await app.Database.BytesAsync(), all));

        app.Clock.Now = Instant.FromUtc(2026, 6, 28, 11, 0);
        await GoAsync(app);
        Assert.Equal([guest.Email, .. places], FoundIn(await app.Database.BytesAsync(), all));
        app.Clock.Now = Instant.FromUtc(2026, 7, 1, 11, 0);
        await GoAsync(app);
        Assert.Empty(FoundIn(await app.Database.BytesAsync(), all));

        // Whatever becomes of it then, it can be booked again, and its guests are told of changes.
        await app.Programme.Change(house, s => s.Reschedule(new LocalDate(2026, 8, 1), new LocalTime(20, 0), false, null, null));
        await app.BookAsync(house);
        await app.Programme.Change(house, s => s.Reschedule(new LocalDate(2026, 8, 1), new LocalTime(21, 0), false, null, null));
        app.Clock.Pass(Duration.FromHours(1));
        await GoAsync(app);
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Changed], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Guests_can_be_forgotten_the_morning_after_and_are_then_not_asked_how_it_was(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Guests:KeepDays", "0"));
        var screening = await app.Programme.AddScreening(and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); });
        var guest = await app.BookAsync(screening);
        Assert.Contains("The morning after the screening, everything that says who you are is erased.",
            (await app.AsVisitor().GetAsync($"/bookings/{guest.Token}")).Body, StringComparison.Ordinal);
        Task<int> KnownAsync() => app.InDbAsync(db => db.Bookings.CountAsync(b => b.Email != null));
        app.Clock.Now = Instant.FromUtc(2026, 6, 28, 8, 30);
        await GoAsync(app);
        Assert.Equal(1, await KnownAsync());
        app.Clock.Pass(Duration.FromHours(2));
        await GoAsync(app);
        Assert.Equal(0, await KnownAsync());
        Assert.Empty(await app.MailKindsAsync());
    }
}
