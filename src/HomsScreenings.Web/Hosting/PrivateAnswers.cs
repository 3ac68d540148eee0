using HomsScreenings.Web.Caching;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// What is for one person is kept by nobody: no browser, no proxy, and no cache that goes by the ending of an address. It
/// is said here for all addresses of the desk, of accounts, of guests and of previews, whatever answers there. Only an organiser's
/// calendar may be kept by the program that follows it, which asks each time whether it still holds.
/// </summary>
static class PrivateAnswers
{
    static readonly PathString[] Private =
    [
        "/organise", "/account", "/bookings", "/comments", "/subscriptions", "/subscribe/email", "/interests", "/setup",
        "/journal/preview",
    ];

    public static void UsePrivateAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsPrivate(context.Request.Path))
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.CacheControl != CachePolicy.Revalidated)
                    context.Response.Headers.CacheControl = "no-store, private";
                context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
        return next(context);
    });

    // The form for somebody to be told when a film comes near them lies under the public page.
    static bool IsPrivate(PathString asked) =>
        Array.Exists(Private, path => asked.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        || asked.Value?.TrimEnd('/').EndsWith("/near-me", StringComparison.OrdinalIgnoreCase) == true;
}
