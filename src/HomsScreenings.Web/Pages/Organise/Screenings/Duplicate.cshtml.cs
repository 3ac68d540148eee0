using System.ComponentModel.DataAnnotations;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Copies a screening to other dates, each a draft of its own.</summary>
public sealed class DuplicateModel(ScreeningsDb db, CurrentOrganiser desk, CurrentScreening current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DuplicateInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.DuplicatingRefusal;

    public void OnGet() => Input.Uid = Guid.NewGuid().ToString();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Refusal is not null) return this.Again();
        var prefix = $"{Input.Uid ??= Guid.NewGuid().ToString()}-";
        if (await WasDoneAsync(prefix, cancellationToken)) return Copied();
        var dates = Input.Read(Act.Screening.TimeZone!, out var problems);
        if (ModelState.IsValid) this.AddProblems(problems.Select(p => new ValidationResult(p, [nameof(Input.Dates)])));
        this.AskAbout(Input, dates.Select(d => d.Date), nameof(Input.Dates), Act.Screening.TimeZone, clock.Now());
        if (!ModelState.IsValid) return this.Again();

        foreach (var (date, i) in dates.Select((d, i) => (d, i)))
        {
            var copy = Act.Screening.CopyTo(date, $"{prefix}{i + 1}", clock.Now());
            copy.Slug = await db.FreeSlugAsync<Screening>(copy.SuggestSlug(), null, cancellationToken);
            db.Screenings.Add(copy);
        }
        if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved || await WasDoneAsync(prefix, cancellationToken)) return Copied();
        return this.Overtaken("Something that the screening refers to has just been changed. Please send it again.");
    }

    Task<bool> WasDoneAsync(string prefix, CancellationToken cancellationToken) =>
        db.Screenings.EditableBy(desk.Value).AnyAsync(s => s.Uid.StartsWith(prefix), cancellationToken);

    RedirectResult Copied() => this.Done($"Copied: each date is a draft of its own.{OpeningLost}", "/organise/screenings?show=drafts");

    string? OpeningLost => Act.Screening is { Booking: BookingWay.Seats, Seats.OpensAt: not null }
        ? " When booking opens was not copied: say it there, or they can be booked as soon as they are published." : null;
}
