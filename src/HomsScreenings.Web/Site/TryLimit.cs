using System.Net;
using System.Net.Sockets;

namespace HomsScreenings.Web.Site;

/// <summary>How often one client may send the forms at which passwords and links could be guessed.</summary>
static class TryLimit
{
    /// <summary>The name that pages put into [EnableRateLimiting].</summary>
    public const string Policy = "tries";

    /// <summary>
    /// Who is counted as one: an address, and of IPv6 the first 64 bits, for a household or a server gets so many at
    /// least (RFC 6177).
    /// </summary>
    public static string ClientOf(HttpContext context) => ClientOf(context.Connection.RemoteIpAddress);

    public static string ClientOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPNetwork(FirstHalf(address), 64).ToString(),
        _ => address.ToString(),
    };

    static IPAddress FirstHalf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
