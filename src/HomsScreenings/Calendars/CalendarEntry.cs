using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Calendars;

/// <summary>Whether it takes place, in the words of RFC 5545, 3.8.1.11.</summary>
public enum CalendarStatus { Confirmed, Tentative, Cancelled }

/// <summary>A screening as calendar programs want it told. It rests on the row alone, so that the same row gives the same bytes.</summary>
public sealed record CalendarEntry
{
    /// <summary>One for life.</summary>
    public required string Uid { get; init; }
    public required int Sequence { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant ChangedAt { get; init; }
    /// <summary>The day at the place; what has no time lasts all of it.</summary>
    public required LocalDate Date { get; init; }
    /// <summary>Beginning and end; null for an entry that lasts all day.</summary>
    public required Interval? Hours { get; init; }
    /// <summary>
    /// The zone of the place (IANA), for those who show the time of the place beside the reader's; null where it has none.
    /// </summary>
    public string? TimeZone { get; init; }
    public required string Summary { get; init; }
    public required CalendarStatus Status { get; init; }
    /// <summary>Whether it takes up somebody's time: only what is certain to happen, and when, does.</summary>
    public required bool IsBusy { get; init; }
    /// <summary>In one line, for a map to find; null where nothing is known.</summary>
    public required string? Location { get; init; }
    /// <summary>Degrees north and east.</summary>
    public required (double Latitude, double Longitude)? Position { get; init; }
    /// <summary>The whole address of its page.</summary>
    public required string Url { get; init; }
    /// <summary>Where to watch it, when it has moved online.</summary>
    public required string? OnlineUrl { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    /// <summary>Plain text; the address of the page comes first, for some programs show no more than a line.</summary>
    public required string Description { get; init; }

    /// <summary>The entry for a screening that has a date; null for one that has none, which is in no calendar.</summary>
    /// <param name="card">The screening.</param>
    /// <param name="baseAddress">The site's address, without a slash at the end.</param>
    public static CalendarEntry? Of(ScreeningCard card, string baseAddress)
    {
        if (card.Date is not { } date) return null;
        var url = baseAddress + PathOf(card);
        var status = StatusOf(card);
        var online = card.Status == ScreeningStatus.MovedOnline;
        return new CalendarEntry
        {
            Uid = card.Uid,
            Sequence = card.Sequence,
            CreatedAt = card.CreatedAt,
            ChangedAt = card.LastChanged,
            Date = date,
            Hours = card is { StartsAt: { } start, EndsAt: { } end } ? new Interval(start, end) : null,
            TimeZone = card.TimeZone,
            Summary = card.CalendarTitle,
            Status = status,
            IsBusy = status == CalendarStatus.Confirmed,
            Location = card.Location,
            Position = !online && card is { Latitude: { } north, Longitude: { } east } ? (north, east) : null,
            Url = url,
            OnlineUrl = online ? WebAddress(card.OnlineUrl) : null,
            Categories = card.SeriesTitle is { } series ? [ScreeningWords.Screening, series] : [ScreeningWords.Screening],
            Description = string.Join('\n', card.DescriptionLines().Prepend(url)),
        };
    }

    /// <summary>The same for somebody who may not be there.</summary>
    public CalendarEntry NotYetSure() =>
        this with { Status = Status == CalendarStatus.Confirmed ? CalendarStatus.Tentative : Status, IsBusy = false };

    // Nobody but the desk can open a draft.
    static string PathOf(ScreeningCard card) =>
        card.Status == ScreeningStatus.Draft ? $"/organise/screenings/{card.Slug}/edit" : Language.Current.Path($"/screenings/{card.Slug}");

    static CalendarStatus StatusOf(ScreeningCard card) => card switch
    {
        { Status: ScreeningStatus.Cancelled } => CalendarStatus.Cancelled,
        { Status: ScreeningStatus.Draft or ScreeningStatus.Postponed } or { StartsAt: null } => CalendarStatus.Tentative,
        _ => CalendarStatus.Confirmed,
    };

    // With the host in ASCII: only so is it a URI (RFC 3986, 3.2.2).
    static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri : null;
}
