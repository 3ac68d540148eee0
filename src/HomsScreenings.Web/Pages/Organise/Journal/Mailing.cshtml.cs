using HomsScreenings.Mail;
using HomsScreenings.Model;
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
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Sends an entry as a newsletter: how it looks, a test to oneself, to whom, and when.</summary>
public sealed class MailingModel(ScreeningsDb db, CurrentOrganiser desk, MailingPlan plan, NewsletterPreview preview, TimeProvider clock)
    : PageModel
{
    const string ToAll = "all";

    [BindProperty]
    public string? To { get; set; } = ToAll;

    [BindProperty]
    public MomentInput When { get; set; } = new();

    /// <summary>In which language a test and the preview are.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public Language Shown => Text.Languages.Language.WithTag(Language);
    public Letter Letter { get; private set; } = null!;
    public MailingState State { get; private set; } = null!;

    public IEnumerable<SelectListItem> Audiences => State.Audience is not { } audience ? []
        : audience.ByLanguage.Select(l => new SelectListItem($"Only who reads {l.Language.Name} ({l.Count})", l.Language.Tag))
            .Prepend(new SelectListItem($"All who take the newsletter ({audience.All})", ToAll));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

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
                    : Again("It is on its way already. To stop what has not left yet, withdraw the entry.");
        }
        if (State.Audience is not { All: > 0 }) return Again("There is nobody to send it to.");
        var at = When is { Date: null, Time: null } ? null : When.Read(ModelState, nameof(When), clock.Now());
        if (!ModelState.IsValid) return Again(null);
        var language = State.Audience.ByLanguage.FirstOrDefault(l => l.Language.Tag == To).Language?.Tag;
        return await plan.PlanAsync(State.EntryId, language, at, desk.Value.UserId, cancellationToken)
            ? this.Done("It is planned.", here) : Again("It is on its way already.");
    }

    PageResult Again(string? problem)
    {
        if (problem is not null) ModelState.AddModelError("", problem);
        return FormResults.Again(this);
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var own = db.Journal.EditableBy(desk.Value).WithSlug(slug);
        if (await MailingState.FindAsync(own, db, plan, clock.Now(), cancellationToken) is not { } found) return false;
        if (await preview.FindAsync(Request, found.EntryId, Shown, cancellationToken) is not { } letter) return false;
        (State, Letter) = (found, letter);
        Response.Headers.AllowOwnFrames();
        return true;
    }
}
