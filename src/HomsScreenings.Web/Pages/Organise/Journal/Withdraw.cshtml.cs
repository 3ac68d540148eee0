using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Takes an entry from the public.</summary>
public sealed class WithdrawModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty, Display(Name = "Why"), AtMost(Lengths.Line)]
    public string? Reason { get; set; }

    public JournalEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FoundAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        Entry.Withdraw(Reason);
        return await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            ? this.Done("Withdrawn. Its address says so.", $"/organise/journal/{Entry.Slug}/edit")
            : this.Overtaken(RecordForm.ChangedMeanwhile);
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Journal.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken) is not { } entry) return false;
        Entry = entry;
        return true;
    }
}
