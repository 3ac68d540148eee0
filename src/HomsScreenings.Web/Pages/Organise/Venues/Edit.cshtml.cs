using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Venues;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public VenueInput Input { get; set; } = new();

    public Venue Venue { get; private set; } = null!;
    public IReadOnlyList<PossibleDuplicate> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Conflict { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        Input = VenueInput.Of(Venue);
        Input.Rooms.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        if (more is not null)
        {
            Input.Rooms.AddRows();
            return this.AgainWithoutErrors();
        }
        if (Input.Version != Venue.Version) return await MoveOnAsync(Venue.Version, cancellationToken);
        var answer = await db.CheckAsync(Input, Venue, desk.Value, cancellationToken);
        this.AddProblems(answer);
        Twins = answer.Duplicates;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        await db.ApplyAsync(Input, Venue, cancellationToken);
        var outcome = await db.TrySaveAsync(cancellationToken);
        if (outcome == SaveOutcome.Refused) return this.Refused();
        if (outcome == SaveOutcome.ChangedMeanwhile)
            return await db.VersionOfAsync<Venue>(Venue.Id, cancellationToken) is { } version ? await MoveOnAsync(version, cancellationToken) : NotFound();
        TempData["Done"] = $"'{Venue.Name}' is saved.{Input.TimeZoneSentence}";
        return RedirectToPage(new { slug = Venue.Slug });
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var venue = await db.Venues.EditableBy(desk.Value).WithSlug(slug).Include(v => v.Rooms).SingleOrDefaultAsync(cancellationToken);
        if (venue is null) return false;
        Venue = venue;
        History = await db.ChangesSinceAsync<Venue>(venue.Id, 0, cancellationToken);
        return true;
    }

    async Task<IActionResult> MoveOnAsync(int version, CancellationToken cancellationToken)
    {
        Conflict = await this.MoveOnAsync<Venue>(db, Venue.Id, Input.Version, cancellationToken);
        Input.Version = version;
        return Page();
    }
}
