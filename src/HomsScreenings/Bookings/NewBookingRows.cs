using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

static class NewBookingRows
{
    /// <summary>
    /// Writes a new booking, its first link and its first mail, at once and in plain SQL: while it runs everybody else
    /// who wants a seat waits, and three tracked rows take three times as long. The rows are those that the model would
    /// write, and a test holds them to be the same.
    /// </summary>
    public static Task WriteAsync(
        this ScreeningsDb db, Booking booking, GuestMailKind kind, string secret, CancellationToken cancellationToken)
    {
        var (state, purpose, hash) = (booking.State.ToString(), nameof(TokenPurpose.Booking), Token.HashOf(secret));
        var (message, at, until) = (OutboxMessage.NewMessageId(), booking.CreatedAt.ToDateTimeUtc(), booking.HeldUntil?.ToDateTimeUtc());
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Bookings" ("ScreeningId", "RequestKey", "Email", "Name", "AccessNeeds", "Language", "Code", "People", "Wheelchairs", "Companions",
                "State", "Turn", "HeldUntil", "CreatedAt", "ToldNumber", "WantsNoReminders")
            VALUES ({booking.ScreeningId}, {booking.RequestKey}, {booking.Email}, {booking.Name}, {booking.AccessNeeds},
                {booking.Language}, {booking.Code},
                {booking.People}, {booking.Wheelchairs}, {booking.Companions},
                {state}, {booking.Turn}, {until}, {at}, {booking.NoticeNumber},
                {booking.WantsNoReminders});
            INSERT INTO "Tokens" ("Purpose", "Subject", "Hash", "CreatedAt")
            SELECT {purpose}, "Id", {hash}, {at} FROM "Bookings"
            WHERE "ScreeningId" = {booking.ScreeningId} AND "RequestKey" = {booking.RequestKey};
            INSERT INTO "Outbox" ("MessageId", "CreatedAt", "DueAt", "Attempts", "Kind", "SubjectId")
            SELECT {message}, {at}, {at}, 0, {kind.Name}, "Id" FROM "Bookings"
            WHERE "ScreeningId" = {booking.ScreeningId} AND "RequestKey" = {booking.RequestKey}
            """, cancellationToken);
    }
}
