using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Guests;

/// <summary>
/// The pages for whoever sends something without an account, and comes back by a secret link: no cookie, and no cache.
/// </summary>
static class PublicForms
{
    /// <summary>Whether a page is one of them.</summary>
    public static bool Has(string path) => path is "/Screenings/Book" || path.StartsWith("/Bookings/", StringComparison.Ordinal)
        || path.StartsWith("/Subscriptions/", StringComparison.Ordinal)
        || path.StartsWith("/Interests/", StringComparison.Ordinal)
        || (path.StartsWith("/Comments/", StringComparison.Ordinal) && path != "/Comments/Index");

    public static void AddPublicFormConventions(this PageConventionCollection pages) =>
        pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (!Has(page.ViewEnginePath)) return;
        page.EndpointMetadata.Add(new InEveryLanguage());
        // Providers of mail unsubscribe for their people (RFC 8058), many at a time and from few addresses; the right to do it is in
        // the link, so there is nothing to guess.
        if (!page.ViewEnginePath.EndsWith("/Unsubscribe", StringComparison.Ordinal)) page.EndpointMetadata.Add(new GuestForm());
        page.Filters.Add(new KeptByNobody());
        // Nobody is signed in here, so another site has no identity to borrow: the token in the address is the right to
        // act, and the forms of those who have none yet carry a token of their own. So these pages need no cookie.
        page.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
    });

    /// <summary>This answer is for one person: nobody stores it, no search engine lists it, no other site learns its address.</summary>
    public static void KeepToGuest(this IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store, private";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }

    sealed class KeptByNobody : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) => context.HttpContext.Response.Headers.KeepToGuest();

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
    }
}
