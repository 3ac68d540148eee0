using HomsScreenings.Interests;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;

namespace HomsScreenings.Web.Pages.Interests;

/// <summary>
/// Asks for a film or a series to be shown near somebody: one form, no account, no cookie. Where one is to come within reach already it is
/// said first, with all that was typed still there.
/// </summary>
public sealed class NewModel(ScreeningsDb db, InterestSignUp interests, FormToken tokens, GuestLimits limits, InterestOptions options,
    TimeProvider clock) : PublicFormPage(tokens)
{
    const string Form = "interest";

    [BindProperty]
    public InterestInput Input { get; set; } = new();

    public InterestSubject Subject { get; private set; } = null!;
    /// <summary>What is to come within reach already.</summary>
    public IReadOnlyList<ScreeningCard> Near { get; private set; } = [];
    public int KeepDays => options.KeepDays;

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await FindAsync(kind, slug, cancellationToken) ?? Open(Input, Form);

    public async Task<IActionResult> OnPostAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(kind, slug, cancellationToken) is { } missing) return missing;
        ReadToken(Input, Form);
        if (!ModelState.IsValid || Input.Chosen() is not { } town) return Again(Input);
        var key = $"{InterestInput.KeyOf(town)} {Input.Reach}";
        if (Input.SeenFor != key)
        {
            Near = await NearScreenings.FindAsync(db, Subject.FilmId, Subject.SeriesId,
                new Nearby(town.Latitude, town.Longitude, Input.Reach, town.Name), clock.Now(), cancellationToken);
            if (Near.Count > 0)
            {
                Input.SeenFor = key;
                return Page();
            }
        }
        // To whom too much was written already nothing is, and that too is told to their own mailbox alone.
        if (limits.TryWriteTo(Input.Email!))
            await interests.AskAsync(Input.Email!, new InterestRequest(Subject.FilmId, Subject.SeriesId, town, Input.Reach),
                Language.Current.Tag, cancellationToken);
        return this.SeeOther("/interests/sent");
    }

    async Task<IActionResult?> FindAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await InterestSubject.FindAsync(db, kind, slug, cancellationToken) is { } subject)
        {
            Subject = subject;
            return null;
        }
        return kind == "films"
            ? await this.MissingAsync(db, db.Films.Where(f => f.IsPublic), slug, s => $"/films/{s}/near-me", cancellationToken)
            : await this.MissingAsync(db, db.Series.Where(s => s.IsPublic), slug, s => $"/series/{s}/near-me", cancellationToken);
    }
}
