using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HomsScreenings.Bookings;
using HomsScreenings.Calendars;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>What a guest can take away from their page: the calendar entry, and all that is stored about them.</summary>
static class GuestFiles
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapGuestFiles(this WebApplication app)
    {
        app.MapMethods("/bookings/{token}/calendar.ics", GetAndHead, CalendarAsync).WithMetadata(new InEveryLanguage());
        app.MapMethods("/bookings/{token}/export", GetAndHead, ExportAsync).WithMetadata(new InEveryLanguage());
    }

    // The same entry as in the feeds, so that a calendar that has one of them knows the other; with the private address.
    // Who has no place yet is not sure to be there.
    static async Task<IResult> CalendarAsync(string token, [FromServices] CurrentGuest current, [FromServices] SiteAddress address,
        HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.Headers.KeepToGuest();
        if (await current.FindAsync(token, cancellationToken) is not { } guest) return TextResults.NotFound(GuestWords.NoSuchBooking);
        return CalendarEntry.Of(guest.Card, address.Base(http.Request)) is { } entry
            ? CalendarResult.File($"{guest.Card.Slug}.ics", guest.State.HasPlaces ? entry : entry.NotYetSure())
            : TextResults.NotFound(
                T("This screening has no date yet, so there is nothing to put into a calendar. You get an email as soon as it has one."));
    }

    static async Task<IResult> ExportAsync(string token, [FromServices] CurrentGuest current, [FromServices] ScreeningsDb db,
        HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.Headers.KeepToGuest();
        if (await current.FindAsync(token, cancellationToken) is not { } guest) return TextResults.NotFound(GuestWords.NoSuchBooking);
        var b = guest.Booking;
        var questions = await db.GuestQuestions.Where(q => q.BookingId == b.Id).OrderBy(q => q.Id)
            .Select(q => new { q.Text, q.AskedAt, q.Answer, q.AnsweredAt }).ToListAsync(cancellationToken);
        var mails = await db.Outbox.ToGuestsOf(b.Id).OrderBy(m => m.Id).Select(m => new { m.Kind, m.CreatedAt, m.SentAt })
            .ToListAsync(cancellationToken);
        var came = await db.CheckInCounts.Where(c => c.BookingId == b.Id).MaxAsync(c => (int?)c.People, cancellationToken);
        var links = await db.Tokens.Of(TokenSubject.Booking, b.Id).OrderBy(l => l.Id).Select(l => l.CreatedAt)
            .ToListAsync(cancellationToken);
        var all = new
        {
            Screening = new { guest.Card.Heading, guest.Card.Uid, guest.Card.Slug },
            b.Email,
            b.Name,
            b.AccessNeeds,
            b.Language,
            b.Code,
            b.People,
            b.Wheelchairs,
            b.Companions,
            State = $"{b.State}",
            b.Turn,
            BookedAt = Format(b.CreatedAt),
            HeldUntil = Format(b.HeldUntil),
            OfferedAt = Format(b.OfferedAt),
            EndedAt = Format(b.EndedAt),
            b.WantsNoReminders,
            RemindedAt = Format(b.RemindedAt),
            ThankedAt = Format(b.ThankedAt),
            b.Rating,
            b.Comment,
            CameIn = came,
            Questions = questions.Select(q => new { q.Text, AskedAt = Format(q.AskedAt), q.Answer, AnsweredAt = Format(q.AnsweredAt) }),
            Mails = mails.Select(
                m => new { About = $"{GuestMessages.KindOf(m.Kind)}", WrittenAt = Format(m.CreatedAt), SentAt = Format(m.SentAt) }),
            LinksMadeAt = links.Select(l => Format(l)),
        };
        http.Response.Headers.ContentDisposition = new ContentDisposition { FileName = "booking.json" }.ToString();
        return Results.Json(all, Readable, "application/json");
    }

    static string? Format(NodaTime.Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;
}
