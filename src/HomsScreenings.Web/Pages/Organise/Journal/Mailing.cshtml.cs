using HomsScreenings.Mail;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Sends an entry as a newsletter: how it looks, a test to oneself, to whom, and when.</summary>
public sealed class MailingModel(ScreeningsDb db, CurrentOrganiser desk, MailingPlan plan, NewsletterPreview preview, TimeProvider clock)
    : PageModel
{
    const string OnItsWay = "It is on its way already. To stop what has not left yet, withdraw the entry.";

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public MomentInput When { get; set; } = new();

    /// <summary>In which language a test and the preview are.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public Language Shown => Text.Languages.Language.WithTag(Language);
    public Letter Letter { get; private set; } = null!;
    public MailingState State { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        // What is planned stands in the form, so that nobody changes it unawares.
        To = State.Language ?? MailingState.ToAll;
        if (State.ChosenFor(clock.Now()) is { } at) When = MomentInput.Of(at);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        var here = $"/organise/journal/{slug}/mailing";
        switch (act)
        {
            case "test":
                await preview.SendTestAsync(State.EntryId, Shown, cancellationToken);
                return this.Done("A test is on its way to your own address.", here);
            case "call-back":
                return await plan.CallBackAsync(State.EntryId, cancellationToken) ? this.Done("It is not sent.", here)
                    : await AgainAsync(OnItsWay, cancellationToken);
            case not (null or ""): return BadRequest();
        }
        if (State.QueuedAt is not null) return await AgainAsync(OnItsWay, cancellationToken);
        var language = To == MailingState.ToAll ? null : To ?? "";
        var count = State.Audience is { All: > 0 } all ? all.CountOf(language) : 0;
        if (count == 0) return await AgainAsync("There is nobody to send it to.", cancellationToken);
        if (count is null) ModelState.AddModelError(nameof(To), "Choose to whom it goes.");
        var at = When is { Date: null, Time: null } ? null : When.Read(ModelState, nameof(When), clock.Now());
        if (!ModelState.IsValid) return await AgainAsync(null, cancellationToken);
        return await plan.PlanAsync(State.EntryId, language, at, desk.Value.UserId, cancellationToken)
            ? this.Done("It is planned.", here) : await AgainAsync(OnItsWay, cancellationToken);
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var own = db.Journal.EditableBy(desk.Value).WithSlug(slug);
        if (await MailingState.FindAsync(own, db, plan, clock.Now(), cancellationToken) is not { } found) return false;
        State = found;
        return true;
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await preview.FindAsync(Request, State.EntryId, Shown, cancellationToken) is not { } letter) return NotFound();
        Letter = letter;
        Response.Headers.AllowOwnFrames();
        return ModelState.IsValid ? Page() : FormResults.Again(this);
    }

    Task<IActionResult> AgainAsync(string? problem, CancellationToken cancellationToken)
    {
        if (problem is not null) ModelState.AddModelError("", problem);
        return ShowAsync(cancellationToken);
    }
}
