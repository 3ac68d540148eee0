using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>When guests are reminded of a screening, and whether they have been.</summary>
/// <param name="Beginning">When it begins.</param>
/// <param name="Hours">So many hours before.</param>
public sealed record ReminderTime(Instant Beginning, int Hours)
{
    public Instant At => Beginning - Duration.FromHours(Hours);

    public bool IsDue(Instant now) => now >= At && now < Beginning;

    /// <summary>
    /// Whether somebody who was reminded then, or never, is to be reminded at that time. A reminder that left much earlier, by half of
    /// the hours again, was of another date; after a small move the notice of the change is enough.
    /// </summary>
    public bool IsDueFor(Instant? reminded) => !(reminded >= At - Duration.FromMinutes(Hours * 30));
}
