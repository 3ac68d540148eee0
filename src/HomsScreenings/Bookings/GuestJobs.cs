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
public sealed class GuestJobs(ScreeningsDb db, BoxOffice office, GuestOptions options, DeletedRows deleted, TimeProvider clock)
{
    // What was not said by then is not said any more.
    static readonly Duration ThanksUntil = Duration.FromDays(7);

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
        foreach (var screening in await OfEndedOffersAsync(cancellationToken))
            await TryAsync(() =>
                office.WithLedgerAsync(screening, counter => TellWhoWaitsAsync(counter, cancellationToken), cancellationToken));
        if (options.AsksAfterwards) await TryAsync(() => ThankAsync(cancellationToken));
        if (await new Forgetting(db, options, clock.Now()).RunAsync(cancellationToken)) await PurgeAsync(cancellationToken);
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
        return db.SeatRules.Where(r => r.NoticeDueAt <= now && !r.Screening.IsOver(now)).OrderBy(r => r.ScreeningId)
            .Select(r => r.ScreeningId).ToListAsync(cancellationToken);
    }

    // Somebody whom the last mail told something else than is true now gets one mail, old beside new. What was moved and
    // moved back is no news. What is over by a slip of the date is not told, and waits for the slip to be mended.
    Task TellAsync(int screeningId, CancellationToken cancellationToken) => office.WithLedgerAsync(screeningId, async counter =>
    {
        if (counter.Screening.IsOver(counter.Now)) return;
        var number = counter.Screening.Rules.FactsNumber;
        var facts = (await db.AnnouncedVersions.Where(f => f.ScreeningId == screeningId).ToListAsync(cancellationToken))
            .ToDictionary(f => f.Number, f => AnnouncedDetails.FromJson(f.Facts));
        foreach (var booking in await counter.Screening.BookingsIn(db).Active().Where(b => b.NoticeNumber != number)
            .ToListAsync(cancellationToken))
        {
            if (facts.TryGetValue(booking.NoticeNumber, out var before) && !before.TellsTheSame(facts[number]))
            {
                counter.Write(GuestMailKind.Changed, booking, detail: booking.NoticeNumber);
                counter.NoteReminded(booking);
            }
            booking.NoticeNumber = number;
        }
        await db.SeatRules.Where(r => r.ScreeningId == screeningId)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.NoticeDueAt, (Instant?)null), cancellationToken);
    }, cancellationToken);

    // The hours differ by screening, so the database says which begin soon and the rest is reckoned here. What is about to be
    // told is told first.
    async Task<List<int>> ToRemindAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var latest = now + Duration.FromHours(await db.SeatRules.MaxAsync(r => r.ReminderHours, cancellationToken) ?? 0);
        var soon = await db.SeatRules.Where(r => r.ReminderHours != null && r.NoticeDueAt == null
                && r.Screening.StartsAt > now && r.Screening.StartsAt <= latest)
            .Select(r => new
            {
                r.ScreeningId,
                Reminder = new ReminderTime(r.Screening.StartsAt!.Value, r.ReminderHours!.Value),
                Never = db.Bookings.Active().Any(
                    b => b.ScreeningId == r.ScreeningId && b.State == BookingState.Booked && b.RemindedAt == null),
                Last = db.Bookings.Active().Where(b => b.ScreeningId == r.ScreeningId && b.State == BookingState.Booked)
                    .Min(b => b.RemindedAt),
            }).ToListAsync(cancellationToken);
        return [.. soon.Where(s => s.Reminder.IsDue(now) && (s.Never || s.Reminder.IsDueFor(s.Last)))
            .Select(s => s.ScreeningId).Order()];
    }

    // Who has only just booked needs none.
    async Task RemindAsync(SeatLedger counter, CancellationToken cancellationToken)
    {
        if (counter.Screening is not { IsOn: true, Reminder: { } reminder, Rules.NoticeDueAt: null }) return;
        if (!reminder.IsDue(counter.Now)) return;
        foreach (var booking in await counter.Screening.BookingsIn(db).Active().Where(b => b.State == BookingState.Booked)
            .ToListAsync(cancellationToken))
        {
            if (!reminder.IsDueFor(booking.RemindedAt)) continue;
            if (booking.CreatedAt < reminder.At && !booking.WantsNoReminders) counter.Write(GuestMailKind.Reminder, booking);
            booking.RemindedAt = counter.Now;
        }
    }

    // Who still waits when offers have ended is told so, once for each date.
    async Task<List<int>> OfEndedOffersAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var waiting = await db.Bookings.Active()
            .Where(b => b.State == BookingState.Waiting && b.Screening.StartsAt > now && b.Screening.Seats!.NoticeDueAt == null)
            .GroupBy(b => new { b.ScreeningId, b.Screening.StartsAt, b.Screening.Seats!.OffersEndHours })
            .Select(g => new { g.Key, Never = g.Count(b => b.RemindedAt == null) > 0, Last = g.Min(b => b.RemindedAt) })
            .ToListAsync(cancellationToken);
        return [.. waiting.Where(w => w.Key.StartsAt - Duration.FromHours(w.Key.OffersEndHours) is { } end
                && end <= now && (w.Never || w.Last < end)).Select(w => w.Key.ScreeningId).Order()];
    }

    async Task TellWhoWaitsAsync(SeatLedger counter, CancellationToken cancellationToken)
    {
        if (counter.Screening is not { IsOn: true, Booking: BookingWay.Seats, OffersEndAt: { } end } || end > counter.Now) return;
        foreach (var booking in await counter.Screening.BookingsIn(db).Active()
            .Where(b => b.State == BookingState.Waiting && (b.RemindedAt == null || b.RemindedAt < end)).ToListAsync(cancellationToken))
        {
            counter.Write(GuestMailKind.OffersEnded, booking);
            booking.RemindedAt = counter.Now;
        }
    }

    // Where the door was kept, those who came; elsewhere all who had a place.
    async Task ThankAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (latest, earliest, rested) = (now - GuestOptions.MorningAfter, now - ThanksUntil, now - Forgetting.ChangesRest);
        var guests = await db.Bookings.Where(
            b => b.State == BookingState.Booked && (b.ThankedAt == null || b.ThankedAt < b.Screening.EndsAt)
                && b.ErasedAt == null && !b.WantsNoReminders
                && b.Screening.EndsAt <= latest && b.Screening.EndsAt > earliest && b.Screening.ChangedAt <= rested
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

    /// <summary>Deletes the tokens of mails that were worded while their guest was being erased.</summary>
    public Task DeleteStrayTokensAsync(CancellationToken cancellationToken) => db.Tokens
        .Where(t => t.Purpose == TokenPurpose.Booking && db.Bookings.Any(b => b.Id == t.Subject && b.ErasedAt != null))
        .ExecuteDeleteAsync(cancellationToken);

    /// <summary>
    /// Has the database let go of what was deleted. After each forgetting, and now and then besides: for a process that
    /// was killed in between, and for what others delete.
    /// </summary>
    public Task PurgeAsync(CancellationToken cancellationToken) => deleted.LetGoAsync(db, cancellationToken);
}
