using System.Data.Common;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// What falls due for guests by the clock alone: offers that lapse, changes to be told, reminders, thanks, and
/// forgetting. Each piece is a transaction of its own and can be broken off and gone on with at any point.
/// </summary>
public sealed class GuestJobs(ScreeningsDb db, BoxOffice office, GuestOptions options, TimeProvider clock)
{
    /// <summary>How long after the end guests are thanked and asked: the next morning, more or less.</summary>
    public static readonly Duration ThanksAfter = Duration.FromHours(12);

    // What was not said by then is not said any more.
    static readonly Duration ThanksUntil = Duration.FromDays(7);

    // Guests of what is postponed, or has no date yet, wait to hear one; but not for ever.
    static readonly Duration NewsAwaitedFor = Duration.FromDays(365);

    const int BatchSize = 200;

    /// <summary>Does all that is due. What breaks at one screening holds up no other, and nobody's being forgotten.</summary>
    /// <exception cref="AggregateException">What broke, when all the rest has been done.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var broken = new List<Exception>();
        foreach (var screening in await office.OverdueAsync(cancellationToken))
            await TryAsync(() => office.RenewAsync(screening, cancellationToken));
        foreach (var screening in await ToTellAsync(cancellationToken)) await TryAsync(() => TellAsync(screening, cancellationToken));
        foreach (var screening in await ToRemindAsync(cancellationToken))
            await TryAsync(() => office.WithLedgerAsync(screening, counter => RemindAsync(counter, cancellationToken), cancellationToken));
        await TryAsync(() => ThankAsync(cancellationToken));
        while (await ForgetAsync(cancellationToken) == BatchSize) { }
        if (broken.Count > 0) throw new AggregateException(broken);

        // A database that is away is away for all of them.
        async Task TryAsync(Func<Task> piece)
        {
            try { await piece(); }
            catch (Exception problem) when (problem is not (DbException or OperationCanceledException))
            {
                db.ChangeTracker.Clear();
                broken.Add(problem);
            }
        }
    }

    Task<List<int>> ToTellAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        return db.SeatRules.Where(r => r.NoticeDueAt <= now).OrderBy(r => r.ScreeningId).Select(r => r.ScreeningId)
            .ToListAsync(cancellationToken);
    }

    // Somebody whom the last mail told something else than is true now gets one mail, old beside new. What was moved and
    // moved back is no news.
    Task TellAsync(int screeningId, CancellationToken cancellationToken) => office.WithLedgerAsync(screeningId, async counter =>
    {
        var number = counter.Screening.Rules.FactsNumber;
        var facts = (await db.AnnouncedVersions.Where(f => f.ScreeningId == screeningId).ToListAsync(cancellationToken))
            .ToDictionary(f => f.Number, f => AnnouncedDetails.FromJson(f.Facts));
        foreach (var booking in await counter.Screening.BookingsIn(db).Active().Where(b => b.NoticeNumber != number)
            .ToListAsync(cancellationToken))
        {
            if (!counter.Screening.IsOver(counter.Now) && facts.TryGetValue(booking.NoticeNumber, out var before)
                && !before.TellsTheSame(facts[number]))
                counter.Write(GuestMailKind.Changed, booking, detail: booking.NoticeNumber);
            booking.NoticeNumber = number;
        }
        await db.SeatRules.Where(r => r.ScreeningId == screeningId)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.NoticeDueAt, (Instant?)null), cancellationToken);
    }, cancellationToken);

    // The hours differ by screening, so the database says which begin soon and the rest is reckoned here.
    async Task<List<int>> ToRemindAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var latest = now + Duration.FromHours(await db.SeatRules.MaxAsync(r => r.ReminderHours, cancellationToken) ?? 0);
        var soon = await db.SeatRules.Where(r => r.ReminderHours != null && r.Screening.StartsAt > now && r.Screening.StartsAt <= latest
                && db.Bookings.Any(b => b.ScreeningId == r.ScreeningId && b.State == BookingState.Booked && b.RemindedAt == null))
            .Select(r => new { r.ScreeningId, r.Screening.StartsAt, Hours = r.ReminderHours!.Value }).ToListAsync(cancellationToken);
        return [.. soon.Where(s => s.StartsAt - Duration.FromHours(s.Hours) <= now).Select(s => s.ScreeningId).Order()];
    }

    // Who has only just booked needs none.
    async Task RemindAsync(SeatLedger counter, CancellationToken cancellationToken)
    {
        if (counter.Screening is not { StartsAt: { } start, Rules.ReminderHours: { } hours } || !counter.Screening.IsOn) return;
        var moment = start - Duration.FromHours(hours);
        if (counter.Now < moment || counter.Now >= start) return;
        foreach (var booking in await counter.Screening.BookingsIn(db).Where(b => b.State == BookingState.Booked && b.RemindedAt == null)
            .ToListAsync(cancellationToken))
        {
            if (booking.CreatedAt < moment && !booking.WantsNoReminders) counter.Write(GuestMailKind.Reminder, booking);
            booking.RemindedAt = counter.Now;
        }
    }

    // Where the door was kept, those who came; elsewhere all who had a place.
    async Task ThankAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (latest, earliest) = (now - ThanksAfter, now - ThanksUntil);
        var guests = await db.Bookings.Where(
            b => b.State == BookingState.Booked && b.ThankedAt == null && b.ErasedAt == null && !b.WantsNoReminders
                && b.Screening.EndsAt <= latest && b.Screening.EndsAt > earliest
                && b.Screening.IsOn
                && (db.CheckInCounts.Any(c => c.BookingId == b.Id && c.People > 0)
                    || !db.CheckInCounts.Any(c => c.ScreeningId == b.ScreeningId)))
            .OrderBy(b => b.Id).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var guest in guests)
        {
            db.Outbox.Add(OutboxMessage.ToGuest(GuestMailKind.Thanks, guest, now));
            guest.ThankedAt = now;
        }
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Forgets guests of what was long ago, or does not come any more.</summary>
    /// <returns>How many bookings there were.</returns>
    async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var limit = now - Duration.FromDays(options.KeepDays);
        var noNewsSince = Instant.Min(limit, now - NewsAwaitedFor);
        var old = await db.Bookings.Where(
            b => b.ErasedAt == null && (b.Screening.Status == ScreeningStatus.Postponed || b.Screening.EndsAt == null
                ? b.Screening.ChangedAt <= (b.Screening.Status == ScreeningStatus.Cancelled ? limit : noNewsSince)
                : b.Screening.EndsAt <= limit))
            .OrderBy(b => b.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (old.Count == 0) return 0;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await Erasure.OfAsync(db, old, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        db.ChangeTracker.Clear();
        await PurgeAsync(cancellationToken);
        return old.Count;
    }

    /// <summary>Deletes the tokens of mails that were worded while their guest was being erased.</summary>
    public Task DeleteStrayTokensAsync(CancellationToken cancellationToken) => db.Tokens
        .Where(t => t.Purpose == TokenPurpose.Booking && db.Bookings.Any(b => b.Id == t.Subject && b.ErasedAt != null))
        .ExecuteDeleteAsync(cancellationToken);

    /// <summary>
    /// Has the database let go of what was deleted. After each forgetting, and now and then besides: for a process that
    /// was killed in between, and for what others delete.
    /// </summary>
    public Task PurgeAsync(CancellationToken cancellationToken) =>
        options.AfterForgetting is { } afterwards ? afterwards(db, cancellationToken) : Task.CompletedTask;
}
