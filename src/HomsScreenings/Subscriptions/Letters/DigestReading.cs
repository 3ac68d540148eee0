using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Finds what mails to subscribers say, the same thing once.</summary>
sealed class DigestReading(ScreeningsDb db)
{
    readonly Dictionary<(string Filter, string Language), FollowedFilter> _followed = [];
    readonly Dictionary<(string Filter, string Language, DigestInterval Interval), DigestContent> _contents = [];

    public Instant Now => db.Now;

    /// <summary>What a filter leads to, with the names of records in that language.</summary>
    public async Task<FollowedFilter> FollowedAsync(string filter, Language language, CancellationToken cancellationToken)
    {
        if (_followed.TryGetValue((filter, language.Tag), out var known)) return known;
        return _followed[(filter, language.Tag)] =
            await language.Speaking(() => FollowedFilter.FindAsync(db, filter, cancellationToken));
    }

    public async Task<DigestContent> ContentAsync(
        string filter, Language language, DigestInterval interval, CancellationToken cancellationToken)
    {
        if (_contents.TryGetValue((filter, language.Tag, interval), out var known)) return known;
        var followed = await FollowedAsync(filter, language, cancellationToken);
        return _contents[(filter, language.Tag, interval)] =
            await language.Speaking(() => DigestContent.FindAsync(db, followed, interval, db.Now, cancellationToken));
    }
}
