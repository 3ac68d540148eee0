using HomsScreenings.Mail;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

static class FirstMail
{
    /// <summary>
    /// Writes the first link and the first mail of a booking, in one statement of plain SQL: while it runs everybody
    /// else who wants a seat waits, and this takes half the time of two tracked rows. The rows are those of
    /// <see cref="GuestLink.New"/> and <see cref="OutboxMessage.ToGuest"/>, and a test holds them to be the same.
    /// </summary>
    public static Task WriteFirstMailAsync(this ScreeningsDb db, Booking booking, GuestMailKind kind, string token, Instant now, CancellationToken cancel)
    {
        var (hash, message, at) = (SecretToken.Hash(token), OutboxMessage.NewMessageId(), now.ToDateTimeUtc());
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "GuestLinks" ("BookingId", "TokenHash", "CreatedAt") VALUES ({booking.Id}, {hash}, {at});
            INSERT INTO "Outbox" ("MessageId", "Recipient", "Subject", "Body", "CreatedAt", "DueAt", "Attempts", "Kind", "BookingId")
            VALUES ({message}, '', '', '', {at}, {at}, 0, {kind.ToString()}, {booking.Id})
            """, cancel);
    }
}
