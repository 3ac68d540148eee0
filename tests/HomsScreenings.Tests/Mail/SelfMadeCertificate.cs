using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomsScreenings.Tests.Mail;

/// <summary>A certificate for 'localhost' that nobody trusts who is not told to, in a file as servers want it.</summary>
sealed class SelfMadeCertificate : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("homs-certificate-");
    readonly string _hash;

    public SelfMadeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _hash = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        PemFile = Path.Combine(_folder.FullName, "server.pem");
        File.WriteAllText(PemFile, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    public string PemFile { get; }

    /// <summary>Trusts this certificate beside what the machine trusts.</summary>
    public bool IsTrusted(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || shown?.GetCertHashString(HashAlgorithmName.SHA256) == _hash;

    public void Dispose() => _folder.Delete(recursive: true);
}
