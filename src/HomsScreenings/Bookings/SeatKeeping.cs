using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>
/// What a save of the programme means for guests, in the transaction of that save: other facts are noted and are due to
/// be told once nobody has edited for a while; what does not take place is told at once; a larger house is offered to
/// those who wait.
/// </summary>
sealed class SeatKeeping : ISaveStep
{
    /// <summary>How long it must be quiet before guests are written to: edits within it become one mail.</summary>
    public static readonly Duration QuietTime = Duration.FromMinutes(30);

    // Shortly before the beginning it is better to write twice than too late.
    static readonly Duration NoQuietBefore = Duration.FromHours(2);

    const int BatchSize = 250;

    public async ValueTask AfterAsync(Save save, CancellationToken cancellationToken)
    {
        var (db, now) = (save.Db, save.Now);
        foreach (var some in save.Screenings.Order().Chunk(BatchSize))
        {
            var concerned = await db.SeatRules.Where(r => some.Contains(r.ScreeningId) && r.Screening.IsPublic && !r.Screening.IsOver(now))
                .OrderBy(r => r.ScreeningId).Select(r => r.ScreeningId).ToListAsync(cancellationToken);
            foreach (var id in concerned)
            {
                var counter = await SeatLedger.OpenAsync(db, id, now, cancellationToken)
                    ?? throw new InvalidOperationException("The rules have gone under the lock.");
                await NoteAsync(db, counter, cancellationToken);
                await counter.CloseAsync(cancellationToken);
            }
        }
    }

    static async Task NoteAsync(ScreeningsDb db, SeatLedger counter, CancellationToken cancellationToken)
    {
        var (id, known, now) = (counter.Screening.Id, counter.Screening.Rules.FactsNumber, counter.Now);
        var facts = (await AnnouncedDetails.OfAsync(db, [id], cancellationToken))[id];
        var former = known == 0 ? null : await db.FactsAsync(id, known, cancellationToken);
        if (former is not null && former.TellsTheSame(facts)) return;

        var number = known + 1;
        db.AnnouncedVersions.Add(new AnnouncedVersion { ScreeningId = id, Number = number, At = now, Facts = facts.ToJson() });
        var due = former is null ? counter.Screening.Rules.NoticeDueAt : DueAt(facts, counter.Screening, now);
        if (former is not null && !facts.IsOn && former.Fate != facts.Fate)
        {
            due = null;
            foreach (var booking in await counter.Screening.BookingsIn(db).Active().ToListAsync(cancellationToken))
            {
                counter.Write(GuestMailKind.CalledOff, booking);
                booking.NoticeNumber = number;
            }
        }
        await db.SeatRules.Where(r => r.ScreeningId == id)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.FactsNumber, number).SetProperty(r => r.NoticeDueAt, due), cancellationToken);
    }

    // What is off has been told, and is told again when it is on.
    static Instant? DueAt(AnnouncedDetails facts, BookableScreening standing, Instant now) => !facts.IsOn ? null
        : standing.Beginning - NoQuietBefore < now + QuietTime
        ? Instant.Max(now, (standing.Beginning - NoQuietBefore)!.Value) : now + QuietTime;
}
