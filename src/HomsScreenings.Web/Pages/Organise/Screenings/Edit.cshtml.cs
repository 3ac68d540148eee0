using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Edits a screening, and leads to all that can be told to it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public ScreeningDraft Draft { get; set; } = new();

    public ScreeningCard Card { get; private set; } = null!;
    public ScreeningForm Form { get; private set; } = null!;
    /// <summary>Whether seats are given away here, or were: bookings stay, whatever is said now.</summary>
    public bool HasGuests { get; private set; }
    /// <summary>Whether somebody may want to count who comes.</summary>
    public bool HasDoor { get; private set; }
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } known)
            return await db.WhereTheDeskFindsAsync(desk.Value, slug, cancel) is { } now ? RedirectPermanent($"/organise/screenings/{now}/edit") : NotFound();
        Draft = ScreeningDraft.Of(known.Screening);
        return await ShowAsync(known, known.Screening.TimeZone, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } known) return NotFound();
        if (more is not null)
        {
            Draft.AddRows();
            await ShowAsync(known, Draft.TimeZone ?? known.Screening.TimeZone, cancel);
            return this.AgainWithoutErrors();
        }
        if (known.Screening.Version != Draft.Version) return await OvertakenAsync(known, cancel);

        var found = await ScreeningReferences.FindAsync(db, Draft, known.Screening, desk.Value, cancel);
        ModelState.AddProblems(found.Problems);
        if (ModelState.IsValid)
        {
            await Draft.ApplyToAsync(db, known.Screening, found, cancel);
            var outcome = await db.TrySaveAsync(cancel);
            if (outcome == SaveOutcome.Saved) return this.Done("Saved.", known.EditAddress);
            known = await ScreeningAct.FindAsync(db, desk.Value, slug, cancel);
            if (known is null) return NotFound();
            if (outcome == SaveOutcome.ChangedMeanwhile) return await OvertakenAsync(known, cancel);
            ModelState.AddModelError("", "Something that was chosen here has just been removed, or the address taken. Look through it and save again.");
        }
        await ShowAsync(known, found.TimeZone, cancel);
        return this.Again();
    }

    async Task<PageResult> OvertakenAsync(ScreeningAct known, CancellationToken cancel)
    {
        Earlier = await db.ChangesSinceAsync<Screening>(known.Screening.Id, Draft.Version, cancel);
        Draft.Version = known.Screening.Version;
        await ShowAsync(known, Draft.TimeZone ?? known.Screening.TimeZone, cancel);
        return this.Overtaken();
    }

    async Task<PageResult> ShowAsync(ScreeningAct known, string? timeZone, CancellationToken cancel)
    {
        Card = known.Card;
        HasGuests = known.Screening.Seats is not null;
        HasDoor = HasGuests || known.Screening.Booking == BookingWay.WalkIn;
        Form = new(Draft, await ScreeningChoices.LoadAsync(db, desk.Value, known.Screening.SeriesId, cancel), false, timeZone, known.Screening.StatusReason);
        History = await db.ChangesSinceAsync<Screening>(known.Screening.Id, 0, cancel);
        return Page();
    }
}
