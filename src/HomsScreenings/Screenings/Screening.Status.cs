using NodaTime;

namespace HomsScreenings.Screenings;

public sealed partial class Screening
{
    public ScreeningStatus Status { get; private set; }
    /// <summary>Why it was cancelled, postponed, moved: in the organiser's words, shown beside the status.</summary>
    public string? StatusReason { get; private set; }
    /// <summary>When the public first saw it; null while it is a draft that never was public.</summary>
    public Instant? PublishedAt { get; private set; }
    /// <summary>The date before it was rescheduled; null where it was not.</summary>
    public LocalDate? PreviousDate { get; private set; }
    public LocalTime? PreviousTime { get; private set; }
    /// <summary>The instant that <see cref="PreviousDate"/> and <see cref="PreviousTime"/> stood for.</summary>
    public Instant? PreviousStartsAt { get; private set; }
    /// <summary>Where to watch when it has moved online.</summary>
    public string? OnlineUrl { get; private set; }
    /// <summary>iCalendar SEQUENCE: rises when the time, the place or the status of a public screening changes.</summary>
    public int Sequence { get; private set; }

    public bool IsPublic => PublishedAt is not null;

    /// <summary>Whether it takes place, as far as anybody knows.</summary>
    public bool IsOn => Status is not (ScreeningStatus.Draft or ScreeningStatus.Cancelled or ScreeningStatus.Postponed);

    /// <summary>Shows it, and the series that it belongs to, to the public. Publishing what is public changes nothing.</summary>
    public void Publish(Instant now)
    {
        if (Status != ScreeningStatus.Draft) return;
        Status = ScreeningStatus.Published;
        PublishedAt = now;
        Series?.Publish(now);
    }

    /// <summary>Calls it off. The page and the feeds keep it, and say why.</summary>
    /// <exception cref="InvalidOperationException">It was never public.</exception>
    public void Cancel(string? reason) => Become(ScreeningStatus.Cancelled, reason);

    /// <summary>Takes it off its date; a new one is to be announced.</summary>
    /// <exception cref="InvalidOperationException">It was never public.</exception>
    public void Postpone(string? reason) => Become(ScreeningStatus.Postponed, reason);

    /// <summary>Moves it out of the room into the net.</summary>
    /// <exception cref="InvalidOperationException">It was never public.</exception>
    public void MoveOnline(string? url, string? reason) => Become(ScreeningStatus.MovedOnline, reason, url);

    /// <summary>
    /// Gives it another date or time. Where the public knew the former one, it becomes 'rescheduled' and the former
    /// is kept; where the time had only to be announced, announcing it is no rescheduling. What has moved online
    /// stays there, with its new date.
    /// </summary>
    /// <exception cref="ArgumentException">The clocks skip that time there.</exception>
    /// <exception cref="InvalidOperationException">There is a date and no zone.</exception>
    public void Reschedule(LocalDate? date, LocalTime? time, bool secondTime, LocalTime? endTime, string? reason) => Revise(() =>
    {
        var (oldDate, oldTime, oldSecond, oldStart) = (Date, Time, SecondTime, StartsAt);
        Schedule(date, time, secondTime, endTime);
        if (!IsPublic) return;
        var promiseBroken = oldDate is not null && (oldDate != Date || (oldTime is not null && (oldTime, oldSecond) != (Time, SecondTime)));
        if (promiseBroken)
        {
            (PreviousDate, PreviousTime, PreviousStartsAt) = (oldDate, oldTime, oldStart);
            (Status, StatusReason) = (Status == ScreeningStatus.MovedOnline ? Status : ScreeningStatus.Rescheduled, reason);
        }
        else if (Status == ScreeningStatus.Postponed) (Status, StatusReason) = (ScreeningStatus.Published, reason);
    });

    /// <summary>Takes back a cancellation, a postponement or a move online: it takes place where and when it stands.</summary>
    public void Reinstate() => Revise(() =>
    {
        if (Status is not (ScreeningStatus.Cancelled or ScreeningStatus.Postponed or ScreeningStatus.MovedOnline)) return;
        Status = PreviousDate is null ? ScreeningStatus.Published : ScreeningStatus.Rescheduled;
        StatusReason = null;
        OnlineUrl = null;
    });

    void Become(ScreeningStatus status, string? reason, string? onlineUrl = null)
    {
        if (!IsPublic) throw new InvalidOperationException("A draft is deleted, or published first: nobody was promised it.");
        Revise(() => (Status, StatusReason, OnlineUrl) = (status, reason, onlineUrl));
    }
}
