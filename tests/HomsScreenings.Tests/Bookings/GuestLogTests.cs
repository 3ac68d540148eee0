using HomsScreenings.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomsScreenings.Tests.Bookings;

public sealed class GuestLogTests
{
    [Fact]
    public async Task The_address_of_a_guests_page_is_in_no_log_however_much_is_logged()
    {
        await using var app = await ScreeningsApp.StartAsync(
            Database.Sqlite, ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information"));
        var screening = await app.Programme.AddScreening(and: s => { s.Capacity = 5; s.GiveAwaySeats(_ => { }); });
        var tokens = new[] { (await app.BookAsync(screening)).Token!, Token.NewSecret() };
        foreach (var token in tokens)
            foreach (var path in new[] { $"/bookings/{token}",
                $"/ar/bookings/{token}", $"/BOOKINGS/{token}/", $"/bookings/{token}/cancel", $"/bookings/{token}%00" })
            {
                await app.AsVisitor().GetAsync(path);
                using var form = new FormUrlEncodedContent([new("People", "2")]);
                await app.AsVisitor().SendAsync(HttpMethod.Post, path, form);
            }
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Debug Microsoft.AspNetCore.", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => tokens.Any(token => line.Contains(token, StringComparison.OrdinalIgnoreCase)));

        // A redirect to such a page would be written with its target.
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Mvc.Infrastructure.RedirectResultExecutor").IsEnabled(LogLevel.Information));
    }
}
