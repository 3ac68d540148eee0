using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Edits a screening, and leads to every other change of it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, CurrentScreening current, TimeProvider clock)
    : PageModel, IAnswersForMissing
{
    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    public ScreeningCard Card => current.Value.Card;
    Screening Screening => current.Value.Screening;
    public ScreeningForm Form { get; private set; } = null!;
    /// <summary>Whether seats are given away here, or were: bookings stay, whatever is said now.</summary>
    public bool HasGuests => Screening.Seats is not null;
    public int Guests => current.Value.Guests;
    /// <summary>Whether somebody may want to count who comes.</summary>
    public bool HasDoor => HasGuests || Screening.Booking == BookingWay.WalkIn;
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = ScreeningInput.Of(Screening);
        await ShowAsync(Screening.TimeZone, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (more is not null)
        {
            Input.AddRows();
            await ShowAsync(Input.TimeZone ?? Screening.TimeZone, cancellationToken);
            return this.AgainWithMoreRows();
        }
        if (Screening.Version != Input.Version) return await OvertakenAsync(cancellationToken);

        var found = await ScreeningReferences.FindAsync(db, Input, Screening, desk.Value, cancellationToken);
        this.AddProblems(found.Problems);
        this.AskAbout(Input, Input.DatesOtherThan(Screening.Date), nameof(Input.Date), found.TimeZone, clock.Now());
        if (!ModelState.IsValid)
        {
            await ShowAsync(found.TimeZone, cancellationToken);
            return this.Again();
        }
        await Input.ApplyToAsync(db, Screening, found, cancellationToken);
        var outcome = await db.TrySaveAsync(cancellationToken);
        if (outcome == SaveOutcome.Saved)
            return this.Done("Saved." + await db.RemarksOnAsync(Screening, desk.Value, cancellationToken), current.Value.EditAddress);
        if (!await current.FindAsync(slug, cancellationToken)) return NotFound();
        if (outcome == SaveOutcome.ChangedMeanwhile) return await OvertakenAsync(cancellationToken);
        await ShowAsync(found.TimeZone, cancellationToken);
        return this.Overtaken(
            "Something that was chosen here has just been removed, or the address taken. Look through it and save again.");
    }

    /// <summary>An address that a screening of the organiser's once had leads on to it.</summary>
    public async Task<IActionResult> MissingAsync(string slug, CancellationToken cancellationToken) =>
        !HttpMethods.IsPost(Request.Method) && await db.WhereTheDeskFindsAsync(desk.Value, slug, cancellationToken) is { } now
            ? RedirectPermanent($"/organise/screenings/{now}/edit") : NotFound();

    async Task<PageResult> OvertakenAsync(CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Screening>(Screening.Id, Input.Version, cancellationToken);
        Input.Version = Screening.Version;
        await ShowAsync(Input.TimeZone ?? Screening.TimeZone, cancellationToken);
        return this.Overtaken(Earlier);
    }

    async Task ShowAsync(string? timeZone, CancellationToken cancellationToken)
    {
        Form = new(Input, await ScreeningChoices.LoadAsync(db, desk.Value, Screening.SeriesId, cancellationToken), false, timeZone,
            Screening.StatusReason);
        History = await db.ChangesSinceAsync<Screening>(Screening.Id, 0, cancellationToken);
    }
}
