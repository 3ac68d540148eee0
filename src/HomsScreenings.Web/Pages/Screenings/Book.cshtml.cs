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
public sealed class BookModel(ScreeningsDb db, PublicBooking office, FormToken tokens, GuestOptions options, TimeProvider clock) : PageModel
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
        Input.Token = tokens.New(Screening.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Not bound: where a form cannot be read, nothing of the request can be.
        if (await FindAsync((string)RouteData.Values["slug"]!, cancellationToken) is { } missing) return missing;
        var (key, problem) = tokens.Read(Input.Token, Screening.Id);
        if (GuestWords.NotTaken(problem) is { } sentence) Wrong(sentence);
        // A form that came too fast is of age in a moment: a new one would be too young again.
        if (problem == FormTokenProblem.TooOld) RenewToken();
        if (!ModelState.IsValid || Bookable is null) return Again();

        var request = Input.ToRequest(key, Language.Current.Tag);
        var answer = await office.BookAsync(Bookable, request, HttpContext.Connection.RemoteIpAddress, cancellationToken);
        if (answer.Refusal == Refusal.AlreadyBooked || answer is { IsGranted: true, Token: null })
            return this.SeeOther("/bookings/sent");
        if (answer.Token is { } token) return this.SeeOther($"/bookings/{token}");
        if (answer.Refusal == Refusal.OtherForm) RenewToken();
        Wrong(RefusalWords.Explain(answer.Refusal, Bookable, Screening.TimeZone),
            answer.Refusal is Refusal.PartyTooLarge or Refusal.NoSuchPlaces ? "Input.People" : "");
        return Again();
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

    PageResult Again()
    {
        Input.AskedAbout = Input.Email is { } email && EmailTypos.Suggest(email) is not null ? email : null;
        Input.LeaveEmpty = null;
        foreach (var field in new[] { nameof(Input.AskedAbout), nameof(Input.LeaveEmpty) })
            ModelState.SetModelValue($"Input.{field}", null, null);
        return FormResults.Again(this);
    }

    void RenewToken()
    {
        Input.Token = tokens.New(Screening.Id);
        ModelState.SetModelValue("Input.Token", null, null);
    }

    void Wrong(string sentence, string field = "") => ModelState.AddModelError(field, sentence);
}
