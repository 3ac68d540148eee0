using System.Net;
using System.Text.RegularExpressions;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Processes;

/// <summary>Many guests who want seats of one house, over HTTP, from whichever of the programs answers.</summary>
sealed partial class Crowd : IDisposable
{
    public const int Seats = 100;
    const string Slug = "crowded-house";

    readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = 200
        })
    { Timeout = TimeSpan.FromSeconds(100) };
    readonly FreshDatabase _database;

    Crowd(FreshDatabase database) => _database = database;

    /// <summary>What makes the programs take so many forms from one machine.</summary>
    public static string[] SettingsFor(FreshDatabase database) =>
        [.. RunningProgram.SettingsFor(database), "--Guests:FormsPerMinute=1000000", "--Guests:FormsPerMinuteOfNetwork=1000000",
            "--Guests:SeatsPercentOfNetwork=1000"];

    /// <summary>Puts the house into the database.</summary>
    public static async Task<Crowd> BeforeAsync(FreshDatabase database)
    {
        await using var db = database.Open(TimeProvider.System);
        var house = new Screening
        {
            Uid = Guid.NewGuid().ToString(),
            Slug = Slug,
            Title = "Return to Homs",
            CreatedAt = NodaTime.SystemClock.Instance.GetCurrentInstant(),
            Capacity = Seats
        };
        house.PlaceIn(null, "London", null, "GB", "Europe/London");
        house.Schedule(new NodaTime.LocalDate(2090, 1, 1), new NodaTime.LocalTime(20, 0));
        house.GiveAwaySeats(_ => { });
        house.Publish(house.CreatedAt);
        db.Screenings.Add(house);
        await db.SaveChangesAsync();
        return new Crowd(database);
    }

    /// <summary>Opens a form, as somebody does before they type.</summary>
    public async Task<string> OpenFormAsync(RunningProgram program) =>
        WebUtility.HtmlDecode(
            Stamp().Match(await _http.GetStringAsync(new Uri(program.Url, $"/screenings/{Slug}/book"))).Groups["stamp"].Value);

    /// <summary>Sends a form; the token of the guest's page, or null where there was no answer at all.</summary>
    public async Task<string?> BookAsync(RunningProgram program, string stamp, int people, string email)
    {
        for (var tries = 1; ; tries++)
        {
            using var answer = await PostAsync(program, $"/screenings/{Slug}/book",
                ("Input.Email", email), ("Input.People", $"{people}"), ("Input.Token", stamp));
            if (answer is null) return null;
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && tries < 10)
            {
                await Task.Delay(1_000); // 'Back in a moment', says a database on a machine that is very busy: a guest tries again
                continue;
            }
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return answer.Headers.Location!.ToString().Split('/')[^1];
        }
    }

    /// <summary>Sends the form of a guest's page; whether there was an answer.</summary>
    public async Task<bool> TellAsync(RunningProgram program, string token, string verb)
    {
        using var answer = await PostAsync(program, $"/bookings/{token}/{verb}");
        return answer is not null;
    }

    async Task<HttpResponseMessage?> PostAsync(RunningProgram program, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        try { return await _http.PostAsync(new Uri(program.Url, path), form); }
        catch (Exception problem) when (problem is HttpRequestException or IOException or TaskCanceledException) { return null; }
    }

    /// <summary>The booking as the database has it.</summary>
    public async Task<Booking?> FindAsync(string token)
    {
        await using var db = _database.Open(TimeProvider.System);
        return await db.BookingsBehind(token, TimeProvider.System.Now()).AsNoTracking().SingleOrDefaultAsync();
    }

    /// <summary>How many seats are held now.</summary>
    public async Task<int> HeldAsync()
    {
        await using var db = _database.Open(TimeProvider.System);
        return await db.Bookings.Where(b => b.State == BookingState.Booked || b.State == BookingState.Unconfirmed
            || b.State == BookingState.Offered).SumAsync(b => b.People);
    }

    /// <summary>All bookings; each must have a link and a mail, or it is half a booking.</summary>
    public async Task<List<Booking>> WholeBookingsAsync()
    {
        await using var db = _database.Open(TimeProvider.System);
        Assert.Equal(0, await db.Bookings.CountAsync(b =>
            !db.Tokens.Any(t => t.Purpose == TokenPurpose.Booking && t.Subject == b.Id)
            || !db.Outbox.Any(m => m.SubjectId == b.Id && m.Kind.StartsWith("booking."))));
        return await db.Bookings.AsNoTracking().OrderBy(b => b.Id).ToListAsync();
    }

    [GeneratedRegex("name=\"Input.Token\"[^>]*value=\"(?<stamp>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stamp();

    public void Dispose() => _http.Dispose();
}
