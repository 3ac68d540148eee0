namespace HomsScreenings.Web.Hosting;

/// <summary>Tells browsers to trust nothing but this site: on every answer, cached ones too.</summary>
public static class SecurityHeaders
{
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var https = app.Configuration["Site:BaseUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
        var transport = app.Configuration.GetValue("Site:HstsIncludeSubDomains", false)
            ? "max-age=31536000; includeSubDomains" : "max-age=31536000";
        app.Use((context, next) =>
        {
            Set(context.Response.Headers);
            // Where something broke, all headers were thrown away before the error page.
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.ContentSecurityPolicy.Count == 0) Set(context.Response.Headers);
                // What is not there now may be there in a minute.
                if (context.Response.StatusCode >= StatusCodes.Status400BadRequest && context.Response.Headers.CacheControl.Count == 0)
                    context.Response.Headers.CacheControl = "no-store";
                if (context.Response.ContentType is "text/css" or "text/javascript") context.Response.ContentType += "; charset=utf-8";
                return Task.CompletedTask;
            });
            return next(context);
        });

        void Set(IHeaderDictionary headers)
        {
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(self), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (https) headers.StrictTransportSecurity = transport;
        }
    }
}
