using HomsScreenings.Drafts;
using HomsScreenings.Organisations;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Venues;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Venues;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public VenueDraft Draft { get; set; } = new();

    public Venue Venue { get; private set; } = null!;
    public IReadOnlyList<Twin> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Conflict { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        Draft = VenueDraft.Of(Venue);
        Draft.Rooms.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        if (more is not null)
        {
            Draft.Rooms.AddRows();
            return this.AgainWithoutErrors();
        }
        if (Draft.Version != Venue.Version) return await MoveOnAsync(Venue.Version, cancel);
        var answer = await db.CheckAsync(Draft, Venue, desk.Value, cancel);
        this.Say(answer);
        Twins = answer.Twins;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        await db.ApplyAsync(Draft, Venue, cancel);
        var outcome = await db.TrySaveAsync(cancel);
        if (outcome == SaveOutcome.Refused) return this.Refused();
        if (outcome == SaveOutcome.ChangedMeanwhile)
            return await db.VersionOfAsync<Venue>(Venue.Id, cancel) is { } version ? await MoveOnAsync(version, cancel) : NotFound();
        TempData["Done"] = $"'{Venue.Name}' is saved.{Draft.TimeZoneSentence}";
        return RedirectToPage(new { slug = Venue.Slug });
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var venue = await db.Venues.OwnedBy(desk.Value).WithSlug(slug).Include(v => v.Rooms).SingleOrDefaultAsync(cancel);
        if (venue is null) return false;
        Venue = venue;
        History = await db.ChangesSinceAsync<Venue>(venue.Id, 0, cancel);
        return true;
    }

    async Task<IActionResult> MoveOnAsync(int version, CancellationToken cancel)
    {
        Conflict = await this.MoveOnAsync<Venue>(db, Venue.Id, Draft.Version, cancel);
        Draft.Version = version;
        return Page();
    }
}
