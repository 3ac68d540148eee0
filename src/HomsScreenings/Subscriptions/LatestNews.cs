using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>When the last news of each filter happened: each is asked for once, however many follow it.</summary>
sealed class LatestNews(ScreeningsDb db, Instant now)
{
    // Longer than the longest rhythm: what is older has been told, or nobody could be written to for a month.
    static readonly Duration LooksBack = Duration.FromDays(62);

    static readonly Instant Never = NodaConstants.UnixEpoch;

    readonly Dictionary<(string Filter, bool TakesNewsletters), Instant> _known = [];
    readonly DigestInterval _interval = new(DigestInterval.FullMinute(now - LooksBack), DigestInterval.EndAt(now));

    /// <summary>Until when it looks.</summary>
    public Instant Until => _interval.Until;

    /// <summary>Of the whole site, past screenings too; long ago where there are none.</summary>
    public Task<Instant> OfAllAsync(CancellationToken cancellationToken) => LatestAsync(db.Screenings, db.Journal, cancellationToken);

    /// <summary>Of one filter; long ago where there are none.</summary>
    public async Task<Instant> OfAsync(string filter, bool takesNewsletters, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((filter, takesNewsletters), out var known)) return known;
        var followed = await FollowedFilter.FindAsync(db, filter, cancellationToken, takesNewsletters);
        return _known[(filter, takesNewsletters)] =
            await LatestAsync(followed.Screenings(db, now), followed.Entries(db), cancellationToken);
    }

    async Task<Instant> LatestAsync(
        IQueryable<Screening> screenings, IQueryable<JournalEntry>? entries, CancellationToken cancellationToken)
    {
        var until = _interval.Until;
        var screening = await screenings.NewsOf(_interval)
            .MaxAsync(s => s.RevisedAt != null && s.RevisedAt <= until ? s.RevisedAt : s.PublishedAt, cancellationToken);
        var entry = entries is null ? null : await entries.NewsOf(_interval).MaxAsync(e => e.PublishedAt, cancellationToken);
        return Instant.Max(screening ?? Never, entry ?? Never);
    }
}
