using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Interests;

/// <summary>The page of somebody who waits for a screening near them: confirms, changes and stops it. To look does none of that.</summary>
public sealed class ShowModel(ScreeningsDb db, OwnInterest own, Unsubscribing unsubscribing, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int? Km { get; set; }

    public string Token { get; private set; } = "";
    public Interest Interest { get; private set; } = null!;
    /// <summary>What is waited for; null where the public does not see it any more.</summary>
    public InterestSubject? Subject { get; private set; }
    /// <summary>What is to come within reach.</summary>
    public IReadOnlyList<ScreeningCard> Near { get; private set; } = [];

    public string StateSentence => Interest switch
    {
        { ConfirmedAt: null } => T("Not confirmed yet: nothing is sent before you confirm."),
        { ToldAt: { } told } => T("You were told on {0}. Nothing more is sent, unless you want to wait for another screening.",
            SubscriberWords.Day(told)),
        _ => T("You get one email when it is announced near you."),
    };

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } missing) return missing;
        Km = Interest.Km;
        if (Subject is not null)
            Near = await NearScreenings.FindAsync(
                db, Interest.FilmId, Interest.SeriesId, Interest.Reach(), clock.Now(), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? act, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } missing) return missing;
        var km = Km is { } wanted && Interest.Distances.Contains(wanted) ? wanted : Interest.Km;
        if (act == "stop")
        {
            await unsubscribing.StopInterestAsync(Interest.Id, cancellationToken);
            return this.SeeOther("/interests/stopped");
        }
        if (act == "confirm" && !await own.ConfirmAsync(Interest, km, cancellationToken))
        {
            ModelState.AddModelError("", N(Interest.MaxPerAddress, "An address can wait for {0} thing here. Stop another one first.",
                "An address can wait for {0} things here. Stop another one first."));
            return FormResults.Again(this);
        }
        if (act == "choose") await own.ChangeAsync(Interest, km, cancellationToken);
        return this.SeeOther($"/interests/{token}");
    }

    async Task<IActionResult?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(token, cancellationToken) is not { } found)
        {
            HttpContext.Explain(T("Nothing is behind this link. It may be cut off or mistyped, it works for a year, or your address was erased. Open the link from the latest email, or ask again."));
            return NotFound();
        }
        (Token, Interest) = (token, found);
        Subject = await InterestSubject.OfAsync(db, found, cancellationToken);
        return null;
    }
}
