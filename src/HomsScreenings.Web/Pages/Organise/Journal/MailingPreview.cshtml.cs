using HomsScreenings.Mail;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>A newsletter as a mail program shows it, for a frame.</summary>
public sealed class MailingPreviewModel(ScreeningsDb db, CurrentOrganiser desk, NewsletterPreview preview) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, string? language, CancellationToken cancellationToken)
    {
        var id = await db.Journal.EditableBy(desk.Value).WithSlug(slug).Select(e => (int?)e.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null || await preview.FindAsync(Request, id.Value, Language.WithTag(language), cancellationToken) is not { } letter)
            return NotFound();
        Response.Headers.StandInOwnFrame(LetterHtml.StyleHash);
        return Content(LetterHtml.Write(letter), "text/html; charset=utf-8");
    }
}
