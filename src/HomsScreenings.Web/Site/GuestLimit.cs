using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace HomsScreenings.Web.Site;

/// <summary>Marks an endpoint whose forms anybody may send without an account.</summary>
sealed class GuestForm;

/// <summary>How often one client, and all clients of one network together, may send the forms of guests.</summary>
static class GuestLimit
{
    const int DefaultOfAddress = 30, DefaultOfNetwork = 120;

    /// <summary>The first 24 bits of an IPv4 address, the first 48 of an IPv6 address: what one site is usually given (RFC 6177).</summary>
    public static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => NetworkOf(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Prefix(address, 6),
        _ => Prefix(address, 3),
    };

    /// <summary>Both limits; everything but the forms of guests passes.</summary>
    public static PartitionedRateLimiter<HttpContext> Of(IConfiguration settings) => PartitionedRateLimiter.CreateChained(
        Limiter(TryLimit.ClientOf, settings.AtLeastOne("Guests:FormsPerMinute", DefaultOfAddress)),
        Limiter(context => NetworkOf(context.Connection.RemoteIpAddress), settings.AtLeastOne("Guests:FormsPerMinuteOfNetwork", DefaultOfNetwork)));

    static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> who, int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<GuestForm>() is not null
            ? RateLimitPartition.GetFixedWindowLimiter(who(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));

    static string Prefix(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(length).Clear();
        return new IPNetwork(new IPAddress(bytes), length * 8).ToString();
    }
}
