using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>A subscriber's own page: confirms, changes, pauses and stops the subscription. To look does none of that.</summary>
public sealed class ShowModel(ScreeningsDb db, OwnSubscription own, Unsubscribing unsubscribing, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChoiceInput Choice { get; set; } = new();

    string _stillThere = "";

    public string Token { get; private set; } = "";
    public Subscription Subscription { get; private set; } = null!;
    public string Followed { get; private set; } = "";
    public NewsletterOffer Offer { get; private set; } = null!;
    /// <summary>Whether nothing is sent until its owner wants it again, or a pause is over.</summary>
    public bool IsHeld => !Subscription.IsActive || Subscription.PausedUntil > clock.Now();
    public string StateSentence => SubscriberWords.State(Subscription, clock.Now());

    /// <summary>A path of this site with what is followed, as far as it is still there.</summary>
    public string With(string path) => _stillThere.Length > 0 ? $"{path}?{_stillThere}" : path;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } missing) return missing;
        Choice = ChoiceInput.Of(Subscription);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? act, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } missing) return missing;
        switch (act)
        {
            case "confirm" or "choose" when IsChosen && !ModelState.IsValid:
                return FormResults.Again(this);
            case "confirm" when !await own.ConfirmAsync(Subscription, Chosen, cancellationToken):
                return Again(N(Subscription.MaxPerAddress,
                    "Your address follows {0} thing already, and more is not possible. Stop another one first.",
                    "Your address follows {0} things already, and more is not possible. Stop another one first."));
            case "choose":
                await own.ChangeAsync(Subscription, Chosen, cancellationToken);
                break;
            case "resume": await own.ResumeAsync(Subscription, cancellationToken); break;
            case "stop":
                await unsubscribing.StopAsync(Subscription.Id, cancellationToken);
                return this.SeeOther("/subscriptions/stopped");
            default:
                foreach (var months in OwnSubscription.Pauses)
                    if (act == $"pause-{months}") await own.PauseAsync(Subscription, months, cancellationToken);
                break;
        }
        return this.SeeOther($"/subscriptions/{token}");
    }

    // Who only says yes keeps what was asked for.
    bool IsChosen => Choice.Rhythm is not null;
    SubscriptionChoice Chosen => (IsChosen ? Choice : ChoiceInput.Of(Subscription)).Chosen(Offer);

    PageResult Again(string problem)
    {
        ModelState.AddModelError("", problem);
        return FormResults.Again(this);
    }

    async Task<IActionResult?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(token, cancellationToken) is not { } found)
        {
            HttpContext.Explain(SubscriberWords.NoSuchSubscription);
            return NotFound();
        }
        (Token, Subscription) = (token, found);
        var followed = await FollowedFilter.FindAsync(db, found.Filter, cancellationToken);
        (Followed, _stillThere) = (followed.Words ?? SubscriptionWords.Everything, followed.StillThere.ToQuery());
        Offer = new(followed.Filter);
        return null;
    }
}
