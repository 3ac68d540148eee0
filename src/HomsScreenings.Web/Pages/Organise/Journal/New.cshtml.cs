using System.ComponentModel.DataAnnotations;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Begins an entry of the journal, as a draft.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, OwnerChoices owners, TimeProvider clock) : PageModel
{
    [BindProperty]
    public EntryInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Organisation")]
    public int? OrganisationId { get; set; }

    public EntryForm Form { get; private set; } = null!;
    public bool MayAdd => desk.Value.MayAdd;

    /// <param name="about">The page that it is about, from which somebody came.</param>
    /// <param name="kind">What is to be written. A newsletter begins as one of the organiser's own organisation.</param>
    public async Task OnGetAsync(string? about, EntryKind? kind, CancellationToken cancellationToken)
    {
        Input.Kind = kind ?? Input.Kind;
        if (kind == EntryKind.Newsletter) OrganisationId = desk.Value.OrganisationIds.Order().Cast<int?>().FirstOrDefault();
        if (about is not null) Input.Subjects.Add(new SubjectRow { Address = about });
        Input.AddRows();
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellationToken)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        if (more is not null) Input.AddRows();
        await ShowAsync(cancellationToken);
        if (more is not null) return this.AgainWithMoreRows();
        if (!owners.TryChoose(OrganisationId, out var owner))
            ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        this.AddProblems(await Input.CheckAsync(db, cancellationToken));
        if (!ModelState.IsValid) return this.Again();
        var entry = await Input.ToEntryAsync(db, owner, clock.Now(), cancellationToken);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done("Saved as a draft. Nobody but those who may edit it can see it.", $"/organise/journal/{entry.Slug}/edit");
    }

    async Task ShowAsync(CancellationToken cancellationToken) =>
        Form = await EntryForm.LoadAsync(db, Input, await owners.ChoicesAsync(cancellationToken), wasPublic: false, cancellationToken);
}
