using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Mail;

/// <summary>Mails that anybody can have written to an address that they type.</summary>
public static class AskingMail
{
    // A form that is sent twice, or by two, is one mail.
    static readonly Duration OneMailIn = Duration.FromMinutes(10);

    extension(ScreeningsDb db)
    {
        /// <summary>Writes a mail, unless the same was written a moment ago.</summary>
        /// <param name="kind">Who words it.</param>
        /// <param name="subjectId">What it is about.</param>
        /// <param name="language">BCP 47 tag of the language in which to write.</param>
        public async Task WriteUnlessLatelyAsync(
            string kind, int subjectId, string language, Instant now, CancellationToken cancellationToken)
        {
            var lately = now - OneMailIn;
            var same = db.Outbox.Where(m => m.SubjectId == subjectId && m.Kind == kind);
            if (await same.AnyAsync(m => m.CreatedAt > lately, cancellationToken)) return;
            db.Outbox.Add(OutboxMessage.New(kind, subjectId, now, language: language));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
