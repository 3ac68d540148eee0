using System.Data.Common;
using HomsScreenings.Mail;
using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// What falls due for guests without anybody's doing: offers that lapse, changes to be told, reminders, thanks, and
/// forgetting. Each piece is a transaction of its own and can be broken off and gone on with at any point.
/// </summary>
public sealed class GuestRounds(ScreeningsDb db, BoxOffice office, GuestOptions options, TimeProvider clock)
{
    /// <summary>How long after the end guests are thanked and asked: the next morning, more or less.</summary>
    public static readonly Duration ThanksAfter = Duration.FromHours(12);

    // What was not said by then is not said any more.
    static readonly Duration ThanksUntil = Duration.FromDays(7);

    // Guests of what is postponed, or has no date yet, wait to hear one; but not for ever.
    static readonly Duration NewsAwaitedFor = Duration.FromDays(365);

    const int AtOnce = 200;

    /// <summary>Does all that is due. What breaks at one screening holds up no other, and nobody's being forgotten.</summary>
    /// <exception cref="AggregateException">What broke, when all the rest has been done.</exception>
    public async Task GoAsync(CancellationToken cancel)
    {
        var broken = new List<Exception>();
        foreach (var screening in await office.OverdueAsync(cancel)) await TryAsync(() => office.RenewAsync(screening, cancel));
        foreach (var screening in await ToTellAsync(cancel)) await TryAsync(() => TellAsync(screening, cancel));
        foreach (var screening in await ToRemindAsync(cancel)) await TryAsync(() => office.AtCounterAsync(screening, counter => RemindAsync(counter, cancel), cancel));
        await TryAsync(() => ThankAsync(cancel));
        while (await ForgetAsync(cancel) == AtOnce) { }
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

    Task<List<int>> ToTellAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        return db.SeatRules.Where(r => r.NoticeDueAt <= now).OrderBy(r => r.ScreeningId).Select(r => r.ScreeningId).ToListAsync(cancel);
    }

    // Somebody whom the last mail told something else than is true now gets one mail, old beside new. What was moved and
    // moved back is no news.
    Task TellAsync(int screeningId, CancellationToken cancel) => office.AtCounterAsync(screeningId, async counter =>
    {
        var number = counter.Standing.Rules.FactsNumber;
        var facts = (await db.ToldFacts.Where(f => f.ScreeningId == screeningId).ToListAsync(cancel)).ToDictionary(f => f.Number, f => GuestFacts.FromJson(f.Facts));
        foreach (var booking in await counter.Standing.BookingsIn(db).WhoStand().Where(b => b.ToldNumber != number).ToListAsync(cancel))
        {
            if (!counter.Standing.IsOver(counter.Now) && facts.TryGetValue(booking.ToldNumber, out var before) && !before.TellsTheSame(facts[number]))
                counter.Write(GuestMailKind.Changed, booking, factsBefore: booking.ToldNumber);
            booking.ToldNumber = number;
        }
        await db.SeatRules.Where(r => r.ScreeningId == screeningId).ExecuteUpdateAsync(s => s.SetProperty(r => r.NoticeDueAt, (Instant?)null), cancel);
    }, cancel);

    // The hours differ by screening, so the database says which begin soon and the rest is reckoned here.
    async Task<List<int>> ToRemindAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var latest = now + Duration.FromHours(await db.SeatRules.MaxAsync(r => r.ReminderHours, cancel) ?? 0);
        var soon = await db.SeatRules.Where(r => r.ReminderHours != null && r.Screening.StartsAt > now && r.Screening.StartsAt <= latest
                && db.Bookings.Any(b => b.ScreeningId == r.ScreeningId && b.State == BookingState.Booked && b.RemindedAt == null))
            .Select(r => new { r.ScreeningId, r.Screening.StartsAt, Hours = r.ReminderHours!.Value }).ToListAsync(cancel);
        return [.. soon.Where(s => s.StartsAt - Duration.FromHours(s.Hours) <= now).Select(s => s.ScreeningId).Order()];
    }

    // Who has only just booked needs none.
    async Task RemindAsync(Counter counter, CancellationToken cancel)
    {
        if (counter.Standing is not { StartsAt: { } start, Rules.ReminderHours: { } hours } || !counter.Standing.IsOn) return;
        var moment = start - Duration.FromHours(hours);
        if (counter.Now < moment || counter.Now >= start) return;
        foreach (var booking in await counter.Standing.BookingsIn(db).Where(b => b.State == BookingState.Booked && b.RemindedAt == null).ToListAsync(cancel))
        {
            if (booking.CreatedAt < moment && !booking.WantsNoReminders) counter.Write(GuestMailKind.Reminder, booking);
            booking.RemindedAt = counter.Now;
        }
    }

    // Where the door was kept, those who came; elsewhere all who had a place.
    async Task ThankAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var (latest, earliest) = (now - ThanksAfter, now - ThanksUntil);
        var guests = await db.Bookings.Where(b => b.State == BookingState.Booked && b.ThankedAt == null && b.ErasedAt == null && !b.WantsNoReminders
                && b.Screening.EndsAt <= latest && b.Screening.EndsAt > earliest
                && (b.Screening.Status == ScreeningStatus.Published || b.Screening.Status == ScreeningStatus.Rescheduled || b.Screening.Status == ScreeningStatus.MovedOnline)
                && (db.DoorCounts.Any(c => c.BookingId == b.Id && c.People > 0) || !db.DoorCounts.Any(c => c.ScreeningId == b.ScreeningId)))
            .OrderBy(b => b.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var guest in guests)
        {
            db.Outbox.Add(OutboxMessage.ToGuest(GuestMailKind.Thanks, guest, now));
            guest.ThankedAt = now;
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Forgets guests of what was long ago, or does not come any more.</summary>
    /// <returns>How many bookings there were.</returns>
    async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var limit = now - Duration.FromDays(options.KeepDays);
        var noNewsSince = Instant.Min(limit, now - NewsAwaitedFor);
        var old = await db.Bookings.Where(b => b.ErasedAt == null && (b.Screening.Status == ScreeningStatus.Postponed || b.Screening.EndsAt == null
                ? b.Screening.ChangedAt <= (b.Screening.Status == ScreeningStatus.Cancelled ? limit : noNewsSince)
                : b.Screening.EndsAt <= limit))
            .OrderBy(b => b.Id).Take(AtOnce).ToListAsync(cancel);
        if (old.Count == 0) return 0;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await Erasure.OfAsync(db, old, now, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        db.ChangeTracker.Clear();
        await LetGoAsync(cancel);
        return old.Count;
    }

    /// <summary>
    /// Has the database let go of what was deleted. After each forgetting, and now and then besides: for a process that
    /// was killed in between, and for what others delete.
    /// </summary>
    public Task LetGoAsync(CancellationToken cancel) => options.AfterForgetting is { } afterwards ? afterwards(db, cancel) : Task.CompletedTask;
}
