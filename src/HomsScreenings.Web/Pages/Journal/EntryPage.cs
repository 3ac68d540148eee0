using HomsScreenings.Journal;
using HomsScreenings.Pictures;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Journal;

/// <summary>An entry with what its page shows beside it.</summary>
/// <param name="Next">Where what it is about is shown next.</param>
public sealed record EntryPage(EntryDetails Entry, IReadOnlyList<ScreeningCard> Next)
{
    const int MaxNext = 5;

    /// <summary>The body in its parts: texts, and the pictures that stand between them.</summary>
    public IReadOnlyList<BodyPart> Body { get; } = Entry.BodyText is { } body ? BodyPart.Of(body.Text, Entry.Pictures) : [];

    /// <summary>The picture at the top: the first that does not stand in the text.</summary>
    public PictureLine? Lead => Unplaced.FirstOrDefault();

    /// <summary>The other pictures that do not stand in the text.</summary>
    public IReadOnlyList<PictureLine> Others => [.. Unplaced.Skip(1)];

    IEnumerable<PictureLine> Unplaced => Entry.Pictures.Except(Body.Select(p => p.Picture).OfType<PictureLine>());

    /// <summary>The language of the entry itself, where that is not the one that is spoken.</summary>
    public string? BodyLanguage => Entry.BodyText?.OtherLanguage;

    /// <summary>Finds what stands beside an entry, in one statement, or in none where it is about no film and no series.</summary>
    public static async Task<EntryPage> OfAsync(ScreeningsDb db, EntryDetails entry, Instant now, CancellationToken cancellationToken)
    {
        var films = Ids("films");
        var series = Ids("series");
        var venues = Ids("venues");
        if (films.Count + series.Count + venues.Count == 0) return new(entry, []);
        return new(entry, await db.Screenings.Published().Upcoming(now)
            .Where(s => s.Films.Any(f => films.Contains(f.FilmId)) || series.Contains(s.SeriesId!.Value)
                || venues.Contains(s.VenueId!.Value))
            .InProgrammeOrder().Take(MaxNext).Select(ScreeningCard.Of).ToListAsync(cancellationToken));

        List<int> Ids(string kind) => [.. entry.Subjects.Where(s => s.Kind == kind).Select(s => s.Id)];
    }
}
