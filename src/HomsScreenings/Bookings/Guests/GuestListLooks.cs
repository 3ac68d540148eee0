using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings.Guests;

/// <summary>One line of 'who looked'.</summary>
/// <param name="Who">Address of the account; null once it has been deleted.</param>
public sealed record GuestListLook(string? Who, GuestListForm Form, Instant At);

/// <summary>Records who has looked at a guest list.</summary>
public static class GuestListLooks
{
    /// <summary>Somebody who looks again so soon is still looking.</summary>
    public static readonly Duration OneLook = Duration.FromMinutes(5);

    extension(ScreeningsDb db)
    {
        /// <summary>Notes that somebody sees the guests of a screening, before they see them.</summary>
        /// <param name="still">How long one look of one person in one form lasts.</param>
        /// <returns>False where the screening, or the account, has been deleted at this moment.</returns>
        public async Task<bool> NoteLookAsync(int screeningId, int userId,
            GuestListForm form, Instant now, Duration still, CancellationToken cancellationToken)
        {
            var since = now - still;
            if (await db.GuestListViews.AnyAsync(v => v.ScreeningId == screeningId && v.UserId == userId && v.Form == form && v.At > since,
                cancellationToken)) return true;
            db.GuestListViews.Add(new GuestListView { ScreeningId = screeningId, UserId = userId, Form = form, At = now });
            return await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved;
        }

        /// <summary>Who looked, the latest first.</summary>
        public async Task<IReadOnlyList<GuestListLook>> LooksAsync(int screeningId, int most, CancellationToken cancellationToken) =>
            await db.GuestListViews.Where(v => v.ScreeningId == screeningId).OrderByDescending(v => v.At)
            .ThenByDescending(v => v.Id).Take(most)
                .Select(v => new GuestListLook(db.Users.Where(u => u.Id == v.UserId).Select(u => u.Email).FirstOrDefault(), v.Form, v.At))
                .ToListAsync(cancellationToken);
    }
}
