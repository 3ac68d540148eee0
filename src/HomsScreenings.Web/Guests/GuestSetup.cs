using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Guests;

/// <summary>What the pages of guests have in common: no account, no cookie, no cache.</summary>
static class GuestSetup
{
    public static void AddGuests(this WebApplicationBuilder builder)
    {
        GuestLimits.Add(builder);
        builder.Services.AddScoped<CurrentGuest>();
        builder.Services.AddScoped<GuestFilter>();
        builder.Services.AddScoped<PublicBooking>();
        builder.Services.AddSingleton<FormToken>();
    }

    /// <summary>Whether a page is for somebody who books or has booked.</summary>
    public static bool IsForGuests(string path) => path.StartsWith("/Bookings/", StringComparison.Ordinal) || path == "/Screenings/Book";

    public static void AddGuestConventions(this PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (!IsForGuests(page.ViewEnginePath)) return;
        page.EndpointMetadata.Add(new InEveryLanguage());
        page.EndpointMetadata.Add(new GuestForm());
        page.Filters.Add(new ServiceFilterAttribute<GuestFilter>());
        // Nobody is signed in here, so another site has no identity to borrow: the token in the address is the right to
        // act, and the form for seats has a token of its own. So these pages need no cookie.
        page.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
    });

    /// <summary>On to another page, which is asked for with GET (303), in the language that is spoken.</summary>
    public static IActionResult SeeOther(this PageModel page, string path)
    {
        page.Response.Headers.Location = Language.Current.Path(path);
        return page.StatusCode(StatusCodes.Status303SeeOther);
    }
}
