using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Deletes an entry that the public never saw.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const string List = "/organise/journal";

    public JournalEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FoundAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken))
            return await this.DeletedAlreadyAsync<JournalEntry>(db, desk.Value, slug, List, cancellationToken);
        if (Entry.PublishedAt is not null) return this.Again();
        db.Journal.Remove(Entry);
        return await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            || await db.HasDeletedAsync<JournalEntry>(desk.Value, slug, cancellationToken)
            ? this.Done("Deleted.", List) : this.Overtaken("It has just been changed by somebody else; look at it first.");
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Journal.EditableBy(desk.Value).WithSlug(slug).Include(e => e.Pictures).Include(e => e.Tags).Include(e => e.Subjects)
            .Include(e => e.Translations).AsSplitQuery().SingleOrDefaultAsync(cancellationToken) is not { } entry) return false;
        Entry = entry;
        return true;
    }
}
