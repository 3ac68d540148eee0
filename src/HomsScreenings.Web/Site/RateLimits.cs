using System.Net;
using System.Threading.RateLimiting;

namespace HomsScreenings.Web.Site;

/// <summary>How often one client may send which forms.</summary>
static class RateLimits
{
    const int DefaultTries = 10;

    /// <exception cref="StartupProblem">A limit is no whole number from 1 on.</exception>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var tries = builder.Configuration.AtLeastOne("Accounts:TriesPerMinute", DefaultTries);
        var guests = GuestLimit.Of(builder.Configuration);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = guests;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(TryLimit.Policy, context => HttpMethods.IsPost(context.Request.Method) ? LimitOf(context, tries) : RateLimitPartition.GetNoLimiter(IPAddress.None.ToString()));
        });
    }

    static RateLimitPartition<string> LimitOf(HttpContext context, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        TryLimit.ClientOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
