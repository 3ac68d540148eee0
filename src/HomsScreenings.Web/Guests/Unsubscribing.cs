using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>Ends subscriptions and interests, and has the database let go of them at once.</summary>
public sealed class Unsubscribing(ScreeningsDb db, DeletedRows deleted)
{
    /// <summary>Whether what an address ends with can have been a link of a mail.</summary>
    public static bool IsWhole(string token) => token.Length == Token.SecretLength
        && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The answer where it cannot.</summary>
    public static NotFoundResult Missing(PageModel page)
    {
        page.HttpContext.Explain(T("This link is cut off or mistyped. Open it from the email again."));
        return page.NotFound();
    }

    public async Task StopAsync(int subscriptionId, CancellationToken cancellationToken)
    {
        await db.EraseSubscriptionsAsync([subscriptionId], cancellationToken);
        await deleted.LetGoAsync(db, cancellationToken);
    }

    public async Task StopInterestAsync(int interestId, CancellationToken cancellationToken)
    {
        await db.EraseInterestsAsync([interestId], cancellationToken);
        await deleted.LetGoAsync(db, cancellationToken);
    }

    /// <summary>Ends all interests of an address.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> StopAllInterestsOfAsync(string email, CancellationToken cancellationToken)
    {
        var count = await db.EraseInterestsOfAsync(email, cancellationToken);
        if (count > 0) await deleted.LetGoAsync(db, cancellationToken);
        return count;
    }

    /// <summary>Ends all subscriptions of an address.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> StopAllOfAsync(string email, CancellationToken cancellationToken)
    {
        var count = await db.EraseSubscriptionsOfAsync(email, cancellationToken);
        if (count > 0) await deleted.LetGoAsync(db, cancellationToken);
        return count;
    }
}
