using HomsScreenings.Bookings;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>Books seats, or a place on the waiting list: one form, no account, no cookie.</summary>
public sealed class BookModel(ScreeningsDb db, BoxOffice office, FormStamp stamps, GuestOptions options, TimeProvider clock) : PageModel
{
    [BindProperty]
    public BookingDraft Draft { get; set; } = new();

    public ScreeningCard Screening { get; private set; } = null!;
    /// <summary>How it stands for who wants seats; null where they are not given away here.</summary>
    public Standing? Standing { get; private set; }
    public Instant Now { get; private set; }
    public int KeepDays => options.KeepDays;

    /// <summary>Why nobody can book now, with what to do next; null where the form is open.</summary>
    public string? Closed { get; private set; }

    public bool IsForWaitingList => Screening.SeatsAt(Now) == SeatState.WaitingList;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is { } missing) return missing;
        Draft.Stamp = stamps.New(Screening.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Not bound: where a form cannot be read, nothing of the request can be.
        if (await FindAsync((string)RouteData.Values["slug"]!, cancel) is { } missing) return missing;
        var (key, problem) = stamps.Read(Draft.Stamp, Screening.Id);
        if (problem == StampProblem.TooFast) Wrong(T("The form came back faster than anybody can type, so it was not taken. Please look through it and send it once more."));
        if (problem == StampProblem.TooOld) Wrong(T("The form had been open for too long, so it was not taken. Here it is again, with all that you typed: please send it once more."));
        if (problem != StampProblem.None) Restamp();
        if (!ModelState.IsValid || Standing is null) return Again();

        var answer = await office.BookAsync(Screening.Id, Draft.ToRequest(key, Language.Current.Tag), cancel);
        // Where the mail is to prove whose the address is, nothing else may open the page.
        if (answer.Token is not null && Standing.Rules.ConfirmByLink) return this.SeeOther("/bookings/sent");
        if (answer.Token is { } token) return this.SeeOther($"/bookings/{token}");
        if (answer.Refusal == Refusal.OtherForm) Restamp();
        Wrong(RefusalWords.Say(answer.Refusal, Standing, Screening.TimeZone), answer.Refusal is Refusal.PartyTooLarge or Refusal.NoSuchPlaces ? "Draft.People" : "");
        return Again();
    }

    async Task<IActionResult?> FindAsync(string slug, CancellationToken cancel)
    {
        Now = clock.Now();
        var found = db.Screenings.Published().WithSlug(slug);
        var screening = await found.Select(ScreeningCard.Of).SingleOrDefaultAsync(cancel);
        if (screening is null) return await this.MissingAsync<Screening>(db, slug, s => $"/screenings/{s}/book", cancel);
        Screening = screening;
        Standing = screening.Seats is null ? null : await found.AsNoTracking().Select(Standing.Of).SingleAsync(cancel);
        var refusal = Standing?.Against(Now) ?? Refusal.NotBookable;
        // Who needs a wheelchair place may still find one when the seats are gone.
        if (refusal == Refusal.None && screening.SeatsAt(Now) == SeatState.Full && Standing!.Capacity.Wheelchairs == 0) refusal = Refusal.Full;
        Closed = refusal == Refusal.None ? null : Standing is null ? RefusalWords.NotHere : RefusalWords.Say(refusal, Standing, screening.TimeZone);
        return null;
    }

    PageResult Again()
    {
        Draft.AskedAbout = Draft.Email is { } email && EmailSlips.Meant(email) is not null ? email : null;
        Draft.Website = null;
        foreach (var field in new[] { nameof(Draft.AskedAbout), nameof(Draft.Website) }) ModelState.SetModelValue($"Draft.{field}", null, null);
        return Forms.Again(this);
    }

    void Restamp()
    {
        Draft.Stamp = stamps.New(Screening.Id);
        ModelState.SetModelValue("Draft.Stamp", null, null);
    }

    void Wrong(string sentence, string field = "") => ModelState.AddModelError(field, sentence);
}
