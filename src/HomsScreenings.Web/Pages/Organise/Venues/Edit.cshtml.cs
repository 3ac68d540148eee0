using HomsScreenings.Desk;
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

namespace HomsScreenings.Web.Pages.Organise.Venues;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public VenueInput Input { get; set; } = new();

    public Venue Venue { get; private set; } = null!;
    public IReadOnlyList<PossibleDuplicate> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        Input = VenueInput.Of(Venue);
        Input.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        if (more is not null)
        {
            Input.AddRows();
            return this.AgainWithMoreRows();
        }
        if (Input.Version != Venue.Version) return await OvertakenAsync(Venue.Version, cancellationToken);
        var answer = await db.CheckAsync(Input, Venue, desk.Value, cancellationToken);
        this.AddProblems(answer);
        Twins = answer.Duplicates;
        if (!ModelState.IsValid) return this.Again();

        await db.ApplyAsync(Input, Venue, cancellationToken);
        return await db.TrySaveAsync(cancellationToken) switch
        {
            SaveOutcome.Saved => this.Done($"'{Venue.Name}' is saved.{Input.TimeZoneSentence}"
                + await db.RemarksOnAsync(Venue, desk.Value, clock.Now(), cancellationToken), $"/organise/venues/{Venue.Slug}/edit"),
            SaveOutcome.Refused => this.Overtaken(RecordForm.Refused),
            _ => await db.VersionOfAsync<Venue>(Venue.Id, cancellationToken) is { } version
                ? await OvertakenAsync(version, cancellationToken) : NotFound(),
        };
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var venue = await db.Venues.EditableBy(desk.Value).WithSlug(slug).WithParts().SingleOrDefaultAsync(cancellationToken);
        if (venue is null) return false;
        Venue = venue;
        History = await db.ChangesSinceAsync<Venue>(venue.Id, 0, cancellationToken);
        return true;
    }

    async Task<PageResult> OvertakenAsync(int version, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Venue>(Venue.Id, Input.Version, cancellationToken);
        Input.Version = version;
        return this.Overtaken(Earlier);
    }
}
