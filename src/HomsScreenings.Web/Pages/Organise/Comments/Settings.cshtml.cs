using System.ComponentModel.DataAnnotations;
using HomsScreenings.Comments;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Comments;

/// <summary>Opens and closes the comments under a film, an entry or a screening.</summary>
public sealed class SettingsModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Comments are open")]
    public bool IsOpen { get; set; }

    [BindProperty, Display(Name = "Until"), Day]
    public DateOnly? LastDay { get; set; }

    [BindProperty, Display(Name = "Every comment waits for a moderator")]
    public bool HoldsAll { get; set; }

    public string Kind { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";

    sealed record Commented(int Id, string Title);

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(kind, slug, cancellationToken) is null) return NotFound();
        if (await db.Discussions.Under(kind, slug).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } discussion)
            (IsOpen, LastDay, HoldsAll) = (discussion.IsOpen, discussion.LastDay?.ToDateOnly(), discussion.HoldsAll);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(kind, slug, cancellationToken) is not { } commented) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var discussion = await db.Discussions.Under(kind, slug).SingleOrDefaultAsync(cancellationToken);
        if (discussion is null) db.Discussions.Add(discussion = new Discussion
        {
            FilmId = kind == "films" ? commented.Id : null,
            EntryId = kind == "journal" ? commented.Id : null,
            ScreeningId = kind == "screenings" ? commented.Id : null,
        });
        (discussion.IsOpen, discussion.LastDay, discussion.HoldsAll) =
            (IsOpen, LastDay is { } day ? LocalDate.FromDateOnly(day) : null, HoldsAll);
        return await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            ? this.Done(Outcome(DiscussionLine.Of(discussion)!), $"/organise/{kind}/{slug}/comments")
            : this.Overtaken(RecordForm.ChangedMeanwhile);
    }

    string Outcome(DiscussionLine line) => line.IsOpenAt(clock.Now()) ? "Comments are open."
        : line.IsOpen ? "Comments are closed: their last day is over." : "Comments are closed.";

    async Task<Commented?> FindAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var found = await (kind switch
        {
            "films" => db.Films.EditableBy(desk.Value).WithSlug(slug).Select(f => new Commented(f.Id, f.Title)),
            "journal" => db.Journal.EditableBy(desk.Value).WithSlug(slug).Select(e => new Commented(e.Id, e.Title)),
            _ => db.Screenings.EditableBy(desk.Value).WithSlug(slug).Select(s => new Commented(s.Id, s.Title ?? s.Slug)),
        }).SingleOrDefaultAsync(cancellationToken);
        (Kind, Slug, Title) = (kind, slug, found?.Title ?? "");
        return found;
    }
}
