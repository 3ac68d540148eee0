using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Publishes an entry now, or at a time to come.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    const string NotSent = " It is not sent yet: that is done under 'Send by email'.";

    [BindProperty]
    public MomentInput When { get; set; } = new();

    public JournalEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FoundAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, string? act, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        var now = clock.Now();
        if (act == "unschedule")
        {
            Entry.Unschedule();
            return await SaveAsync("It is a draft again.", cancellationToken);
        }
        if (act != "schedule")
        {
            Entry.Publish(now);
            var unsent = Entry.Kind == EntryKind.Newsletter && !await db.Mailings.AnyAsync(m => m.EntryId == Entry.Id, cancellationToken);
            return await SaveAsync("Published: everybody can see it now." + (unsent ? NotSent : null), cancellationToken);
        }
        if (Entry.PublishedAt is not null) ModelState.AddModelError("", "The public has seen it; publish it now, or leave it withdrawn.");
        if (When.Read(ModelState, nameof(When), now) is not { } at) return this.Again();
        Entry.Schedule(at, now);
        return await SaveAsync($"It is published on {UtcMoment.Format(at)}.", cancellationToken);
    }

    async Task<IActionResult> SaveAsync(string sentence, CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            ? this.Done(sentence, $"/organise/journal/{Entry.Slug}/edit")
            : this.Overtaken(RecordForm.ChangedMeanwhile);

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Journal.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken) is not { } entry) return false;
        Entry = entry;
        return true;
    }
}
