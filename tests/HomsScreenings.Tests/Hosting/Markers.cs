using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Accounts;
using HomsScreenings.Tests.Bookings;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Hosting;

/// <summary>A programme in which everything that is nobody's business has a word that stands nowhere else.</summary>
sealed class Markers
{
    readonly List<string> _words = [];

    /// <summary>All words, secrets and addresses that must come out nowhere.</summary>
    public IReadOnlyList<string> Words => _words;
    public string GuestPage { get; private set; } = "";
    public string Calendar { get; private set; } = "";
    public string Reset { get; private set; } = "";
    public string Email { get; }
    public string Password { get; }
    public Client Organiser { get; private set; } = null!;

    Markers()
    {
        Email = $"{New("account")}@example.org";
        Password = $"{New("password")} through a wall";
    }

    public static async Task<Markers> PlantAsync(ScreeningsApp app)
    {
        var markers = new Markers();
        markers.Organiser = await app.AsOrganiserAsync("Campaign");
        await markers.PlantDraftsAsync(app);
        await markers.PlantGuestAsync(app);
        await markers.PlantAccountAsync(app);
        return markers;
    }

    string New(string what)
    {
        _words.Add($"zq{what}xv");
        return _words[^1];
    }

    async Task PlantDraftsAsync(ScreeningsApp app)
    {
        await app.Programme.AddSeries(New("seriestitle"), published: false, and: s =>
            (s.Description, s.DatesNote, s.Invitation) = (New("seriestext"), New("seriesdates"), New("seriesinvitation")));
        await app.Programme.AddScreening(organisation: "Campaign", published: false, and: s =>
            (s.Title, s.Description, s.PremiereNote) = (New("drafttitle"), New("drafttext"), New("draftpremiere")));
        await app.Programme.AddScreening("Ghost Town", series: "The tour", when: "2026-07-01 19:00", organisation: "Campaign");
    }

    async Task PlantGuestAsync(ScreeningsApp app)
    {
        var house = await app.Programme.AddScreening(organisation: "Campaign", at: null, and: s =>
        {
            s.Capacity = 20;
            s.GiveAwaySeats(rules => rules.PrivateAddress = New("formeraddress"));
        });
        var guest = (await app.BookAsync(house, people: 2, email: $"{New("guest")}@example.org", name: New("guestname"))).Booking!;
        await app.Programme.Change(house, s => s.Reschedule(new(2026, 6, 28), new(20, 30), false, null, null));
        await app.GoRoundAsync();
        await app.InDbAsync(async db =>
        {
            var rules = await db.SeatRules.SingleAsync(r => r.ScreeningId == house.Id);
            rules.PrivateAddress = New("privateaddress");
            var booking = await db.Bookings.SingleAsync(b => b.Id == guest.Id);
            db.Entry(booking).Property(b => b.AccessNeeds).CurrentValue = New("needs");
            db.Entry(booking).Property(b => b.Comment).CurrentValue = New("comment");
            _words.Add(booking.Code!);
            db.GuestQuestions.Add(new() { BookingId = booking.Id, Text = New("question"), AskedAt = app.Clock.Now });
            var secret = db.IssueToken(TokenPurpose.Booking, booking.Id, app.Clock.Now);
            await db.SaveChangesAsync();
            _words.Add(secret);
            GuestPage = $"/bookings/{secret}";
        });
    }

    async Task PlantAccountAsync(ScreeningsApp app)
    {
        var account = await app.AddAccountAsync(Email, Password);
        _words.Add(Organiser.Email!);
        _words.Add(Organiser.Cookies.Values.Single());
        await Organiser.FillAsync("/organise/organisations/campaign/members", ("Input.Email", $"{New("invited")}@example.org"));
        await app.InDbAsync(async db =>
        {
            var calendar = db.IssueToken(TokenPurpose.Calendar, account, app.Clock.Now);
            var reset = db.IssueToken(TokenPurpose.PasswordReset, account, app.Clock.Now);
            db.KeptForms.Add(new()
            {
                UserId = account,
                KeptAt = app.Clock.Now,
                Address = "/organise/films/new",
                Fields = $"[\"{New("kept")}\"]"
            });
            await db.SaveChangesAsync();
            _words.AddRange([calendar, reset]);
            (Calendar, Reset) = ($"/organise/calendar/{calendar}.ics", $"/account/reset-password?account={account}&token={reset}");
        });
    }
}
