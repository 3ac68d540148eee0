using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>What guests do in a browser.</summary>
static class AtTheForm
{
    /// <summary>Longer than a program takes, and as long as anybody needs at least.</summary>
    public static readonly Duration AWhile = Duration.FromSeconds(5);

    static int _guests;

    // An address books a screening once.
    static string Somebody() => $"somebody{Interlocked.Increment(ref _guests)}@example.org";

    extension(ScreeningsApp app)
    {
        /// <summary>A screening whose seats are given away.</summary>
        public Task<Screening> HouseAsync(int seats, Action<SeatRules>? rules = null,
            string? when = "2026-06-27 20:30", string? at = "ICA", Action<Screening>? and = null) =>
            app.Programme.AddScreening(when: when, at: at, and: s =>
            {
                s.Capacity = seats;
                s.GiveAwaySeats(rules ?? (_ => { }));
                and?.Invoke(s);
            });

        /// <summary>Opens the form, takes a while, and sends it.</summary>
        public async Task<Answer> SendFormAsync(Screening screening, params (string Name, string? Value)[] typed)
        {
            var path = $"/screenings/{screening.Slug}/book";
            var guest = app.AsVisitor();
            var form = await guest.GetAsync(path);
            app.Clock.Pass(AWhile);
            return await guest.SubmitAsync(form, path, changes: typed.Any(t => t.Name == "Input.Email") ? typed
                : [("Input.Email", Somebody()), .. typed]);
        }

        /// <summary>Books over the form, and returns the path of the guest's page.</summary>
        public async Task<string> BookAtFormAsync(Screening screening, int people = 1, string? email = null)
        {
            var answer = await app.SendFormAsync(screening, ("Input.Email", email ?? Somebody()), ("Input.People", $"{people}"));
            Assert.Equal(303, answer.Status);
            return answer.Location == "/bookings/sent" ? await app.MailedLinkAsync(screening) : answer.Location!;
        }

        /// <summary>The address of the guest's page of the latest booking, as a mail brings it.</summary>
        public Task<string> MailedLinkAsync(Screening screening) => app.InDbAsync(async db =>
        {
            var booking = await db.Bookings.OrderBy(b => b.Id).LastAsync(b => b.ScreeningId == screening.Id);
            var secret = db.IssueToken(TokenPurpose.Booking, booking.Id, app.Clock.Now);
            await db.SaveChangesAsync();
            return $"/bookings/{secret}";
        });

        /// <summary>The sentence that a guest's page says about the booking.</summary>
        public async Task<string?> SentenceAsync(string page) => (await app.AsVisitor().GetAsync(page)).Text(".ticket-sentence");
    }
}
