using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Site;

/// <summary>
/// How often one client may send which forms in a minute. Endpoints say it as the framework has it; its middleware is not
/// used, for each of its limiters wakes the processor ten times a second as long as the program runs.
/// </summary>
sealed partial class RateLimits(IConfiguration settings, TimeProvider clock, ILogger<RateLimits> log)
{
    const int DefaultTries = 10, DefaultTriesOfNetwork = 40, DefaultOfAddress = 30, DefaultOfNetwork = 120;

    readonly LogThrottle _says = new(clock);
    readonly MinuteCount _tries = new(settings.AtLeastOne("Accounts:TriesPerMinute", DefaultTries), clock);
    readonly MinuteCount _triesOfNetworks = new(settings.AtLeastOne("Accounts:TriesPerMinuteOfNetwork", DefaultTriesOfNetwork), clock);
    readonly MinuteCount _guests = new(settings.AtLeastOne("Guests:FormsPerMinute", DefaultOfAddress), clock);
    readonly MinuteCount _networks = new(settings.AtLeastOne("Guests:FormsPerMinuteOfNetwork", DefaultOfNetwork), clock);

    /// <summary>Behind routing: refuses what is sent too often (429).</summary>
    public Task Limit(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata is not { } metadata || Allows(context, metadata))
            return next(context);
        if (_says.ShouldLog()) Log.TooMany(log, metadata.GetMetadata<GuestForm>() is null ? "accounts" : "guests");
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "60";
        return Task.CompletedTask;
    }

    bool Allows(HttpContext context, EndpointMetadataCollection metadata)
    {
        var (client, network) = (TryLimit.ClientOf(context), GuestLimit.NetworkOf(context.Connection.RemoteIpAddress));
        if (metadata.GetMetadata<GuestForm>() is not null && !(_guests.TryCount(client) && _networks.TryCount(network))) return false;
        return metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName != TryLimit.Policy
            || (_tries.TryCount(client) && _triesOfNetworks.TryCount(network));
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Somebody sends forms of {Whom} too often, and is refused for the rest of the minute")]
        public static partial void TooMany(ILogger log, string whom);
    }
}
