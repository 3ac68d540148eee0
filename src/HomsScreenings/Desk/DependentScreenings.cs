using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>A screening or a film that uses a record, as it may be named to somebody at the desk.</summary>
/// <param name="Words">'Return to Homs, Friday 27 June 2014'; of a stranger's draft only that there is one.</param>
/// <param name="Path">Where it is edited or shown; null for a stranger's draft.</param>
public sealed record ScreeningUse(string Words, string? Path);

/// <summary>The screenings that rest on a venue, a film or a person.</summary>
public static class DependentScreenings
{
    internal const int Max = 20;

    extension(IQueryable<Screening> screenings)
    {
        public IQueryable<Screening> At(Venue venue) => screenings.Where(s => s.VenueId == venue.Id);

        public IQueryable<Screening> Showing(Film film) => screenings.Where(s => s.Films.Any(f => f.FilmId == film.Id));

        /// <summary>With all that the derived times are worked out from, and what follows from them.</summary>
        public IQueryable<Screening> WithWhatItsTimesRestOn() => screenings
            .Include(s => s.Venue)
            .Include(s => s.Seats)
            .Include(s => s.Films).ThenInclude(f => f.RunningTime)
            .Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes)
            .AsSplitQuery();

        /// <summary>The latest of them in words; of a stranger's draft no more than that it is there.</summary>
        public async Task<IReadOnlyList<ScreeningUse>> NamedForAsync(Organiser organiser, CancellationToken cancellationToken)
        {
            var cards = await screenings.LatestFirst().Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
            var ids = cards.Select(c => c.Id).ToList();
            var own = await screenings.Where(s => ids.Contains(s.Id)).EditableBy(organiser).Select(s => s.Id)
                .ToListAsync(cancellationToken);
            return [.. cards.Select(card => Name(card, own.Contains(card.Id)))];
        }
    }

    static ScreeningUse Name(ScreeningCard card, bool isOwn)
    {
        if (!isOwn && card.PublishedAt is null) return new ScreeningUse("A draft of another organisation", null);
        var words = card.Date is { } date ? $"{card.Heading}, {ScreeningWords.Format(date)}" : card.Heading;
        return new ScreeningUse(words, isOwn ? $"/organise/screenings/{card.Slug}/edit" : $"/screenings/{card.Slug}");
    }
}
