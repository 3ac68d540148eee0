using HomsScreenings.Web.Site;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Tells whoever started the program how to make the first organiser: on standard output, which a service manager keeps; it works once.
/// </summary>
static class SetupLink
{
    public static async Task OfferSetupAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetupToken>().RenewAsync(cancellationToken) is not { } token) return;
        var address = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl?.TrimEnd('/') ?? Reachable(app.Urls.First());
        Console.WriteLine($"Make the first organiser at {address}/setup?token={token}");
    }

    // 'http://[::]:5080' is where it listens, not where anybody can go.
    static string Reachable(string listening) =>
        listening.TrimEnd('/').Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
}
