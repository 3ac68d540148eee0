using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Web.Guests;
using HomsScreenings.Web.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints;

/// <summary>All that is stored about a subscriber, for themselves.</summary>
static class SubscriptionFiles
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapSubscriptionFiles(this WebApplication app) =>
        app.MapMethods("/subscriptions/{token}/export", GetAndHead, ExportAsync).WithMetadata(new InEveryLanguage());

    static async Task<IResult> ExportAsync(string token, [FromServices] OwnSubscription own, [FromServices] ScreeningsDb db,
        HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.Headers.KeepToGuest();
        if (await own.FindAsync(token, cancellationToken) is not { } s) return TextResults.NotFound(SubscriberWords.NoSuchSubscription);
        var mails = await db.Outbox.ToSubscribers(s.Id).OrderBy(m => m.Id).Select(m => new { m.Kind, m.CreatedAt, m.SentAt })
            .ToListAsync(cancellationToken);
        var links = await db.Tokens.Of(TokenSubject.Subscription, s.Id).OrderBy(l => l.Id).Select(l => l.CreatedAt)
            .ToListAsync(cancellationToken);
        var all = new
        {
            s.Email,
            s.Filter,
            Rhythm = $"{s.Rhythm}",
            s.Language,
            AskedAt = Format(s.AskedAt),
            ConfirmedAt = Format(s.ConfirmedAt),
            ToldUntil = Format(s.ToldUntil),
            DueAt = Format(s.DueAt),
            PausedUntil = Format(s.PausedUntil),
            s.Newsletters,
            AddressSharedAt = Format(s.AddressSharedAt),
            s.HardBounces,
            LastBounceAt = Format(s.LastBounceAt),
            StoppedAt = Format(s.StoppedAt),
            s.HasComplained,
            Mails = mails.Select(m => new { m.Kind, WrittenAt = Format(m.CreatedAt), SentAt = Format(m.SentAt) }),
            LinksMadeAt = links.Select(l => Format(l)),
        };
        http.Response.Headers.ContentDisposition = new ContentDisposition { FileName = "subscription.json" }.ToString();
        return Results.Json(all, Readable, "application/json");
    }

    static string? Format(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;
}
