using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Mail;

/// <summary>Mail over STARTTLS, with a login.</summary>
public sealed class SafeMailTests
{
    [Fact(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = "aiosmtpd and icalendar are not installed (Debian: apt-get install python3-aiosmtpd python3-icalendar)")]
    public async Task Mail_leaves_over_a_connection_that_is_trusted_and_over_no_other()
    {
        var folder = Directory.CreateTempSubdirectory("homs-certificate-");
        using var certificate = SelfMade();
        var file = Path.Combine(folder.FullName, "server.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await using var server = await RealMailServer.StartAsync(file);
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Mail:Host", "localhost"), ("Mail:Port", $"{server.Port}"), ("Mail:Tls", "true"),
            ("Mail:User", "homs"), ("Mail:Password", "secret"), ("Mail:From", "screenings@example.org"));
        await app.BookAsync(await app.Programme.AddScreening(and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); }), email: "nadia@example.org");

        await GoRoundAsync(app, attempts: 1);
        Assert.Empty(await server.MailsAsync());
        Assert.Contains("certificate", await app.InDbAsync(db => db.Outbox.Select(m => m.LastError).SingleAsync()), StringComparison.Ordinal);

        using (Trusting(certificate))
        {
            app.Clock.Pass(Duration.FromMinutes(1));
            await GoRoundAsync(app, attempts: 2);
        }
        Assert.Null(await app.InDbAsync(db => db.Outbox.Select(m => m.LastError).SingleAsync()));
        Assert.Equal(["nadia@example.org"], (await server.MailsAsync()).Select(m => m.To));
        folder.Delete(recursive: true);
    }

    static async Task GoRoundAsync(ScreeningsApp app, int attempts)
    {
        await app.Services.GetRequiredService<BackgroundJobs>().RunAsync(CancellationToken.None);
        for (var i = 0; i < 200 && !await app.InDbAsync(db => db.Outbox.AnyAsync(m => m.Tries.Count == attempts)); i++) await Task.Delay(50);
    }

    static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    // Trusts this one certificate beside what the machine trusts, in this process of tests alone.
    static Trust Trusting(X509Certificate2 one) => new(one.GetCertHashString(HashAlgorithmName.SHA256));

    sealed class Trust : IDisposable
    {
#pragma warning disable SYSLIB0014, MA0039 // SmtpClient asks nothing else; one certificate is trusted beside those that the machine trusts.
        public Trust(string hash) => ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None || shown?.GetCertHashString(HashAlgorithmName.SHA256) == hash;

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014, MA0039
    }
}
