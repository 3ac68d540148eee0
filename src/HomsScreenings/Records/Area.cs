namespace HomsScreenings.Records;

/// <summary>
/// A part of what the public sees that changes by itself: an answer names the areas that it shows something of, and a
/// save of one area puts the answers of that one out of date and no others.
/// </summary>
/// <param name="Name">As it stands in the database: at most <see cref="MaxLength"/> characters, none of them a blank.</param>
public sealed record Area(string Name)
{
    public const int MaxLength = 100;

    /// <summary>Films, people, venues, series, organisations and screenings.</summary>
    public static Area Programme { get; } = new("programme");

    /// <summary>The accepted comments of one discussion.</summary>
    public static Area CommentsOf(int discussionId) => new(FormattableString.Invariant($"comments/{discussionId}"));

    /// <summary>How many wait for a film to be shown near them.</summary>
    public static Area InterestInFilm(int filmId) => new(FormattableString.Invariant($"interest/film/{filmId}"));

    /// <summary>How many wait for a series to come near them.</summary>
    public static Area InterestInSeries(int seriesId) => new(FormattableString.Invariant($"interest/series/{seriesId}"));

    /// <summary>How full screenings are, as lists and pages say it: it changes with bookings, beside the programme.</summary>
    public static Area Seats { get; } = new("seats");
}

/// <summary>A row that public answers show something of: saving it raises the version of its area.</summary>
public interface IShown
{
    Area ShownIn { get; }
}
