using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Desk;

static class AskAgain
{
    /// <summary>The same page with all that was typed and what is wrong with it: 422, for what was sent could not be carried out.</summary>
    public static PageResult Again(this PageModel page)
    {
        var again = page.Page();
        again.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return again;
    }
}
