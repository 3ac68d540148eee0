using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HomsScreenings.Bookings;
using HomsScreenings.Calendars;
using HomsScreenings.Storage;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Setup;
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
    static async Task<IResult> CalendarAsync(string token, CurrentGuest current, SiteAddress address, HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.KeepToGuest();
        if (await current.FindAsync(token, cancel) is not { } guest) return PlainAnswers.NotFound(GuestWords.NoSuchBooking);
        return CalendarEntry.Of(guest.Card, address.Base(http.Request)) is { } entry
            ? CalendarAnswer.File($"{guest.Card.Slug}.ics", guest.State.HasPlaces ? entry : entry.NotYetSure())
            : PlainAnswers.NotFound(T("This screening has no date yet, so there is nothing to put into a calendar. You get a mail as soon as it has one."));
    }

    static async Task<IResult> ExportAsync(string token, CurrentGuest current, ScreeningsDb db, HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.KeepToGuest();
        if (await current.FindAsync(token, cancel) is not { } guest) return PlainAnswers.NotFound(GuestWords.NoSuchBooking);
        var b = guest.Booking;
        var questions = await db.GuestQuestions.Where(q => q.BookingId == b.Id).OrderBy(q => q.Id).Select(q => new { q.Text, q.AskedAt, q.Answer, q.AnsweredAt }).ToListAsync(cancel);
        var mails = await db.Outbox.Where(m => m.BookingId == b.Id).OrderBy(m => m.Id).Select(m => new { m.Kind, m.CreatedAt, m.SentAt }).ToListAsync(cancel);
        var came = await db.DoorCounts.Where(c => c.BookingId == b.Id).MaxAsync(c => (int?)c.People, cancel);
        var links = await db.GuestLinks.Where(l => l.BookingId == b.Id).OrderBy(l => l.Id).Select(l => l.CreatedAt).ToListAsync(cancel);
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
            BookedAt = Say(b.CreatedAt),
            HeldUntil = Say(b.HeldUntil),
            OfferedAt = Say(b.OfferedAt),
            EndedAt = Say(b.EndedAt),
            b.WantsNoReminders,
            RemindedAt = Say(b.RemindedAt),
            ThankedAt = Say(b.ThankedAt),
            b.Rating,
            b.Comment,
            CameIn = came,
            Questions = questions.Select(q => new { q.Text, AskedAt = Say(q.AskedAt), q.Answer, AnsweredAt = Say(q.AnsweredAt) }),
            Mails = mails.Select(m => new { About = $"{m.Kind}", WrittenAt = Say(m.CreatedAt), SentAt = Say(m.SentAt) }),
            LinksMadeAt = links.Select(l => Say(l)),
        };
        http.Response.Headers.ContentDisposition = new ContentDisposition { FileName = "booking.json" }.ToString();
        return Results.Json(all, Readable, "application/json");
    }

    static string? Say(NodaTime.Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;
}
