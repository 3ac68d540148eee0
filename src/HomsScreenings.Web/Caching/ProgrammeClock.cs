using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Knows the next moment at which an answer may change by the clock alone: a screening is over, booking
/// opens or closes, or a quarter of an hour is full, for with one of those every day ends, in whatever zone.
/// </summary>
sealed class ProgrammeClock(IServiceScopeFactory scopes, Versions versions)
{
    sealed record Known(SeenVersion Programme, Instant From, Instant Next);
    volatile Known? _known;

    public async Task<Instant> NextChangeAsync(Instant now, CancellationToken cancellationToken)
    {
        var programme = versions.Of(Area.Programme).See();
        if (_known is { } known && known.Programme == programme && known.From <= now && now < known.Next) return known.Next;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        var ends = await db.Screenings.Published().Where(s => s.EndsAt > now).MinAsync(s => s.EndsAt, cancellationToken);
        // The minutes and hours differ by screening, so what is left of them is reckoned here.
        var seats = await db.SeatRules
            .Where(r => r.Screening.Booking == BookingWay.Seats && r.Screening.IsPublic && r.Screening.EndsAt > now)
            .Select(
                r => new
                {
                    Beginning = r.Screening.StartsAt ?? r.Screening.EndsAt,
                    News = new SeatNews(r.OpensAt, r.ClosesMinutes, r.OffersEndHours, r.Availability, false)
                })
                    .ToListAsync(cancellationToken);
        var quarter = Instant.FromUnixTimeSeconds((now.ToUnixTimeSeconds() / 900 + 1) * 900);
        var next = seats.SelectMany(s => s.News.Turns(s.Beginning)).Where(turn => turn > now).Append(ends ?? quarter).Append(quarter).Min();
        _known = new Known(programme, now, next);
        return next;
    }
}
