using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Interests;

/// <summary>Stops an interest, as one request of a mail program (RFC 8058) and as a form, and can be told twice.</summary>
public sealed class UnsubscribeModel(ScreeningsDb db, Unsubscribing unsubscribing) : PageModel
{
    public string Token { get; private set; } = "";
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (!Unsubscribing.IsWhole(token)) return Unsubscribing.Missing(this);
        (Token, IsDone) = (token, !await Behind(token).AnyAsync(cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (!Unsubscribing.IsWhole(token)) return Unsubscribing.Missing(this);
        var id = await Behind(token).Select(i => (int?)i.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is { } there) await unsubscribing.StopInterestAsync(there, cancellationToken);
        (Token, IsDone) = (token, true);
        return Page();
    }

    // A link that has ended still stops what it was for.
    IQueryable<Interest> Behind(string token)
    {
        var hash = HomsScreenings.Model.Token.HashOf(token);
        var subjects = db.Tokens.Where(t => t.Hash == hash && t.Purpose == TokenPurpose.Interest).Select(t => t.Subject);
        return db.Interests.Where(i => subjects.Contains(i.Id));
    }
}
