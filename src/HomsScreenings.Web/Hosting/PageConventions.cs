using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Pages.Screenings;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Pictures;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;

namespace HomsScreenings.Web.Hosting;

/// <summary>Who may open which folder of pages, and which pages are the same for everybody.</summary>
static class PageConventions
{
    // For whoever has the link, in every language; kept by nobody.
    const string Preview = "/Journal/Preview";

    public static void AddPublicAndDeskConventions(this PageConventionCollection pages)
    {
        pages.AddDeskConventions();
        pages.AddPublicFormConventions();
        pages.AddGuestConventions();
        pages.AuthorizeFolder("/Organise");
        pages.AuthorizeFolder("/Account");
        foreach (var open in new[] { "/Account/SignIn", "/Account/SignOut",
            "/Account/ForgotPassword", "/Account/ResetPassword", "/Account/Invitation" })
            pages.AllowAnonymousToPage(open);

        pages.AddFolderApplicationModelConvention("/", page =>
        {
            if (page.ViewEnginePath == "/Error") page.EndpointMetadata.Add(new InEveryLanguage());
            else page.Filters.Add(new HandledMethodsOnly());
            // A picture, and the few fields that go with it.
            if (page.ViewEnginePath == "/Organise/Pictures/Index")
                page.EndpointMetadata.Add(new RequestSizeLimitAttribute(PictureLimits.MaxBytes + 64 * 1024));
            var isPreview = page.ViewEnginePath == Preview;
            if (isPreview) page.EndpointMetadata.Add(new InEveryLanguage());
            if (isPreview || IsPublic(page.ViewEnginePath))
                page.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            if (!IsPublic(page.ViewEnginePath)) return;
            if (page.ViewEnginePath.StartsWith("/Embed/", StringComparison.Ordinal)) page.EndpointMetadata.Add(Embeddable.Anywhere);
            page.EndpointMetadata.Add(new CachePolicy(CachePolicy.Screenings, QueryOf(page.ViewEnginePath), CachePolicy.Pages));
        });
    }

    static bool IsPublic(string path) =>
        !path.StartsWith("/Organise/", StringComparison.Ordinal) && !path.StartsWith("/Account/", StringComparison.Ordinal)
        && path is not ("/Setup" or "/Error" or Preview) && !PublicForms.Has(path);

    // A page that reads something else than this says sees nothing of it.
    static QueryReader QueryOf(string path) => path switch
    {
        "/Screenings/Index" => ProgrammeAddress.Reader,
        "/Embed/Screenings" or "/Subscribe" => QueryReader.Filters,
        "/Films/Index" => CatalogueKind.Films.Reader,
        "/People/Index" => CatalogueKind.People.Reader,
        "/Venues/Index" => CatalogueKind.Venues.Reader,
        "/Journal/Index" => CatalogueKind.Journal.Reader,
        "/Archive/Year" or "/Series/Index" or "/Comments/Index" => QueryReader.Page,
        _ => QueryReader.None,
    };
}
