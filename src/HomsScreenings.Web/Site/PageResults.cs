using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Site;

/// <summary>What a page answers when it has nothing to show.</summary>
static class PageResults
{
    const string ProblemsKey = "Problems";

    /// <summary>Nothing has this slug now: leads on to where it went (301), or says that it is gone (410) or never was (404).</summary>
    /// <param name="shown">The records that the page may show: where a draft went is told to nobody.</param>
    /// <param name="address">The address of a record with the slug given.</param>
    public static async Task<IActionResult> MissingAsync<T>(this PageModel page, ScreeningsDb db, IQueryable<T> shown, string slug,
        Func<string, string> address, CancellationToken cancellationToken)
        where T : class, IRecord => await db.FateOfAsync<T>(slug, cancellationToken) switch
        {
            SlugFate.Moved moved when await shown.WithSlug(moved.To).AnyAsync(cancellationToken) =>
                page.RedirectPermanent(Language.Current.Path(address(moved.To))),
            SlugFate.Gone => page.StatusCode(StatusCodes.Status410Gone),
            _ => page.NotFound(),
        };

    /// <summary>The request makes no sense (400); the error page says why, in these sentences.</summary>
    public static IActionResult Wrong(this PageModel page, IReadOnlyList<string> problems)
    {
        page.HttpContext.Explain(problems);
        return page.StatusCode(StatusCodes.Status400BadRequest);
    }

    /// <summary>Leaves sentences for the error page to show instead of its own.</summary>
    public static void Explain(this HttpContext context, params IReadOnlyList<string> sentences) => context.Items[ProblemsKey] = sentences;

    /// <summary>The sentences that a page left for the error page.</summary>
    public static IReadOnlyList<string> Problems(this HttpContext context) => context.Items[ProblemsKey] as IReadOnlyList<string> ?? [];
}
