using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme;

/// <summary>The stops of a series before and after one of its screenings; null where that is the first or the last.</summary>
public sealed record SeriesNeighbours(ScreeningCard? Before, ScreeningCard? After)
{
    public static SeriesNeighbours None { get; } = new(null, null);

    /// <param name="series">The series of the screening; null where it belongs to none.</param>
    public static async Task<SeriesNeighbours> FindAsync(
        ScreeningsDb db, ScreeningCard screening, int? series, CancellationToken cancellationToken)
    {
        if (series is null || screening.Date is null) return None;
        var (stops, place) = (db.Screenings.Published().Where(s => s.SeriesId == series), PlaceInOrder.Of(screening));
        return new(await stops.Before(place).Select(ScreeningCard.Of).FirstOrDefaultAsync(cancellationToken),
            await stops.Where(s => s.ProgrammeDate != null).After(place).Select(ScreeningCard.Of).FirstOrDefaultAsync(cancellationToken));
    }
}
