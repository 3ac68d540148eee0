using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Newsletters;

/// <summary>To how many addresses a newsletter would go now.</summary>
/// <param name="All">To all who get it; each address once.</param>
/// <param name="ByLanguage">To those who are written to in a language.</param>
public sealed record NewsletterAudience(int All, IReadOnlyList<(Language Language, int Count)> ByLanguage)
{
    /// <summary>To how many it would go of those who are written to in a language; null where there is no such language.</summary>
    /// <param name="tag">BCP 47 tag; null for all.</param>
    public int? CountOf(string? tag) => tag is null ? All
        : ByLanguage.Where(l => l.Language.Tag == tag).Select(l => (int?)l.Count).SingleOrDefault();

    public static async Task<NewsletterAudience> FindAsync(
        ScreeningsDb db, int organisationId, Instant now, CancellationToken cancellationToken)
    {
        var readers = await db.NewsletterReadersAsync(organisationId, now, cancellationToken);
        var all = await readers.Select(s => s.EmailKey).Distinct().CountAsync(cancellationToken);
        var byTag = await readers.Select(s => new { s.Language, s.EmailKey }).Distinct().GroupBy(s => s.Language)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new(all, [.. Language.All.Select(l => (l, byTag.GetValueOrDefault(l.Tag)))]);
    }
}
