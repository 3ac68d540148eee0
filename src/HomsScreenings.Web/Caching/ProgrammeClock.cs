using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Knows the next moment at which an answer may change without anybody's doing: a screening is over, or a quarter
/// of an hour is full, for with one of those every day ends, in whatever zone.
/// </summary>
sealed class ProgrammeClock(IServiceScopeFactory scopes)
{
    sealed record Known(long Stamp, Instant From, Instant Next);
    volatile Known? _known;

    public async Task<Instant> NextChangeAsync(long stamp, Instant now, CancellationToken cancel)
    {
        if (_known is { } known && known.Stamp == stamp && known.From <= now && now < known.Next) return known.Next;
        await using var scope = scopes.CreateAsyncScope();
        var ends = await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Screenings.Published()
            .Where(s => s.EndsAt > now).MinAsync(s => s.EndsAt, cancel);
        var quarter = Instant.FromUnixTimeSeconds((now.ToUnixTimeSeconds() / 900 + 1) * 900);
        var next = ends < quarter ? ends.Value : quarter;
        _known = new Known(stamp, now, next);
        return next;
    }
}
