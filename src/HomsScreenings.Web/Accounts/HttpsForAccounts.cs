using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Where the site's address is https, cookies go over https alone, so that nobody can sign in without: says so instead of
/// failing. It leads nobody on, for where a web server in front forgets to say that they came by https they would go in a circle.
/// </summary>
static class HttpsForAccounts
{
    public static void UseHttpsForAccounts(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl;
        if (address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != true) return;
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps || !HasCookies(context)) return next(context);
            context.Explain($"This page is there over https only: {address.TrimEnd('/')}{context.Request.Path}.",
                "Whoever runs this site: the web server in front has to send X-Forwarded-Proto, and to be named in Site:Proxies.");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    static bool HasCookies(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath is { } page
        && (page.StartsWith("/Account/", StringComparison.Ordinal) || page.StartsWith("/Organise/", StringComparison.Ordinal)
            || page == "/Setup") && context.Features.Get<IStatusCodeReExecuteFeature>() is null;
}
