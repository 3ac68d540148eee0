using System.Net;
using System.Net.Sockets;

namespace HomsScreenings.Web.Site;

/// <summary>Marks an endpoint whose forms anybody may send without an account.</summary>
sealed class GuestForm;

/// <summary>How often one client, and all clients of one network together, may send the forms of guests.</summary>
static class GuestLimit
{
    /// <summary>The first 24 bits of an IPv4 address, the first 48 of an IPv6 address: what one site is usually given (RFC 6177).</summary>
    public static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => NetworkOf(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Prefix(address, 6),
        _ => Prefix(address, 3),
    };

    static string Prefix(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(length).Clear();
        return new IPNetwork(new IPAddress(bytes), length * 8).ToString();
    }
}
