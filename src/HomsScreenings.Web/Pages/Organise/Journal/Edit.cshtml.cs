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

/// <summary>Edits an entry of the journal.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, OwnerChoices owners, TimeProvider clock) : PageModel
{
    [BindProperty]
    public EntryInput Input { get; set; } = new();

    /// <summary>Whose it becomes, where it has been the site's editors'.</summary>
    [BindProperty, Display(Name = "Organisation")]
    public int? OrganisationId { get; set; }

    public JournalEntry Entry { get; private set; } = null!;
    public EntryForm Form { get; private set; } = null!;
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.FindEntryAsync(desk.Value, slug, cancellationToken) is not { } entry) return NotFound();
        Input = EntryInput.Of(entry);
        return await ShowAsync(entry, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (await db.FindEntryAsync(desk.Value, slug, cancellationToken) is not { } entry) return NotFound();
        if (more is not null)
        {
            Input.AddRows();
            await ShowAsync(entry, cancellationToken);
            return this.AgainWithMoreRows();
        }
        if (entry.Version != Input.Version) return await OvertakenAsync(entry, cancellationToken);
        var owner = entry.OrganisationId;
        if (owner is null && !owners.TryChoose(OrganisationId, out owner))
            ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        this.AddProblems(await Input.CheckAsync(db, cancellationToken));
        if (ModelState.IsValid)
        {
            entry.OrganisationId = owner;
            await Input.ApplyToAsync(db, entry, clock.Now(), cancellationToken);
            var outcome = await db.TrySaveAsync(cancellationToken);
            if (outcome == SaveOutcome.Saved) return this.Done("Saved.", $"/organise/journal/{entry.Slug}/edit");
            if (await db.FindEntryAsync(desk.Value, slug, cancellationToken) is not { } present) return NotFound();
            entry = present;
            if (outcome == SaveOutcome.ChangedMeanwhile) return await OvertakenAsync(entry, cancellationToken);
            await ShowAsync(entry, cancellationToken);
            return this.Overtaken(RecordForm.Refused);
        }
        await ShowAsync(entry, cancellationToken);
        return this.Again();
    }

    async Task<PageResult> OvertakenAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<JournalEntry>(entry.Id, Input.Version, cancellationToken);
        Input.Version = entry.Version;
        await ShowAsync(entry, cancellationToken);
        return this.Overtaken(Earlier);
    }

    async Task<PageResult> ShowAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        Entry = entry;
        var choices = entry.OrganisationId is null ? await owners.ChoicesAsync(cancellationToken) : [];
        Form = await EntryForm.LoadAsync(db, Input, choices, entry.PublishedAt is not null, cancellationToken);
        History = await db.ChangesSinceAsync<JournalEntry>(entry.Id, 0, cancellationToken);
        return Page();
    }
}
