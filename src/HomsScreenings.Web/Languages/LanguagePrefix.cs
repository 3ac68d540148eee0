using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Languages;

/// <summary>Marks an endpoint that is not cached and speaks every language all the same.</summary>
sealed class InEveryLanguage;

/// <summary>
/// '/ar/screenings' is '/screenings' in Arabic. The address alone decides: not a cookie, not what a browser prefers, so
/// that a link shows everybody the same page.
/// </summary>
static class LanguagePrefix
{
    /// <summary>Before routing: takes the language out of the path and speaks it from here on.</summary>
    public static void UseLanguagePrefix(this WebApplication app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value is { Length: > 0 } value ? value : "/"; // 'OPTIONS *' has none
        var end = path.IndexOf('/', 1) is > 0 and var slash ? slash : path.Length;
        var language = Language.WithPrefix(path[1..end]);
        (language ?? Language.English).Speak();
        // The path is decoded already; as a string it would be a second time.
        if (language is not null) context.Request.Path = new PathString(end == path.Length ? "/" : path[end..]);
        return next(context);
    });

    /// <summary>Behind routing: what is there in English only (the desk, signing in) is led to where it is.</summary>
    public static void UseLanguageBorder(this WebApplication app) => app.Use((context, next) =>
    {
        // The endpoint of what may not be done here (405) has no address of its own.
        if (Language.Current.Prefix.Length > 0 && context.GetEndpoint() is RouteEndpoint endpoint
            && endpoint.Metadata.GetMetadata<CachePolicy>() is null && endpoint.Metadata.GetMetadata<InEveryLanguage>() is null)
        {
            context.Response.Redirect(context.Request.Path.ToUriComponent() + context.Request.QueryString.ToHeaderText());
            return Task.CompletedTask;
        }
        return next(context);
    });
}
