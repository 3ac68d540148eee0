using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Setup;

/// <summary>Makes whole addresses: links in feeds and mail must work far from the site.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site)
{
    /// <summary>Whether the address is the same whatever a request says.</summary>
    public bool IsFixed => !string.IsNullOrEmpty(site.Value.BaseUrl);

    /// <summary>The address of the site, without a slash at the end.</summary>
    public string Base(HttpRequest request) => site.Value.BaseUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>The whole address of a path that begins with a slash.</summary>
    public string Of(HttpRequest request, string path) => Base(request) + path;

    /// <summary>The address of a calendar feed in the form on which calendar programs subscribe instead of loading once.</summary>
    public string Webcal(HttpRequest request, string path)
    {
        var address = Base(request);
        return "webcal" + address[address.IndexOf(':', StringComparison.Ordinal)..] + path;
    }
}
