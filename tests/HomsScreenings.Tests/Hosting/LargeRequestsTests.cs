using System.Net.Sockets;
using System.Text;

namespace HomsScreenings.Tests.Hosting;

/// <summary>What no form of the site could be is not read to its end, and breaks nothing.</summary>
public sealed class LargeRequestsTests
{
    const int TooMany = 5 * 1024 * 1024;

    [Fact]
    public async Task A_form_larger_than_any_is_refused_before_it_is_read()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var screening = await app.HouseAsync(seats: 10);
        foreach (var path in new[] { $"/screenings/{screening.Slug}/book", "/account/sign-in", "/bookings/x/ask", "/organise/films/new" })
            foreach (var type in new[] { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
            {
                var answer = await RawAsync(app, $"POST {path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nContent-Type: {type}\r\n"
                    + $"Content-Length: {TooMany}\r\nConnection: close\r\n\r\n");
                Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
            }
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_from_the_door_larger_than_any_is_refused()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var screening = await app.Programme.AddScreening(organisation: "Homs Campaign");
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var token = await organiser.FormTokenAsync();
        var cookies = string.Join("; ", organiser.Cookies.Select(c => $"{c.Key}={c.Value}"));
        var answer = await RawAsync(app, $"POST /organise/screenings/{screening.Slug}/door/counts HTTP/1.1\r\nHost: x\r\n"
            + $"X-Forwarded-Proto: https\r\nCookie: {cookies}\r\nRequestVerificationToken: {token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {TooMany}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    static async Task<string> RawAsync(ScreeningsApp app, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(app.ClientOptions.BaseAddress.Host, app.ClientOptions.BaseAddress.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadLineAsync() ?? "";
    }
}
