using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Site;

/// <summary>Makes whole addresses: links in feeds and mail must work far from the site.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site, IServer server)
{
    /// <summary>Whether the address is the same whatever a request says.</summary>
    public bool IsFixed => !string.IsNullOrEmpty(site.Value.BaseUrl);

    /// <summary>The address of the site, without a slash at the end.</summary>
    public string Base(HttpRequest request) => Fixed ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>The same where there is no request that could say it: in Development, where the program listens first.</summary>
    public string Base() =>
        Fixed
        ?? (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? OnThisMachine(address) : "http://localhost");

    /// <summary>The whole address of a path that begins with a slash.</summary>
    public string Of(HttpRequest request, string path) => Base(request) + path;

    /// <summary>The address of a calendar feed in the form on which calendar programs subscribe instead of loading once.</summary>
    public string Webcal(HttpRequest request, string path)
    {
        var address = Base(request);
        return "webcal" + address[address.IndexOf(':', StringComparison.Ordinal)..] + path;
    }

    string? Fixed => IsFixed ? site.Value.BaseUrl!.TrimEnd('/') : null;

    // Listening on all addresses is no address.
    static string OnThisMachine(string address)
    {
        var listened = BindingAddress.Parse(address);
        return $"{listened.Scheme}://{(listened.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : listened.Host)}:{listened.Port}";
    }
}
