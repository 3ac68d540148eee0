using HomsScreenings.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing.Patterns;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// What the session cookie is good for. Nobody is signed in but at the desk, at their account and at the set-up: nothing of a person can
/// get into an answer that is kept for others, and no public page sets a cookie. There the session is looked up at each
/// request: what ended it ends it at once, and the desk has few enough requests for that.
/// </summary>
sealed class DeskCookieEvents(Sessions sessions, KeptForms forms, ISecurityEvents events) : CookieAuthenticationEvents
{
    static readonly string[] WithAccounts = ["organise", "account", "setup"];

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        if (IsForEverybody(context.HttpContext)) context.ShouldRenew = false;
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsForEverybody(context.HttpContext)) context.RejectPrincipal();
        else if (!await sessions.IsGoodAsync(context.Principal, context.Properties, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    // A new session each time, also where there was one: a cookie that somebody kept from before opens nothing.
    public override async Task SigningIn(CookieSigningInContext context)
    {
        if (Sessions.AccountOf(context.Principal) is not { } account) return;
        var cancellationToken = context.HttpContext.RequestAborted;
        if (Present(context.HttpContext) is var (former, session)) await sessions.EndAsync(former, session, cancellationToken);
        await sessions.BeginAsync(account, context.Properties, cancellationToken);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (Present(context.HttpContext) is not var (account, session)) return;
        await sessions.EndAsync(account, session, context.HttpContext.RequestAborted);
        await events.AddAsync(SecurityEventKind.SignedOut, account, account, context.HttpContext.RequestAborted);
    }

    // As a path, so that it holds behind any proxy, whatever host it passes on.
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(await forms.KeepAsync(context.HttpContext) is { } kept
            ? $"/account/sign-in?returnUrl={Uri.EscapeDataString(KeptForms.AddressOf(kept))}"
            : context.RedirectUri[context.RedirectUri.IndexOf(context.Options.LoginPath, StringComparison.Ordinal)..]);
    }

    static (int Account, Guid Session)? Present(HttpContext context) =>
        Sessions.AccountOf(context.User) is { } account && Sessions.IdIn(context) is { } session ? (account, session) : null;

    // Where something broke it may well have been the database that broke: the page that says so asks nothing of it.
    static bool IsForEverybody(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null
        || context.GetEndpoint() is not RouteEndpoint endpoint
        || !WithAccounts.Contains(FirstSegmentOf(endpoint.RoutePattern), StringComparer.OrdinalIgnoreCase);

    static string? FirstSegmentOf(RoutePattern pattern) =>
        pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..] ? first.Content : null;
}
