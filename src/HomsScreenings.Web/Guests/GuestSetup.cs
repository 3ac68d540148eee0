using HomsScreenings.Comments;
using HomsScreenings.Interests;
using HomsScreenings.Subscriptions;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Forms;
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
        builder.Services.AddScoped<CommentSubmission>();
        builder.Services.AddScoped<CommentModeration>();
        builder.Services.AddScoped<SubscriptionSignUp>();
        builder.Services.AddScoped<OwnSubscription>();
        builder.Services.AddScoped<Unsubscribing>();
        builder.Services.AddScoped<InterestSignUp>();
        builder.Services.AddScoped<OwnInterest>();
        builder.Services.AddSingleton<FormToken>();
    }

    public static void AddGuestConventions(this PageConventionCollection pages) =>
        pages.AddFolderApplicationModelConvention("/Bookings", page => page.Filters.Add(new ServiceFilterAttribute<GuestFilter>()));

    /// <summary>On to another page, which is asked for with GET (303), in the language that is spoken.</summary>
    public static IActionResult SeeOther(this PageModel page, string path)
    {
        page.Response.Headers.Location = Language.Current.Path(path);
        return page.StatusCode(StatusCodes.Status303SeeOther);
    }
}
