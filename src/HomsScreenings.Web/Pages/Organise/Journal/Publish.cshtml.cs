using System.ComponentModel.DataAnnotations;
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
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Publishes an entry now, or at a time to come.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Date"), Day]
    public DateOnly? Date { get; set; }

    [BindProperty, Display(Name = "Time")]
    public TimeOnly? Time { get; set; }

    [BindProperty, Display(Name = "Time zone"), TimeZoneName]
    public string? TimeZone { get; set; } = "Europe/London";

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
            return await SaveAsync("Published: everybody can see it now.", cancellationToken);
        }
        if (Moment(now) is not { } at) return this.Again();
        Entry.Schedule(at, now);
        return await SaveAsync($"It is published on {EntryDesk.Said(at)}.", cancellationToken);
    }

    Instant? Moment(Instant now)
    {
        if (Entry.PublishedAt is not null) ModelState.AddModelError("", "The public has seen it; publish it now, or leave it withdrawn.");
        if (Date is null) ModelState.AddModelError(nameof(Date), "On which day?");
        if (Time is null) ModelState.AddModelError(nameof(Time), "At what time?");
        if (TimeZone is null) ModelState.AddModelError(nameof(TimeZone), "By which clocks?");
        if (!ModelState.IsValid || Zones.Find(TimeZone) is not { } zone) return null;
        var wall = LocalDate.FromDateOnly(Date!.Value) + LocalTime.FromTimeOnly(Time!.Value);
        if (WallTimeWords.Problem(wall.Date, wall.TimeOfDay, zone, second: false) is { } problem)
            ModelState.AddModelError(nameof(Time), problem);
        var at = wall.InZoneLeniently(zone).ToInstant();
        if (at <= now) ModelState.AddModelError(nameof(Date), "That is over already.");
        return ModelState.IsValid ? at : null;
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
