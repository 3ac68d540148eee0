using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>Books seats, or a place on the waiting list: one form, no account, no cookie.</summary>
public sealed class BookModel(ScreeningsDb db, PublicBooking office, FormToken tokens, GuestOptions options, TimeProvider clock)
    : PublicFormPage(tokens)
{
    [BindProperty]
    public BookingInput Input { get; set; } = new();

    public ScreeningCard Screening { get; private set; } = null!;
    /// <summary>The screening as it can be booked; null where its seats are not booked here.</summary>
    public BookableScreening? Bookable { get; private set; }
    public Instant Now { get; private set; }
    public int KeepDays => options.KeepDays;
    /// <summary>Why nobody can book now, with what to do next; null where the form is open.</summary>
    public string? Closed { get; private set; }

    public bool IsForWaitingList => Screening.SeatsAt(Now) == SeatState.WaitingList;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is { } missing) return missing;
        return Open(Input, Form);
    }

    string Form => $"booking/{Screening.Id}";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Not bound: where a form cannot be read, nothing of the request can be.
        if (await FindAsync((string)RouteData.Values["slug"]!, cancellationToken) is { } missing) return missing;
        var key = ReadToken(Input, Form);
        if (!ModelState.IsValid || Bookable is null) return Again(Input);

        var request = Input.ToRequest(key, Language.Current.Tag);
        var answer = await office.BookAsync(Bookable, request, HttpContext.Connection.RemoteIpAddress, cancellationToken);
        if (answer.Refusal == Refusal.AlreadyBooked || answer is { IsGranted: true, Token: null })
            return this.SeeOther("/bookings/sent");
        if (answer.Token is { } token) return this.SeeOther($"/bookings/{token}");
        if (answer.Refusal == Refusal.OtherForm) RenewToken(Input, Form);
        Wrong(RefusalWords.Explain(answer.Refusal, Bookable, Screening.TimeZone),
            answer.Refusal is Refusal.PartyTooLarge or Refusal.NoSuchPlaces ? "Input.People" : "");
        return Again(Input);
    }

    async Task<IActionResult?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        Now = clock.Now();
        var found = db.Screenings.Published().WithSlug(slug);
        if (await found.Select(ScreeningCard.Of).SingleOrDefaultAsync(cancellationToken) is not { } screening)
            return await this.MissingAsync(db, db.Screenings.Published(), slug, s => $"/screenings/{s}/book", cancellationToken);
        Screening = screening;
        Bookable = screening.Seats is null ? null : await found.AsNoTracking().Select(BookableScreening.Of).SingleAsync(cancellationToken);
        Closed = GuestWords.Closed(Bookable, screening, Now);
        return null;
    }
}
