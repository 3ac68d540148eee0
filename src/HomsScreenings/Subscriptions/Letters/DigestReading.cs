using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>Finds what mails to subscribers say, the same thing once.</summary>
sealed class DigestReading(ScreeningsDb db)
{
    readonly Dictionary<(string Filter, bool TakesNewsletters, Language Language), FollowedFilter> _followed = [];
    readonly Dictionary<(FollowedFilter Followed, DigestInterval Interval), DigestContent> _contents = [];
    readonly Dictionary<(int Mailing, Language Language), NewsletterContent?> _newsletters = [];

    public Instant Now => db.Now;

    /// <summary>What somebody follows, with the names of records in their language.</summary>
    public async Task<FollowedFilter> FollowedAsync(Subscription subscription, Language language, CancellationToken cancellationToken)
    {
        var key = (subscription.Filter, subscription.Newsletters, language);
        if (_followed.TryGetValue(key, out var known)) return known;
        return _followed[key] = await language.Speaking(
            () => FollowedFilter.FindAsync(db, subscription.Filter, cancellationToken, subscription.Newsletters));
    }

    public async Task<DigestContent> ContentAsync(
        FollowedFilter followed, Language language, DigestInterval interval, CancellationToken cancellationToken)
    {
        if (_contents.TryGetValue((followed, interval), out var known)) return known;
        return _contents[(followed, interval)] =
            await language.Speaking(() => DigestContent.FindAsync(db, followed, interval, db.Now, cancellationToken));
    }

    public async Task<NewsletterContent?> NewsletterAsync(int mailing, Language language, CancellationToken cancellationToken)
    {
        if (_newsletters.TryGetValue((mailing, language), out var known)) return known;
        return _newsletters[(mailing, language)] =
            await language.Speaking(() => NewsletterContent.FindAsync(db, e => e.Mailing!.Id == mailing, cancellationToken));
    }
}
