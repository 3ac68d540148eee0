using HomsScreenings.Bookings;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Desk;

/// <summary>
/// One change to one screening, from a page that asks first: safe to send twice, and never over somebody
/// else's change unseen.
/// </summary>
public sealed class ScreeningEdit
{
    readonly ScreeningsDb _db;
    readonly Organiser _organiser;

    ScreeningEdit(ScreeningsDb db, Organiser organiser, Screening screening) => (_db, _organiser, Screening) = (db, organiser, screening);

    public Screening Screening { get; private set; }
    /// <summary>It, as the page names it.</summary>
    public ScreeningCard Card { get; private set; } = null!;
    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];

    /// <summary>How many bookings stand or wait: each is told what becomes of it.</summary>
    public int Guests { get; private set; }

    public string EditAddress => $"/organise/screenings/{Screening.Slug}/edit";

    /// <summary>Finds the screening among those that the organiser may edit; null for a stranger.</summary>
    public static async Task<ScreeningEdit?> FindAsync(ScreeningsDb db,
        Organiser organiser, string slug, CancellationToken cancellationToken)
    {
        var screening = await db.Screenings.EditableBy(organiser).WithSlug(slug).Whole().SingleOrDefaultAsync(cancellationToken);
        if (screening is null) return null;
        var act = new ScreeningEdit(db, organiser, screening);
        return await act.ShowAsync(cancellationToken) ? act : null;
    }

    /// <summary>Answers the form that tells it something: done, not right, or overtaken.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="input">What was typed into it.</param>
    /// <param name="refusal">Why the change is not possible now; null where it is.</param>
    /// <param name="isDone">Whether it stands as it is wanted.</param>
    /// <param name="tell">The verb.</param>
    /// <param name="done">What is said once it is done.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <param name="looksTwice">Whether it may now clash with something else, which is then said.</param>
    internal async Task<IActionResult> AnswerAsync(
        PageModel page, IVersionedInput input, string? refusal, Func<Screening, bool> isDone, Action<Screening> tell, string done,
        CancellationToken cancellationToken, bool looksTwice = false)
    {
        if (!page.ModelState.IsValid || refusal is not null) return page.Again();
        switch (await ApplyAsync(input.Version, isDone, tell, cancellationToken))
        {
            case null: return new NotFoundResult();
            case true:
                return page.Done(
                    looksTwice ? done + await _db.RemarksOnAsync(Screening, _organiser, cancellationToken) : done, EditAddress);
            default:
                input.Version = Screening.Version;
                return page.Overtaken(Earlier);
        }
    }

    /// <summary>Applies the change and saves; where the screening is as wanted already, that counts as done.</summary>
    /// <param name="version">The version that the organiser saw.</param>
    /// <param name="isDone">Whether it stands as it is wanted.</param>
    /// <param name="tell">The verb.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Whether it stands as it is wanted now, null where it is gone; if not, <see cref="Earlier"/> says what came before.
    /// </returns>
    async Task<bool?> ApplyAsync(int version, Func<Screening, bool> isDone, Action<Screening> tell, CancellationToken cancellationToken)
    {
        if (isDone(Screening)) return true;
        if (Screening.Version == version)
        {
            tell(Screening);
            if (await _db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved) return true;
            var id = Screening.Id;
            if (await _db.Screenings.EditableBy(_organiser).Whole().SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
                is not { } screening) return null;
            Screening = screening;
            if (isDone(Screening)) return true;
        }
        await CompareAsync(version, cancellationToken);
        return await ShowAsync(cancellationToken) ? false : null;
    }

    /// <summary>Looks up what was changed since the version that the organiser saw.</summary>
    public async Task CompareAsync(int version, CancellationToken cancellationToken) =>
        Earlier = await _db.ChangesSinceAsync<Screening>(Screening.Id, version, cancellationToken);

    // False where it has been deleted at this moment.
    async Task<bool> ShowAsync(CancellationToken cancellationToken)
    {
        if (await _db.Screenings.Where(s => s.Id == Screening.Id).Select(ScreeningCard.Of).SingleOrDefaultAsync(cancellationToken)
            is not { } card) return false;
        Card = card;
        Guests = Screening.Seats is null ? 0
            : await _db.Bookings.Active().CountAsync(b => b.ScreeningId == Screening.Id, cancellationToken);
        return true;
    }
}
