using HomsScreenings.Records;
using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>The status of a screening as a programme file gives it; what the file does not say is null.</summary>
public sealed record ImportedStatus(
    ScreeningStatus Status, string? Reason, string? OnlineUrl,
    LocalDate? PreviousDate, LocalTime? PreviousTime, Instant? PublishedAt, int? Sequence);

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
    /// <summary>iCalendar SEQUENCE: rises when the time, the place, the programme or the status of a public screening changes.</summary>
    public int Sequence { get; private set; }
    /// <summary>When that last rose; null where what was announced has never changed.</summary>
    public Instant? RevisedAt { get; internal set; }

    static readonly Rule<Func<Screening, bool>> PublicRule = new(s => s.PublishedAt != null);
    static readonly Rule<Func<Screening, bool>> OnRule = new(s => s.Status.IsOn());
    static readonly Rule<Func<Screening, bool>> CalledOffRule = new(s => s.Status.IsCalledOff());

    [Rule(nameof(PublicRule))]
    public bool IsPublic => PublicRule.Run(this);

    /// <summary>Whether it takes place, as far as anybody knows.</summary>
    [Rule(nameof(OnRule))]
    public bool IsOn => OnRule.Run(this);

    /// <summary>Whether it was announced and does not take place, at least not on its date.</summary>
    [Rule(nameof(CalledOffRule))]
    public bool IsCalledOff => CalledOffRule.Run(this);

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
            Status = Status == ScreeningStatus.MovedOnline ? Status : ScreeningStatus.Rescheduled;
            Explain(reason);
        }
        else if (Status == ScreeningStatus.Postponed)
        {
            Status = ScreeningStatus.Published;
            Explain(reason);
        }
    });

    /// <summary>Takes back a cancellation, a postponement or a move online: it takes place where and when it stands.</summary>
    public void Reinstate() => Revise(() =>
    {
        if (Status is not (ScreeningStatus.Cancelled or ScreeningStatus.Postponed or ScreeningStatus.MovedOnline)) return;
        Status = PreviousDate is null ? ScreeningStatus.Published : ScreeningStatus.Rescheduled;
        Explain(null);
        OnlineUrl = null;
    });

    /// <summary>
    /// Applies the status that a programme file gives. A file that only says 'published' does not take back that the date was
    /// moved. The sequence number never falls, for calendar programs pass over what seems older than what they have.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is public, and the file says draft.</exception>
    public void ApplyImportedStatus(ImportedStatus standing, Instant now)
    {
        if (standing.Status == ScreeningStatus.Draft && IsPublic)
            throw new InvalidOperationException("What was public does not become a draft again.");
        if (standing.Status == ScreeningStatus.Draft) return;
        if (IsPublic) Revise(() => ApplyImported(standing));
        else ApplyImported(standing);
        PublishedAt = standing.PublishedAt ?? PublishedAt ?? now;
        Series?.Publish(PublishedAt.Value);
        Sequence = Math.Max(Sequence, standing.Sequence ?? 0);
    }

    void ApplyImported(ImportedStatus standing)
    {
        var wasMoved = standing.PreviousDate is null && PreviousDate is not null && Status != ScreeningStatus.Published;
        Status = standing.Status == ScreeningStatus.Published && wasMoved ? ScreeningStatus.Rescheduled : standing.Status;
        Explain(standing.Reason);
        OnlineUrl = standing.OnlineUrl;
        if (standing.PreviousDate is not { } date || (PreviousDate, PreviousTime) == (date, standing.PreviousTime)) return;
        (PreviousDate, PreviousTime) = (date, standing.PreviousTime);
        PreviousStartsAt = standing.PreviousTime is { } time && TimeZone is { } zone
            ? Zones.Get(zone).AtLeniently(date + time).ToInstant() : null;
    }

    void Become(ScreeningStatus status, string? reason, string? onlineUrl = null)
    {
        if (!IsPublic) throw new InvalidOperationException("A draft is deleted, or published first: nobody was promised it.");
        Revise(() =>
        {
            (Status, OnlineUrl) = (status, onlineUrl);
            Explain(reason);
        });
    }

    // The former reason in other languages would be wrong beside a new one.
    void Explain(string? reason)
    {
        if (reason != StatusReason)
        {
            Translations.ForEach(w => w.StatusReason = null);
            Translations.RemoveAll(w => w.IsEmpty);
        }
        StatusReason = reason;
    }
}
