using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>
/// Stops a subscription. Mail programs send the form by themselves (RFC 8058), perhaps twice; they get an answer and no redirect. A
/// link behind which nothing is any more is answered as one that has just done its work, so that nothing need be kept to tell them
/// apart; one that can never have been a link is not. One that has ended still stops what it was for.
/// </summary>
public sealed class UnsubscribeModel(ScreeningsDb db, Unsubscribing unsubscribing) : PageModel
{
    public string Token { get; private set; } = "";
    public string Followed { get; private set; } = "";
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (!Unsubscribing.IsWhole(token)) return Unsubscribing.Missing(this);
        (Token, var filter) = (token, await Behind(token).Select(s => s.Filter).SingleOrDefaultAsync(cancellationToken));
        if (filter is null) IsDone = true;
        else Followed = (await FollowedFilter.FindAsync(db, filter, cancellationToken)).Words ?? SubscriptionWords.Everything;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (!Unsubscribing.IsWhole(token)) return Unsubscribing.Missing(this);
        var id = await Behind(token).Select(s => (int?)s.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is { } there) await unsubscribing.StopAsync(there, cancellationToken);
        (Token, IsDone) = (token, true);
        return Page();
    }

    IQueryable<Subscription> Behind(string token)
    {
        var hash = HomsScreenings.Model.Token.HashOf(token);
        var subjects = db.Tokens.Where(t => t.Hash == hash && t.Purpose == TokenPurpose.Subscription).Select(t => t.Subject);
        return db.Subscriptions.Where(s => subjects.Contains(s.Id));
    }
}
