using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Jobs;
using HomsScreenings.Web.Mail;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Mail;

/// <summary>Mail over TLS, with a login.</summary>
public sealed class SafeMailTests
{
    const string NoServer = "aiosmtpd and icalendar are not installed (Debian: apt-get install python3-aiosmtpd python3-icalendar)";

    static Task<ScreeningsApp> StartAsync(RealMailServer server, string password = "secret") => ScreeningsApp.StartAsync(Database.Sqlite,
        ("Mail:Host", "localhost"), ("Mail:Port", $"{server.Port}"), ("Mail:Tls", "true"), ("Mail:From", "screenings@example.org"),
        ("Mail:User", "homs"), ("Mail:Password", password));

    static async Task BookAsync(ScreeningsApp app, params string[] guests)
    {
        var screening = await app.Programme.AddScreening(and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); });
        foreach (var guest in guests) await app.BookAsync(screening, email: guest);
    }

    [Fact(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    public async Task Mail_leaves_over_a_connection_that_is_trusted_and_over_no_other()
    {
        using var certificate = new SelfMadeCertificate();
        await using var server = await RealMailServer.StartAsync(certificate.PemFile);
        await using var app = await StartAsync(server);
        await BookAsync(app, "nadia@example.org");

        await GoRoundAsync(app, attempts: 1);
        Assert.Empty(await server.MailsAsync());
        Assert.StartsWith("There is no safe connection to the mail server: The server's SSL certificate could not be validated",
            await app.InDbAsync(db => db.Outbox.Select(m => m.LastError).SingleAsync()), StringComparison.Ordinal);

        app.Services.GetRequiredService<MailOptions>().CertificateCheck = certificate.IsTrusted;
        app.Clock.Pass(Duration.FromMinutes(1));
        await GoRoundAsync(app, attempts: 2);
        Assert.Null(await app.InDbAsync(db => db.Outbox.Select(m => m.LastError).SingleAsync()));
        Assert.Equal(["nadia@example.org"], (await server.MailsAsync()).Select(m => m.To));
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    [InlineData(true, "PLAIN")]
    [InlineData(false, "LOGIN")]
    [InlineData(false, "CRAM-MD5")]
    public async Task The_login_is_the_one_that_the_server_offers_once_the_connection_is_safe(bool isImplicit, string mechanism)
    {
        using var certificate = new SelfMadeCertificate();
        await using var server = await RealMailServer.StartAsync(certificate.PemFile, isImplicit, mechanism);
        var options = new MailOptions { Host = "localhost", Port = server.Port, User = "homs", Password = "secret" };
        options.CertificateCheck = certificate.IsTrusted;
        var security = isImplicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await using (var connection = new MailConnection(options, security))
        {
            await connection.SendAsync(SomeMail.To("one@example.org"), CancellationToken.None);
            await connection.SendAsync(SomeMail.To("two@example.org"), CancellationToken.None);
        }
        Assert.Equal(["one@example.org", "two@example.org"], (await server.MailsAsync()).Select(m => m.To));
        Assert.Equal([mechanism], server.Logins);
    }

    [Theory]
    [InlineData("mail.example.org", 465, null, SecureSocketOptions.SslOnConnect)]
    [InlineData("localhost", 465, false, SecureSocketOptions.SslOnConnect)]
    [InlineData("mail.example.org", 587, null, SecureSocketOptions.StartTls)]
    [InlineData("mail.example.org", 25, false, SecureSocketOptions.None)]
    [InlineData("localhost", 25, null, SecureSocketOptions.None)]
    [InlineData("::1", 587, true, SecureSocketOptions.StartTls)]
    public void A_connection_is_safe_but_on_this_machine_and_where_somebody_says_otherwise(
        string host, int port, bool? tls, SecureSocketOptions security) =>
        Assert.Equal(security, new MailOptions { Host = host, Port = port, Tls = tls }.Security);

    [Fact(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    public async Task A_refused_login_is_said_in_words_and_tried_once_in_a_round()
    {
        using var certificate = new SelfMadeCertificate();
        await using var server = await RealMailServer.StartAsync(certificate.PemFile);
        await using var app = await StartAsync(server, "not the password");
        app.Services.GetRequiredService<MailOptions>().CertificateCheck = certificate.IsTrusted;
        await BookAsync(app, "nadia@example.org", "omar@example.org", "talal@example.org");
        await GoRoundAsync(app, attempts: 1);

        var errors = await app.InDbAsync(db => db.Outbox.Select(m => m.LastError!).ToListAsync());
        Assert.Equal(3, errors.Count);
        Assert.All(
            errors, error => Assert.Equal("The mail server refused the login: 535: 5.7.8 Authentication credentials invalid", error));
        Assert.Equal(["LOGIN"], server.Logins);
        Assert.Contains(app.Log.Lines, line => line.Contains("refused the login", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("not the password", StringComparison.Ordinal));
    }

    static async Task GoRoundAsync(ScreeningsApp app, int attempts)
    {
        await app.GoRoundAsync();
        for (var i = 0; i < 200 && await AnyOtherAsync(); i++) await Task.Delay(50);

        Task<bool> AnyOtherAsync() => app.InDbAsync(db => db.Outbox.AnyAsync(m => m.Tries.Count != attempts));
    }
}
