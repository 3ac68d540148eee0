using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>
/// Chooses what else a subscriber follows: the choice is in the address, to be looked at, and saved as it stands in the form, whether
/// it was looked at or not.
/// </summary>
public sealed class FilterModel(ScreeningsDb db, OwnSubscription own, TimeProvider clock) : PageModel
{
    Subscription _subscription = null!;

    public string Token { get; private set; } = "";
    public FollowForm Form { get; private set; } = null!;
    /// <summary>What would be followed, in words.</summary>
    public string Followed { get; private set; } = "";

    /// <summary>A path of this site with the filter.</summary>
    public string With(string path) => Form.Filter.ToQuery() is { Length: > 0 } query ? $"{path}?{query}" : path;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } wrong) return wrong;
        if (await own.ChangeFilterAsync(_subscription, Form.Filter.ToQuery(), cancellationToken))
            return this.SeeOther($"/subscriptions/{token}");
        ModelState.AddModelError("", T("You have that already, with another subscription."));
        return this.Again();
    }

    async Task<IActionResult?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(token, cancellationToken) is not { } found)
        {
            HttpContext.Explain(SubscriberWords.NoSuchSubscription);
            return NotFound();
        }
        var chosen = Request.HasFormContentType ? new QueryCollection(Request.Form.ToDictionary(f => f.Key, f => f.Value)) : Request.Query;
        var (asked, problems) = await AskedFilter.FindAsync(db, chosen, clock, cancellationToken);
        if (asked is null) return this.Wrong(problems);
        (Token, _subscription, Followed) = (token, found, asked.Words ?? SubscriptionWords.Everything);
        Form = new($"/subscriptions/{token}/filter", T("Look at the result"), asked.Filter, asked.Targets,
            await FilterChoices.FindAsync(db, withPast: true, clock.Now(), cancellationToken),
            await FollowChoices.FindAsync(db, cancellationToken), T("Save this choice"));
        return null;
    }
}
