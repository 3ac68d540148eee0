using HomsScreenings.Model;
using HomsScreenings.Web.Caching;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// What the session cookie is good for. On pages that are the same for everybody nobody is signed in, so that nothing
/// of a person can get into an answer that is kept for others. Everywhere else the account is looked up at each request:
/// a changed password or a lock ends other sessions at once, and the desk has few enough requests for that.
/// </summary>
sealed class DeskCookieEvents(SignInManager<User> signIn) : CookieAuthenticationEvents
{
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        if (IsForEverybody(context.HttpContext)) context.ShouldRenew = false;
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsForEverybody(context.HttpContext)) context.RejectPrincipal();
        else if (await signIn.ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    // As a path, so that it holds behind any proxy, whatever host it passes on.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }

    // Where something broke it may well have been the database that broke: the page that says so asks nothing of it.
    static bool IsForEverybody(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null
        || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<CachePolicy>() is not null;
}
