using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Bookings;

/// <summary>What tests say to the box office of an app.</summary>
static class AtTheBoxOffice
{
    static int _guests;

    extension(ScreeningsApp app)
    {
        public async Task<T> AtBoxOfficeAsync<T>(Func<BoxOffice, Task<T>> act)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<BoxOffice>());
        }

        public Task<BookingResult> BookAsync(Screening screening,
            int people = 1, string? key = null, string? email = null, string language = "en", string? name = null) =>
            app.AtBoxOfficeAsync(o => o.BookAsync(screening.Id,
                new BookingRequest(key ?? Guid.NewGuid().ToString(), email ?? $"guest{Interlocked.Increment(ref _guests)}@example.org",
                    new Party(people), language, name), CancellationToken.None));

        /// <summary>A screening that gives its seats away here.</summary>
        public Task<Screening> HouseAsync(int seats, Action<SeatRules>? rules = null,
            string film = "Return to Homs", string? organisation = null) =>
            app.Programme.AddScreening(film, organisation: organisation, and: s =>
            {
                s.Capacity = seats;
                s.GiveAwaySeats(rules ?? (_ => { }));
            });

        /// <summary>Goes round once: what falls due is done, and mail is sent where there is a server.</summary>
        public async Task GoRoundAsync()
        {
            var jobs = app.Services.GetRequiredService<BackgroundJobs>();
            try { await jobs.RunAsync("guests", CancellationToken.None); }
            finally { await jobs.RunAsync("mail", CancellationToken.None); }
        }

        public Task<BookingState> StateAsync(BookingResult answer) =>
            app.InDbAsync(db => db.Bookings.Where(b => b.Id == answer.Booking!.Id).Select(b => b.State).SingleAsync());

        /// <summary>What guests have been written about, in order.</summary>
        public Task<List<GuestMailKind>> MailKindsAsync() => app.InDbAsync(async db =>
            (await db.Outbox.OrderBy(m => m.Id).ToListAsync()).ConvertAll(m => m.GuestMailKind));
    }
}
