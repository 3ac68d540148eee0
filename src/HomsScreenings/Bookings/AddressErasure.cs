using HomsScreenings.Comments;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

/// <summary>What was known of the guests of an address, and is not any more.</summary>
/// <param name="Bookings">Whose guest was forgotten.</param>
/// <param name="Questions">To the organisers, with their answers.</param>
/// <param name="Mails">To guests, that were still to be sent.</param>
/// <param name="Comments">Taken away with all that goes with them.</param>
public sealed record ErasedAddress(int Bookings, int Questions, int Mails, int Comments);

/// <summary>
/// Forgets a guest at all screenings, and their comments, at once, by the email address, for those who ask whoever runs the site to do it
/// (GDPR, Article 17): the same as the page of each booking does, without the links to them.
/// </summary>
public sealed class AddressErasure(ScreeningsDb db, BoxOffice office, CommentSubmission comments)
{
    /// <summary>Forgets everything of that address, however its letters are written.</summary>
    public async Task<ErasedAddress> EraseAsync(string email, CancellationToken cancellationToken)
    {
        var ids = await db.Bookings.OfAddress(email).OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(cancellationToken);
        var questions = await db.GuestQuestions.CountAsync(q => ids.Contains(q.BookingId), cancellationToken);
        var mails = await db.Outbox.ToGuestsOf(ids).CountAsync(m => m.SentAt == null, cancellationToken);
        foreach (var id in ids) await office.EraseAsync(id, cancellationToken);
        var written = await db.Comments.OfAddress(email).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var id in written) await comments.RemoveAsync(id, cancellationToken);
        return new ErasedAddress(ids.Count, questions, mails, written.Count);
    }
}
