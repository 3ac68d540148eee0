using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>The first screening to come of each film, in the language that is spoken; none that was made up as a sample.</summary>
static class NextScreenings
{
    /// <param name="films">Their slugs.</param>
    /// <returns>By slug; a film of which none is to come is not in it.</returns>
    public static async Task<IReadOnlyDictionary<string, ScreeningCard>> OfAsync(
        ScreeningsDb db, IReadOnlyList<string> films, Instant now, CancellationToken cancellationToken)
    {
        if (films.Count == 0) return new Dictionary<string, ScreeningCard>();
        var coming = db.Screenings.Published().Upcoming(now).Where(s => s.IsOn && s.Date != null && !s.IsSample);
        var firsts = (await coming.SelectMany(s => s.Films, (s, f) => new { f.Film.Slug, s.ProgrammeOrder, s.Id })
            .Where(s => films.Contains(s.Slug)).GroupBy(s => s.Slug)
            .Select(g => new { g.Key, Id = g.OrderBy(s => s.ProgrammeOrder).ThenBy(s => s.Id).Select(s => s.Id).First() })
            .ToListAsync(cancellationToken)).ToDictionary(f => f.Key, f => f.Id);
        var ids = firsts.Values.Distinct().ToList();
        var cards = await db.Screenings.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(ScreeningCard.Of)
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        return firsts.ToDictionary(f => f.Key, f => cards[f.Value]);
    }
}
