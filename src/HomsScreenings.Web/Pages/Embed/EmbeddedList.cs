using HomsScreenings.Model;
using HomsScreenings.Programme;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Embed;

/// <summary>What stands in a frame of another site: what it is of, its next screenings, and the way to the rest.</summary>
/// <param name="Title">What the frame is called.</param>
/// <param name="Path">The page on this site that shows all of it.</param>
public sealed record EmbeddedList(string Title, string Path, IReadOnlyList<ScreeningCard> Screenings, bool HasMore, Instant Now)
{
    public const int Max = 20;

    public static EmbeddedList Empty { get; } = new("", "/", [], false, default);

    /// <summary>Finds them, in one statement.</summary>
    public static async Task<EmbeddedList> FindAsync(string title,
        string path, IQueryable<Screening> screenings, Instant now, CancellationToken cancellationToken)
    {
        var found = await screenings.InProgrammeOrder().Take(Max + 1).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return new(title, path, [.. found.Take(Max)], found.Count > Max, now);
    }
}
