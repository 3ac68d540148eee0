using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Edits a screening, and leads to all that can be told to it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    public ScreeningCard Card { get; private set; } = null!;
    public ScreeningForm Form { get; private set; } = null!;
    /// <summary>Whether seats are given away here, or were: bookings stay, whatever is said now.</summary>
    public bool HasGuests { get; private set; }
    /// <summary>Whether somebody may want to count who comes.</summary>
    public bool HasDoor { get; private set; }
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } known)
            return await db.WhereTheDeskFindsAsync(desk.Value, slug, cancellationToken) is { } now ? RedirectPermanent($"/organise/screenings/{now}/edit") : NotFound();
        Input = ScreeningInput.Of(known.Screening);
        return await ShowAsync(known, known.Screening.TimeZone, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } known) return NotFound();
        if (more is not null)
        {
            Input.AddRows();
            await ShowAsync(known, Input.TimeZone ?? known.Screening.TimeZone, cancellationToken);
            return this.AgainWithoutErrors();
        }
        if (known.Screening.Version != Input.Version) return await OvertakenAsync(known, cancellationToken);

        var found = await ScreeningReferences.FindAsync(db, Input, known.Screening, desk.Value, cancellationToken);
        ModelState.AddProblems(found.Problems);
        if (ModelState.IsValid)
        {
            await Input.ApplyToAsync(db, known.Screening, found, cancellationToken);
            var outcome = await db.TrySaveAsync(cancellationToken);
            if (outcome == SaveOutcome.Saved) return this.Done("Saved.", known.EditAddress);
            known = await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken);
            if (known is null) return NotFound();
            if (outcome == SaveOutcome.ChangedMeanwhile) return await OvertakenAsync(known, cancellationToken);
            ModelState.AddModelError("", "Something that was chosen here has just been removed, or the address taken. Look through it and save again.");
        }
        await ShowAsync(known, found.TimeZone, cancellationToken);
        return this.Again();
    }

    async Task<PageResult> OvertakenAsync(ScreeningEdit known, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Screening>(known.Screening.Id, Input.Version, cancellationToken);
        Input.Version = known.Screening.Version;
        await ShowAsync(known, Input.TimeZone ?? known.Screening.TimeZone, cancellationToken);
        return this.Overtaken();
    }

    async Task<PageResult> ShowAsync(ScreeningEdit known, string? timeZone, CancellationToken cancellationToken)
    {
        Card = known.Card;
        HasGuests = known.Screening.Seats is not null;
        HasDoor = HasGuests || known.Screening.Booking == BookingWay.WalkIn;
        Form = new(Input, await ScreeningChoices.LoadAsync(db, desk.Value, known.Screening.SeriesId, cancellationToken), false, timeZone, known.Screening.StatusReason);
        History = await db.ChangesSinceAsync<Screening>(known.Screening.Id, 0, cancellationToken);
        return Page();
    }
}
